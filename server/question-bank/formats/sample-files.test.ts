import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES } from '../../../shared/question-bank/question.schema.js';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';

const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../client/question-bank/samples', name), 'utf8');

describe('the sample files people download', () => {
  it.each([
    ['GIFT', parseGift(sample('cau-hoi-mau.gift'), { fallbackTopic: '' })],
    ['CSV', parseCsv(sample('cau-hoi-mau.csv'), { fallbackTopic: '' })],
  ])('%s shows every type and is taken without a word', (_format, items) => {
    expect(items.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(items.map(({ question }) => question?.content.prompt.type).toSorted()).toEqual(
      [...QUESTION_TYPES].toSorted(),
    );
  });
});
