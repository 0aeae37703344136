import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameText } from '../../../shared/kernel/text.js';
import {
  createQuestion,
  LEVELS,
  questionContent,
  REVIEW_STATES,
  type QuestionContent,
} from '../../../shared/question-bank/question.schema.js';
import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { parseCsv } from '../formats/csv-import.rules.js';
import { parseGift } from '../formats/gift.rules.js';
import { csvTable } from './csv-export.present.js';
import type { ExportedQuestion } from './exported-question.js';
import { giftOf } from './gift-export.present.js';

/** What is in the way of one format or the other, and what people write. */
const PIECES = [
  ...[
    'Hà Nội',
    'hoà',
    'Đ',
    'ư',
    'ế'.normalize('NFD'),
    'a',
    '7',
    '1.234',
    '😀',
    '👩‍🏫',
    'שלום',
    '“”',
    '‘',
    '–',
    '…',
  ],
  ...[
    '{',
    '}',
    '~',
    '=',
    '#',
    '####',
    ':',
    '::',
    '->',
    '\\',
    '\\n',
    '\\*',
    '*',
    '%',
    '%50%',
    '//',
    '$CATEGORY:',
    '/',
  ],
  ...[
    '[html]',
    '[plain]',
    '[',
    ']',
    '<b>',
    '&amp;',
    '&lt;',
    ',',
    ';',
    '|',
    '\t',
    '"',
    '""',
    "'",
    "'=",
    '=2+3',
    '+',
    '-',
    '@',
  ],
  ...[
    ' ',
    '  ',
    '\u00a0',
    '\n',
    '\n\n\n',
    '____',
    'A',
    'Đúng',
    'T',
    'level:',
    'nguồn: x',
    'id:1',
    '±',
    '..',
    '(B)',
    '||',
  ],
];
const text = (max: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
    .map((pieces) => pieces.join(''))
    .filter((written) => /[\p{L}\p{N}]/u.test(written) && written.length <= max);
const oneLine = (max: number) => text(max).map((written) => written.replace(/\s+/g, ' '));
const maybe = (written: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), written);
const differentTexts = (least: number, most: number) =>
  fc.uniqueArray(text(200), { minLength: least, maxLength: most, selector: sameOption });
const sameOption = (written: string) => sameText(written);

const share = fc.oneof(
  fc.constantFrom(1, 0.5, 1 / 3, 2 / 3, 0.1, 0.25),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const number = fc.oneof(
  fc.constantFrom(0, 1945, -3, 1.234, 10.48, 0.1 + 0.2, 1e21, 1e-9, -0.5),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
);

const letterAt = (at: number) => String.fromCharCode(97 + at);
const optionsOf = (texts: readonly string[]) => texts.map((one, at) => ({ id: letterAt(at), text: one }));
/** Names the options by a, b, …; what earns nothing is not in a key. */
const keyOf = (shares: readonly number[]) =>
  Object.fromEntries(shares.flatMap((one, at) => (one === 0 ? [] : [[letterAt(at), one]])));

const single = fc
  .tuple(text(400), differentTexts(2, 10), fc.array(share, { maxLength: 9 }), fc.nat())
  .map(([asked, texts, shares, right]) => {
    const at = right % texts.length;
    const credits = keyOf(texts.map((_text, index) => (index === at ? 1 : (shares[index] ?? 0))));
    return {
      prompt: { type: 'single_choice' as const, text: asked, options: optionsOf(texts) },
      solution: { type: 'single_choice' as const, credits },
    };
  });
const multiple = fc
  .tuple(
    text(400),
    differentTexts(2, 10),
    fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 10, maxLength: 10 }),
    fc.array(fc.oneof(fc.constant(0), fc.double({ min: -1, max: 0, noNaN: true })), {
      minLength: 10,
      maxLength: 10,
    }),
  )
  .map(([asked, texts, parts, penalties]) => {
    const wanted = texts.map((_text, at) => (at === 0 ? Math.max(1, parts[at] ?? 1) : (parts[at] ?? 0)));
    const whole = wanted.reduce((sum, part) => sum + part, 0);
    const weights = keyOf(wanted.map((part, at) => (part > 0 ? part / whole : (penalties[at] ?? 0) || 0)));
    return {
      prompt: { type: 'multiple_choice' as const, text: asked, options: optionsOf(texts) },
      solution: { type: 'multiple_choice' as const, weights },
    };
  });
const truth = fc.tuple(text(400), fc.boolean()).map(([asked, correct]) => ({
  prompt: { type: 'true_false' as const, text: asked },
  solution: { type: 'true_false' as const, correct },
}));
const credited = <Entry extends object>(entry: fc.Arbitrary<Entry>, most: number) =>
  fc
    .array(fc.tuple(entry, share), { minLength: 1, maxLength: most })
    .map((entries) =>
      entries.map(([one, credit], at) => ({ ...one, credit: at === 0 ? 1 : Math.max(credit, 0.01) })),
    );
const numeric = fc
  .tuple(
    text(400),
    maybe(oneLine(40)),
    credited(fc.record({ value: number, tolerance: number.map(Math.abs) }), 20),
  )
  .map(([asked, unit, accepted]) => ({
    prompt: { type: 'number' as const, text: asked, unit },
    solution: { type: 'number' as const, accepted },
  }));
const short = fc
  .tuple(text(400), credited(fc.record({ text: text(300) }), 50), fc.boolean(), fc.boolean())
  .map(([asked, accepted, caseSensitive, accentSensitive]) => ({
    prompt: { type: 'short_text' as const, text: asked },
    solution: { type: 'short_text' as const, accepted, caseSensitive, accentSensitive },
  }));

/** As the bank keeps it: only what its own contract lets in. */
const content = fc
  .tuple(fc.oneof(single, multiple, truth, numeric, short), maybe(text(4000)), maybe(text(1000)))
  .map(([question, explanation, source]) => questionContent.safeParse({ ...question, explanation, source }))
  .filter((parsed) => parsed.success)
  .map((parsed): QuestionContent => parsed.data);
const question: fc.Arbitrary<ExportedQuestion> = fc
  .record({
    content,
    topic: oneLine(200),
    level: fc.constantFrom(...LEVELS),
    tags: fc.uniqueArray(oneLine(60), { maxLength: 20, selector: sameText }),
    state: fc.constantFrom(...REVIEW_STATES),
    code: fc.constantFrom('CH-0001', 'CH-12345'),
  })
  .filter((written) => createQuestion.safeParse(written).success)
  .map(({ code, state, ...written }) => ({ code, state, ...createQuestion.parse(written) }));

const FORMS = {
  gift: (questions: ExportedQuestion[]) => parseGift(giftOf(questions), { fallbackTopic: '' }),
  'csv in Vietnamese': (questions: ExportedQuestion[]) => readCsv(csvTable(questions, 'vi')),
  'csv in English': (questions: ExportedQuestion[]) => readCsv(csvTable(questions, 'en')),
};
const readCsv = (file: Buffer): ParsedItem[] => parseCsv(file.toString('utf8'), { fallbackTopic: '' });

describe.each(Object.entries(FORMS))('what goes out as %s', (_form, read) => {
  test('comes in again as it was', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        const items = read(questions);
        expect(items.map(({ errors }) => errors)).toEqual(questions.map(() => []));
        expect(items.map((item) => item.question)).toEqual(
          questions.map(({ content: own, topic, level, tags }) => {
            const stated = ['topic', 'level'];
            return { content: own, topic, level, tags, stated };
          }),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('brings nothing in approved that was not, and warns of nothing else but a missing source', () => {
    fc.assert(
      fc.property(question, (one) => {
        const [item] = read([one]);
        const expected = [
          ...(one.state === 'draft' ? ['import.marked_draft'] : []),
          ...(one.state === 'retired' ? ['import.marked_retired'] : []),
          ...(one.content.source === '' ? ['import.source_missing'] : []),
        ];
        expect(item?.warnings.map(({ code }) => code).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
