import { textsOf } from '../../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

export const bankTexts = textsOf('question-bank/export', { vi, en });
