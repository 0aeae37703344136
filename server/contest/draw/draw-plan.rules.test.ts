import { expect, it } from 'vitest';
import {
  topicId,
  versionId,
  type Level,
  type QuestionPrompt,
} from '../../../shared/question-bank/question.schema.js';
import { planOf, type PlanQuestion } from './draw-plan.rules.js';

const idAt = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;
const [law, history] = [topicId.parse(idAt(1)), topicId.parse(idAt(2))];
const choice = (...ids: string[]): QuestionPrompt => ({
  type: 'single_choice',
  text: '?',
  options: ids.map((id) => ({ id, text: id })),
});
const question = (
  digit: number,
  [topic, level]: [typeof law, Level],
  prompt = choice('b', 'a'),
): PlanQuestion => ({
  versionId: versionId.parse(idAt(digit)),
  topicId: topic,
  level,
  prompt,
});

const questions = [
  question(3, [law, 'recall']),
  question(4, [law, 'apply']),
  question(5, [history, 'recall'], { type: 'number', text: '?', unit: '' }),
  question(6, [law, 'recall'], choice('x', 'y', 'z')),
];
const blueprint = [
  { topicId: law, level: 'recall' as const, count: 2 },
  { topicId: history, level: 'recall' as const, count: 1 },
  { topicId: history, level: 'apply' as const, count: 3 },
];

it('gives each cell the questions of its topic and its level, with their options as they stand', () => {
  const plan = planOf({ blueprint, shuffleQuestions: true, shuffleOptions: false }, questions);
  expect(plan.cells.map(({ count, versions }) => [count, versions])).toEqual([
    [
      2,
      [
        { id: idAt(3), optionIds: ['b', 'a'] },
        { id: idAt(6), optionIds: ['x', 'y', 'z'] },
      ],
    ],
    [1, [{ id: idAt(5), optionIds: [] }]],
    [3, []],
  ]);
});

it.each([
  [true, false],
  [false, true],
])('shuffles questions %s and options %s as the round says', (shuffleQuestions, shuffleOptions) => {
  expect(planOf({ blueprint: [], shuffleQuestions, shuffleOptions }, questions)).toEqual({
    cells: [],
    shuffleQuestions,
    shuffleOptions,
  });
});
