import { describe, expect, it } from 'vitest';
import { createQuestion, LEVELS, QUESTION_TYPES } from '../../../shared/question-bank/question.schema.js';
import { demoQuestions } from './all.js';

const MIN_BY_TOPIC = {
  'Lịch sử Việt Nam': 30,
  'Hiến pháp': 25,
  'Luật An ninh mạng': 20,
  'Bảo vệ dữ liệu cá nhân': 20,
  'Chuyển đổi số': 18,
  'Lịch sử báo chí Việt Nam': 20,
};

/** What a blueprint of the demo contests may ask of each topic. */
const MIN_BY_LEVEL = { recall: 7, understand: 6, apply: 4, analyse: 2 };
const MIN_BY_TYPE = { single_choice: 60, multiple_choice: 15, true_false: 12, number: 10, short_text: 10 };

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const singles = demoQuestions.flatMap(({ content: { prompt, solution } }) => {
  if (prompt.type !== 'single_choice' || solution.type !== 'single_choice') return [];
  return [{ options: prompt.options, right: Object.keys(solution.credits) }];
});

const share = (count: number) => count / singles.length;

describe('the demo question bank', () => {
  it.each(demoQuestions.map((question) => [question.content.prompt.text, question] as const))(
    'takes part as it is: %s',
    (_text, question) => {
      expect(createQuestion.parse(question)).toEqual(question);
      expect(question.content.explanation.length).toBeGreaterThan(40);
      expect(question.content.source.length).toBeGreaterThan(10);
      expect(question.tags.length).toBeGreaterThan(0);
    },
  );

  it('is large enough and says nothing twice, accents aside', () => {
    const texts = demoQuestions.map(({ content }) => folded(content.prompt.text));
    expect(texts.length).toBeGreaterThanOrEqual(130);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('repeats no option within a question', () => {
    for (const { content } of demoQuestions) {
      if (!('options' in content.prompt)) continue;
      const texts = content.prompt.options.map((option) => folded(option.text));
      expect(new Set(texts).size, content.prompt.text).toBe(texts.length);
    }
  });

  it.each(Object.entries(MIN_BY_TOPIC))('has enough on %s at every level', (topic, minimum) => {
    const own = demoQuestions.filter((question) => question.topic === topic);
    expect(own.length).toBeGreaterThanOrEqual(minimum);
    for (const level of LEVELS) {
      const count = own.filter((question) => question.level === level).length;
      expect(count, level).toBeGreaterThanOrEqual(MIN_BY_LEVEL[level]);
    }
  });

  it('keeps to the known topics', () => {
    expect(new Set(demoQuestions.map((question) => question.topic))).toEqual(
      new Set(Object.keys(MIN_BY_TOPIC)),
    );
  });

  it.each(QUESTION_TYPES)('has enough of type %s', (type) => {
    const count = demoQuestions.filter(({ content }) => content.prompt.type === type).length;
    expect(count).toBeGreaterThanOrEqual(MIN_BY_TYPE[type]);
  });

  it('marks one of four options right in a single choice, at no telling place', () => {
    for (const { options, right } of singles) {
      expect(options).toHaveLength(4);
      expect(right).toHaveLength(1);
    }
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(share(singles.filter(({ right }) => right.includes(id)).length), id).toBeGreaterThanOrEqual(
        0.15,
      );
    }
  });

  it('does not give the right option away by its length', () => {
    const telling = singles.filter(({ options, right }) => {
      const others = options.filter((option) => !right.includes(option.id));
      const longestOther = Math.max(...others.map((option) => option.text.length));
      return options.some((option) => right.includes(option.id) && option.text.length > longestOther);
    });
    expect(share(telling.length)).toBeLessThanOrEqual(0.4);
  });

  it('shares exactly one point among the right options of a multiple choice and punishes guessing', () => {
    for (const { content } of demoQuestions) {
      if (content.solution.type !== 'multiple_choice') continue;
      const weights = Object.values(content.solution.weights);
      const gained = weights.filter((weight) => weight > 0);
      expect(gained.length).toBeGreaterThanOrEqual(2);
      expect(gained.reduce((sum, weight) => sum + weight, 0)).toBe(1);
      expect(weights.some((weight) => weight < 0)).toBe(true);
    }
  });

  it('mixes true and false statements', () => {
    const answers = demoQuestions.flatMap(({ content: { solution } }) =>
      solution.type === 'true_false' ? [solution.correct] : [],
    );
    expect(answers).toContain(true);
    expect(answers.filter((correct) => !correct).length).toBeGreaterThanOrEqual(answers.length / 3);
  });
});
