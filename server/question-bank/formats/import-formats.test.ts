import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { IMPORT_FINDING_CODES } from '../../../shared/question-bank/import-findings.js';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';
import { readAcceptedNumber } from '../grading/number-text.rules.js';

test('the examples organisers are shown come in as they are', () => {
  const guide = readFileSync(new URL('../../../docs/import-formats.md', import.meta.url), 'utf8');
  const [csv = '', gift = ''] = [...guide.matchAll(/```(?:csv)?\n([^]*?)```/g)].map((match) => match[1]);
  const items = [...parseCsv(csv, { fallbackTopic: '' }), ...parseGift(gift, { fallbackTopic: '' })];
  expect(items.flatMap((item) => item.errors)).toEqual([]);
  expect(items.map((item) => item.question?.content.prompt.type)).toEqual([
    'single_choice',
    'true_false',
    'single_choice',
    'multiple_choice',
    'true_false',
    'number',
    'short_text',
  ]);
});

test('no finding is declared twice', () => {
  expect(new Set(IMPORT_FINDING_CODES).size).toBe(IMPORT_FINDING_CODES.length);
});

test.each([
  ['3.141..3.142', { value: 3.1415, tolerance: 0.0005 }],
  ['0.1..0.3', { value: 0.2, tolerance: 0.1 }],
  ['1234567890123..1234567890126', { value: 1234567890124.5, tolerance: 1.5 }],
  ['-3 .. 3', { value: 0, tolerance: 3 }],
  ['7..7', { value: 7, tolerance: 0 }],
  ['1e3:5', { value: 1000, tolerance: 5 }],
  ['−2', { value: -2, tolerance: 0 }],
  ['.5', { value: 0.5, tolerance: 0 }],
  ['2..1', null],
  ['1..', null],
  ['1:-1', null],
  ['1.000.000', null],
  ['-1e308..1e308', null],
  ['1e309', null],
  ['0x10', null],
  ['', null],
])('readAcceptedNumber(%j)', (text, accepted) => {
  expect(readAcceptedNumber(text)).toEqual(accepted);
});
