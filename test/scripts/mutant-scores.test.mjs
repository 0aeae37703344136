import { expect, it } from 'vitest';
import { scoresOf } from '../../bench/mutants/scores.ts';

const file = (...statuses) => ({ mutants: statuses.map((status) => ({ status })) });

it('scores each file and all of them by the breaks that were noticed', () => {
  const report = {
    files: {
      'a.rules.ts': file('Killed', 'Timeout', 'Survived'),
      'b.rules.ts': file('Killed', 'NoCoverage', 'Ignored', 'CompileError'),
      'c.rules.ts': file('Ignored'),
    },
  };
  expect(scoresOf(report)).toEqual({
    arms: [
      { file: 'a.rules.ts', killed: 2, survived: 1, uncovered: 0, score: 66.7 },
      { file: 'b.rules.ts', killed: 1, survived: 1, uncovered: 1, score: 50 },
    ],
    figures: { score: 60, mutants: 5, uncovered: 1 },
  });
});

it('refuses what is no such report', () => {
  expect(() => scoresOf({ files: { 'a.ts': {} } })).toThrow();
});
