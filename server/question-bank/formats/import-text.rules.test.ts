import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ITEMS,
  parsedItem,
} from '../../../shared/question-bank/question-import.schema.js';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { excerptOf, readableText, tidyLines } from './import-text.rules.js';

const topic = { fallbackTopic: 'Chung' };
function refusal(read: () => unknown) {
  try {
    return { items: read() };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { code: error.kind.code, status: error.kind.status, params: error.params };
  }
}

describe('a file as a whole', () => {
  const many = (count: number) =>
    ['câu hỏi,đáp án', ...Array.from({ length: count }, (_, index) => `Q${index},T`)].join('\n');
  const cases: Record<string, [read: () => unknown, code: string, status: number, params: object]> = {
    'GIFT with NUL': [() => parseGift('a\nb\0{T}', topic), 'import.not_text', 400, { line: 2 }],
    'wrong encoding': [() => parseCsv('c\ufffdu h\ufffdi', topic), 'import.not_text', 400, { line: 1 }],
    'blank GIFT': [() => parseGift(' \n\t\n\ufeff', topic), 'import.empty', 400, {}],
    'comments only': [() => parseGift('// nothing\n$CATEGORY: a\n', topic), 'import.empty', 400, {}],
    'heading only': [() => parseCsv('câu hỏi,đáp án\n', topic), 'import.empty', 400, {}],
    'too many rows': [
      () => parseCsv(many(MAX_IMPORT_ITEMS + 1), topic),
      'import.too_large',
      413,
      { max: 5000 },
    ],
    'too many questions': [
      () => parseGift('Q{T}\n\n'.repeat(MAX_IMPORT_ITEMS + 1), topic),
      'import.too_large',
      413,
      { max: 5000 },
    ],
    'too many bytes': [
      () => parseGift('ư'.repeat(MAX_IMPORT_BYTES / 2 + 1), topic),
      'import.too_large',
      413,
      { maxBytes: MAX_IMPORT_BYTES },
    ],
    'no answer column': [
      () => parseCsv('câu hỏi,A\nx,y', topic),
      'import.wrong_columns',
      400,
      { missing: 'đáp án', found: 'câu hỏi, A' },
    ],
  };
  test.each(Object.entries(cases))('%s is refused', (_what, [read, code, status, params]) => {
    expect(refusal(read)).toEqual({ code, status, params });
  });

  test('as many as allowed come in', () => {
    expect(parseCsv(many(MAX_IMPORT_ITEMS), topic)).toHaveLength(MAX_IMPORT_ITEMS);
    expect(parseGift('Q{T}\n\n'.repeat(MAX_IMPORT_ITEMS), topic)).toHaveLength(MAX_IMPORT_ITEMS);
  });
});

describe('readableText', () => {
  test('has one line end, composed letters and no invisible characters', () => {
    expect(readableText('\ufeffHuê\u0301\u200b\r\nxưa\u00a0nay\rcũ\u0007\u202e\ud800!')).toBe(
      'Huế\nxưa\u00a0nay\ncũ!',
    );
    expect(tidyLines('  xưa\u00a0 nay \n\n\n\ncũ')).toBe('xưa nay\n\ncũ');
  });
  test('leaves emoji of several characters alone', () => {
    expect(readableText('👩‍🏫 tốt')).toBe('👩‍🏫 tốt');
  });
});

test('an excerpt never cuts a character in two', () => {
  expect(excerptOf('a'.repeat(199) + '😀')).toBe('a'.repeat(199));
  expect(excerptOf('a'.repeat(198) + '😀')).toBe('a'.repeat(198) + '😀');
});

test('tidyLines keeps lines but no layout', () => {
  expect(tidyLines('  a \t b  \n\n\n\n  c ')).toBe('a b\n\nc');
});

const SNIPPETS = [
  '{',
  '}',
  '=',
  '~',
  '#',
  '####',
  '%50%',
  '%',
  '->',
  '::',
  ':',
  '\\',
  '\\n',
  '//',
  '$CATEGORY:',
  '[html]',
  '<b>',
  '<',
  '&amp;',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\n\n',
  'T',
  'câu hỏi',
  'đáp án',
  'A',
  'B',
  '1..5',
  ' ',
  '\r\n',
  '|',
  '\u0301',
];

describe('whatever a file holds', () => {
  const soup = fc.array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 5 })), {
    maxLength: 60,
  });
  const whole = (read: () => unknown) => {
    const { items } = refusal(read);
    // Every answer is a list that fits the contract: a question or errors, never both, never neither.
    for (const item of parsedItem.array().parse(items ?? [])) {
      expect(item.question === null).toBe(item.errors.length > 0);
      expect(item.excerpt.length).toBeLessThanOrEqual(200);
    }
  };

  test('GIFT answers with items or a declared failure', () => {
    fc.assert(
      fc.property(soup, (pieces) => whole(() => parseGift(pieces.join(''), topic))),
      { numRuns: 500 },
    );
  });

  test('CSV answers with items or a declared failure', () => {
    const table = fc.property(soup, (pieces) =>
      whole(() => parseCsv(`câu hỏi,A,B,đáp án\n${pieces.join('')}`, topic)),
    );
    fc.assert(table, { numRuns: 500 });
  });

  test('one broken question never swallows the next', () => {
    const noBlankLine = soup.map((pieces) =>
      pieces
        .join('')
        .replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
        .trim(),
    );
    fc.assert(
      fc.property(noBlankLine, (broken) => {
        const text = `${broken}\n\n::sau:: Câu cuối {=đúng ~sai}`;
        expect(
          parseGift(text.replaceAll(/[\0\ufffd]/g, ''), topic).at(-1)?.question?.content.prompt.text,
        ).toBe('Câu cuối');
      }),
      { numRuns: 500 },
    );
  });

  // Work that grows with the square of the length would take minutes here, not the seconds a busy machine needs.
  const PATIENCE_MS = 30_000;
  const filledWith = (piece: string, bytes: number) => piece.repeat(bytes / Buffer.byteLength(piece));

  test.each(['{', '\\', '=', '"'])(
    '5 MB of %j are read in one go',
    (piece) => {
      const { items } = refusal(() => parseGift(filledWith(piece, MAX_IMPORT_BYTES), topic));
      expect(parsedItem.array().length(1).parse(items)[0]?.question).toBeNull();
      const table = `câu hỏi,A,đáp án\nQ,${filledWith(piece, MAX_IMPORT_BYTES - 100)}`;
      expect(
        parsedItem
          .array()
          .length(1)
          .parse(refusal(() => parseCsv(table, topic)).items)[0]?.question,
      ).toBeNull();
    },
    PATIENCE_MS,
  );

  test.each(['}', '~', '#', '####', ':', '<', '<b ', '&', '[', '[tag:', '{\n', '=\n', '\u0301\u0323'])(
    'so are questions filled with %j',
    (piece) => {
      const part = filledWith(piece, 200_000);
      const text = `${part}\n\nQ{=a ~${part}\n\nQ{#${part}}\n\n[html]${part}{T}\n\n//${part}\nQ{T}`;
      const { items } = refusal(() => parseGift(text, topic));
      expect(parsedItem.array().min(1).max(7).safeParse(items).success).toBe(true);
    },
    PATIENCE_MS,
  );

  test.each([',', '",', '"\n', 'a,"\n', 'A|', 'A,', '\u0301\u0323', 'x'])(
    'and tables filled with %j',
    (piece) => {
      const cells = filledWith(piece, 400_000);
      const { items, code } = refusal(() => parseCsv(`câu hỏi,đáp án,thẻ\nQ,T,${cells}\nQ,${cells}`, topic));
      const list = parsedItem.array().min(1).safeParse(items);
      expect(code ?? list.success).toBe(code === undefined ? true : 'import.too_large');
    },
    PATIENCE_MS,
  );
});
