import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionPoints, scoreOf } from './scoring.rules.js';

const graded = (...credits: number[]) => credits.map((credit) => ({ topic: 'Hiến pháp', credit }));

describe('scoreOf', () => {
  it.each([
    [[], 5, 0, 0],
    [[1, 1, 0], 5, 10, 2],
    [[0.5], 5, 2.5, 0],
    // Three thirds to six decimals are worth the whole question, yet none of them is correct.
    [[0.333333, 0.333333, 0.333333], 5, 5, 0],
    [[0.333333], 1, 0.33, 0],
    [[0.005], 1, 0.01, 0],
    [[0.004999], 1, 0, 0],
    [[0.1, 0.2], 1, 0.3, 0],
    [[0.999999], 1, 1, 0],
    [[0.9999999], 1, 1, 1],
  ])('credits %o at %d points each', (...[credits, pointsPerQuestion, points, correct]) => {
    const score = scoreOf(graded(...credits), pointsPerQuestion);
    expect(score).toMatchObject({ points, correct, maxPoints: credits.length * pointsPerQuestion });
  });

  it('tells each topic apart, in alphabetical order', () => {
    const questions = [
      { topic: 'Văn hóa', credit: 1 },
      { topic: 'Đạo đức nghề', credit: 0.5 },
      { topic: 'Chuyển đổi số', credit: 0 },
      { topic: 'Đạo đức nghề', credit: 1 },
    ];
    expect(scoreOf(questions, 5).topics).toEqual([
      { topic: 'Chuyển đổi số', correct: 0, questions: 1, share: 0 },
      { topic: 'Đạo đức nghề', correct: 1, questions: 2, share: 0.75 },
      { topic: 'Văn hóa', correct: 1, questions: 1, share: 1 },
    ]);
  });

  const millionths = fc.integer({ min: 0, max: 1_000_000 });
  const questions = fc.array(
    fc.record({
      topic: fc.constantFrom('A', 'B', 'C'),
      credit: millionths.map((units) => units / 1_000_000),
    }),
    { maxLength: 60 },
  );

  it('is exact, whatever the order of the questions', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 100 }), (paper, pointsPerQuestion) => {
        const score = scoreOf(paper, pointsPerQuestion);
        const exact = paper.reduce((sum, { credit }) => sum + BigInt(Math.round(credit * 1e6)), 0n);
        const hundredths = (exact * BigInt(pointsPerQuestion) + 5000n) / 10_000n;
        expect(Math.round(score.points * 100)).toBe(Number(hundredths));
        expect(scoreOf(paper.toReversed(), pointsPerQuestion)).toEqual(score);
        expect(score.points).toBeLessThanOrEqual(score.maxPoints);
      }),
    );
  });

  it('splits the paper into its topics without rest', () => {
    fc.assert(
      fc.property(questions, (paper) => {
        const { topics, correct } = scoreOf(paper, 1);
        expect(topics.reduce((sum, topic) => sum + topic.questions, 0)).toBe(paper.length);
        expect(topics.reduce((sum, topic) => sum + topic.correct, 0)).toBe(correct);
      }),
    );
  });
});

describe('questionPoints', () => {
  it.each([
    [1, 5, 5],
    [0.333333, 5, 1.67],
    [0, 5, 0],
  ])('credit %d of %d points', (credit, pointsPerQuestion, points) => {
    expect(questionPoints(credit, pointsPerQuestion)).toBe(points);
  });
});
