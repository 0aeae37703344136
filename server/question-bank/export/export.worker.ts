import { z } from 'zod';
import type { Language } from '../../platform/text/texts.js';
import { lettered } from '../question/option-ids.rules.js';
import { csvTable } from './csv-export.present.js';
import { exportedQuestion, type ExportedQuestion } from './exported-question.js';
import { giftOf } from './gift-export.present.js';

/** Questions on their way to a thread, as they are stored: JSON, a part at a time. */
export type ExportOrder = { parts: readonly string[]; language: Language };

const part = z.array(exportedQuestion);

export const gift = ({ parts }: ExportOrder): Uint8Array => Buffer.from(giftOf(questionsOf(parts)));

export const csv = ({ parts, language }: ExportOrder): Uint8Array => csvTable(questionsOf(parts), language);

const questionsOf = (parts: readonly string[]): ExportedQuestion[] =>
  parts
    .flatMap((json) => part.parse(JSON.parse(json)))
    .map(({ content, ...question }) => ({ ...question, content: lettered(content) }));
