import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuestion, LEVELS, QUESTION_TYPES } from '../../../shared/question-bank/question.schema.js';
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
