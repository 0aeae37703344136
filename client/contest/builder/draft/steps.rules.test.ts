import { expect, it } from 'vitest';
import { publishProblem } from '../../../../shared/contest/contest.schema.js';
import { isBlocking, problemsIn, stepOf } from './steps.rules.js';

const [first, second] = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'];
const problem = (code: string, place: { step: string; roundId?: string; severity?: string }) =>
  publishProblem.parse({ code, params: {}, roundId: null, severity: 'warns', ...place });

it('leads an address without a step, or with one that is not there, to the first', () => {
  expect(stepOf(undefined, true)).toBe('information');
  expect(stepOf('time', true)).toBe('time');
  expect(stepOf('run', true)).toBe('information');
  expect(stepOf('publish', false)).toBe('run');
  expect(stepOf('paper', false)).toBe('paper');
});

it('tells at a step what is wrong there: with the contest, and with the round that is open', () => {
  const problems = [
    problem('title', { step: 'information' }),
    problem('window', { step: 'time', roundId: first }),
    problem('cell', { step: 'paper', roundId: first }),
    problem('other cell', { step: 'paper', roundId: second }),
    problem('any round', { step: 'paper' }),
  ];
  const codes = (step: 'paper' | 'time' | 'information', roundId: string | null) =>
    problemsIn(problems, step, roundId).map(({ code }) => code);
  expect(codes('paper', first ?? '')).toEqual(['cell', 'any round']);
  expect(codes('paper', second ?? '')).toEqual(['other cell', 'any round']);
  expect(codes('time', second ?? '')).toEqual([]);
  expect(codes('information', first ?? '')).toEqual(['title']);
  expect(codes('paper', null)).toEqual(['any round']);
});

it('lets a contest be published over a warning, and not over what blocks', () => {
  expect(isBlocking(problem('cell', { step: 'paper', severity: 'blocks' }))).toBe(true);
  expect(isBlocking(problem('cell', { step: 'paper', severity: 'warns' }))).toBe(false);
});
