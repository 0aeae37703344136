import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createQuestion,
  LEVELS,
  QUESTION_TYPES,
  type QuestionContent,
} from '../../../shared/question-bank/question.schema.js';
import { emptyForm, formOf, type QuestionForm } from './question-form.rules.js';
import { formProblems, optionShares, requestOf, rightSum } from './question-request.rules.js';

const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
const share = fc.constantFrom('0', '25', '33,333', '50', '100', '-50', '-100', '120', 'x', '');

const forms: fc.Arbitrary<QuestionForm> = fc.record({
  type: fc.constantFrom(...QUESTION_TYPES),
  text: fc.oneof(word, fc.constant(' ')),
  topic: fc.oneof(word, fc.constant('')),
  level: fc.constantFrom(...LEVELS),
  tags: fc.array(
    word.map((text) => text.trim()),
    { maxLength: 3 },
  ),
  explanation: fc.string({ maxLength: 20 }),
  source: fc.string({ maxLength: 20 }),
  options: fc
    .array(fc.record({ text: fc.oneof(word, fc.constant('')), right: fc.boolean(), share }), {
      minLength: 2,
      maxLength: 10,
    })
    .map((rows) => rows.map((row, key) => ({ ...row, key }))),
  ownShares: fc.boolean(),
  correct: fc.boolean(),
  numbers: fc.array(
    fc.record({
      key: fc.constant(0),
      value: fc.constantFrom('1945', '3,14', '-2.5', 'năm', ''),
      tolerance: fc.constantFrom('0', '0,5', '-1', ''),
      credit: share,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  unit: fc.string({ maxLength: 10 }),
  texts: fc.array(fc.record({ key: fc.constant(0), text: fc.oneof(word, fc.constant('')), credit: share }), {
    minLength: 1,
    maxLength: 3,
  }),
  caseSensitive: fc.boolean(),
  accentSensitive: fc.boolean(),
});

/** The editor's radio buttons allow one right option; the generator does not know that. */
const oneRight = (form: QuestionForm): QuestionForm => {
  const first = form.options.findIndex((option) => option.right);
  return form.type === 'single_choice'
    ? { ...form, options: form.options.map((option, index) => ({ ...option, right: index === first })) }
    : form;
};

describe('the editor’s form', () => {
  it('sends only what the server takes, once nothing is wrong', () => {
    let sound = 0;
    fc.assert(
      fc.property(forms.map(oneRight), (form) => {
        if (Object.keys(formProblems(form)).length > 0) return;
        sound += 1;
        expect(createQuestion.safeParse(requestOf(form)).error?.issues).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
    expect(sound).toBeGreaterThan(50);
  });

  it('gives back a stored question unchanged when nothing was edited', () => {
    fc.assert(
      fc.property(forms.map(oneRight), (form) => {
        if (Object.keys(formProblems(form)).length > 0) return;
        const { content, topic, level, tags } = createQuestion.parse(requestOf(form));
        const again = requestOf(formOf({ content, topic: { name: topic }, level, tags }));
        const { solution } = content;
        if (solution.type !== 'multiple_choice') {
          expect(again.content).toEqual(content);
          return;
        }
        // A third is typed as 33,333 %: close, and equal in what it is worth.
        expect(again.content.prompt).toEqual(content.prompt);
        expect(again.content.solution.type).toBe('multiple_choice');
        if (again.content.solution.type !== 'multiple_choice') return;
        for (const [id, weight] of Object.entries(solution.weights))
          expect(again.content.solution.weights[id]).toBeCloseTo(weight, 4);
      }),
      { numRuns: 1000 },
    );
  });

  it('shares the points among right options, and takes as much away for a wrong one', () => {
    const form: QuestionForm = {
      ...emptyForm(),
      type: 'multiple_choice',
      options: [true, true, false].map((right, key) => ({ key, right, text: `o${key}`, share: '0' })),
    };
    expect(optionShares(form)).toEqual([0.5, 0.5, -0.5]);
    expect(rightSum(form)).toBe(1);
  });

  it('names what is missing in a new question', () => {
    expect(formProblems(emptyForm())).toMatchObject({
      text: 'text_missing',
      topic: 'topic_missing',
      'option.0': 'option_missing',
    });
  });

  it('refuses shares that do not add up to everything', () => {
    const form: QuestionForm = {
      ...emptyForm(),
      type: 'multiple_choice',
      ownShares: true,
      options: ['40', '40', '-50'].map((part, key) => ({ key, right: true, text: `o${key}`, share: part })),
    };
    expect(formProblems(form).options).toBe('sum_not_full');
  });
});

describe('a new question', () => {
  it('is a single choice of four options, the first of them right, with everything still to be written', () => {
    const form = emptyForm();
    expect(form).toMatchObject({
      type: 'single_choice',
      level: 'recall',
      tags: [],
      ownShares: false,
      unit: '',
    });
    expect([form.text, form.topic, form.explanation, form.source]).toEqual(['', '', '', '']);
    expect(form.options.map(({ text, right, share }) => [text, right, share])).toEqual([
      ['', true, '0'],
      ['', false, '0'],
      ['', false, '0'],
      ['', false, '0'],
    ]);
    expect(new Set(form.options.map(({ key }) => key)).size).toBe(4);
  });

  it('has, whichever type it becomes, one answer to fill in that earns everything, read leniently', () => {
    const { correct, numbers, texts, caseSensitive, accentSensitive } = emptyForm();
    expect(correct).toBe(true);
    expect(numbers).toEqual([{ key: 0, value: '', tolerance: '0', credit: '100' }]);
    expect(texts).toEqual([{ key: 0, text: '', credit: '100' }]);
    expect([caseSensitive, accentSensitive]).toEqual([false, false]);
  });
});

describe('a stored question in the editor', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Phương án ${id}` }));
  const shown = (content: Pick<QuestionContent, 'prompt' | 'solution'>) =>
    formOf({
      content: { ...content, explanation: 'Vì thế.', source: 'SGK' },
      topic: { name: 'Địa lý' },
      level: 'apply',
      tags: ['lớp 5', 'ôn tập'],
    });
  const marks = (form: QuestionForm) => form.options.map(({ right, share }) => [right, share]);

  it('has its text, topic, level, tags, explanation and source', () => {
    expect(
      shown({ prompt: { type: 'true_false', text: '?' }, solution: { type: 'true_false', correct: false } }),
    ).toEqual({
      ...emptyForm(),
      type: 'true_false',
      text: '?',
      topic: 'Địa lý',
      level: 'apply',
      tags: ['lớp 5', 'ôn tập'],
      explanation: 'Vì thế.',
      source: 'SGK',
      correct: false,
    });
  });

  const single = (credits: Record<string, number>) =>
    shown({
      prompt: { type: 'single_choice', text: '?', options },
      solution: { type: 'single_choice', credits },
    });

  it('of single choice marks the full answer; shares are typed only where another option earns some', () => {
    const plain = single({ b: 1 });
    expect(plain.options.map(({ key, text }) => [key, text])).toEqual([
      [0, 'Phương án a'],
      [1, 'Phương án b'],
      [2, 'Phương án c'],
    ]);
    expect(marks(plain)).toEqual([
      [false, '0'],
      [true, '100'],
      [false, '0'],
    ]);
    expect(plain.ownShares).toBe(false);
    const partly = single({ b: 1, c: 0.25 });
    expect(marks(partly)).toEqual([
      [false, '0'],
      [true, '100'],
      [false, '25'],
    ]);
    expect(partly.ownShares).toBe(true);
    expect(
      marks(single({ a: 1, c: 1 })).map(([right]) => right),
      'one of two full ones',
    ).toEqual([true, false, false]);
    expect(single({ a: 1, c: 1 }).ownShares, 'and the other is not lost').toBe(true);
  });

  it.each<[string, Record<string, number>, boolean[], boolean]>([
    [
      'right ones that share, wrong ones that take as much away',
      { a: 0.5, b: 0.5, c: -0.5 },
      [true, true, false],
      false,
    ],
    ['thirds, rounded', { a: 0.333, b: 0.333, c: 0.333 }, [true, true, true], false],
    ['one right one', { a: 1, b: -1, c: -1 }, [true, false, false], false],
    ['wrong ones that cost nothing', { a: 0.5, b: 0.5 }, [true, true, false], true],
    ['wrong ones that cost more', { a: 0.5, b: 0.5, c: -1 }, [true, true, false], true],
    ['right ones that weigh differently', { a: 0.6, b: 0.4, c: -0.5 }, [true, true, false], true],
  ])('of several choices, %s', (...[, weights, right, ownShares]) => {
    const prompt = { type: 'multiple_choice', text: '?', options } as const;
    const form = shown({ prompt, solution: { type: 'multiple_choice', weights } });
    expect(form.options.map((option) => option.right)).toEqual(right);
    expect(form.ownShares).toBe(ownShares);
    expect(optionShares(form).map((share) => Math.round(share * 100))).toEqual(
      ['a', 'b', 'c'].map((id) => Math.round((weights[id] ?? 0) * 100)),
    );
  });

  it('of numbers has values as one types them here, and the unit', () => {
    const accepted = [
      { value: 3.14, tolerance: 0.01, credit: 1 },
      { value: -3, tolerance: 0, credit: 0.5 },
    ];
    const form = shown({
      prompt: { type: 'number', text: '?', unit: 'cm' },
      solution: { type: 'number', accepted },
    });
    expect(form.unit).toBe('cm');
    expect(form.numbers).toEqual([
      { key: 0, value: '3,14', tolerance: '0,01', credit: '100' },
      { key: 1, value: '-3', tolerance: '0', credit: '50' },
    ]);
  });

  it('of words has the accepted ones, and how strictly they are read', () => {
    const accepted = [
      { text: 'Hà Nội', credit: 1 },
      { text: 'Thăng Long', credit: 0.75 },
    ];
    const form = shown({
      prompt: { type: 'short_text', text: '?' },
      solution: { type: 'short_text', accepted, caseSensitive: false, accentSensitive: true },
    });
    expect(form.texts).toEqual([
      { key: 0, text: 'Hà Nội', credit: '100' },
      { key: 1, text: 'Thăng Long', credit: '75' },
    ]);
    expect([form.caseSensitive, form.accentSensitive]).toEqual([false, true]);
  });
});
