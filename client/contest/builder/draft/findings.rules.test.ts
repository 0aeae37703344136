import { describe, expect, it } from 'vitest';
import {
  roundId,
  type PublishProblem,
  type RoundSettings,
} from '../../../../shared/contest/contest.schema.js';
import { standingProblems, stepMark, weightOf, type Written } from './findings.rules.js';

const [first, second] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'].map(
  (id) => roundId.parse(id),
);
const settings: RoundSettings = {
  title: 'Vòng 1',
  opensAt: '2026-12-01T01:00:00.000Z',
  closesAt: '2026-12-07T10:00:00.000Z',
  durationMinutes: 30,
  attemptsAllowed: 1,
  counting: 'best',
  graceSeconds: 30,
  eligibility: { kind: 'all' },
  blueprint: [],
  shuffleQuestions: true,
  shuffleOptions: true,
  pointsPerQuestion: 5,
  resultsVisible: { kind: 'on_submission' },
  answersVisible: { kind: 'on_close' },
  standingsVisible: { kind: 'on_close' },
};
const problem = (code: string, of: Partial<PublishProblem> = {}): PublishProblem => ({
  code,
  params: {},
  roundId: first ?? null,
  step: 'time',
  severity: 'blocks',
  ...of,
});
const written = (one: Partial<RoundSettings>, other: Partial<RoundSettings> = {}): Written => ({
  texts: { title: 'Tìm hiểu Hiến pháp', summary: '', rules: '', contact: '' },
  rounds: new Map([
    [String(first), { ...settings, ...one }],
    [String(second), { ...settings, ...other }],
  ]),
});
const backwards = { closesAt: '2026-11-01T10:00:00.000Z' };

describe('what stands of the findings', () => {
  it('does not say that no time is chosen beside a field that says which of two is too early', () => {
    const found = [problem('publish.window_missing'), problem('publish.blueprint_empty', { step: 'paper' })];
    expect(standingProblems(found, written(backwards)).map(({ code }) => code)).toEqual([
      'publish.blueprint_empty',
    ]);
    expect(standingProblems(found, written({}))).toEqual(found);
  });

  it('leaves what another round lacks', () => {
    const found = [problem('publish.window_missing', { roundId: second })];
    expect(standingProblems(found, written(backwards))).toEqual(found);
  });

  it('does not ask for a name twice', () => {
    const found = [problem('publish.title_missing', { roundId: null, step: 'information' })];
    const unnamed = { ...written({}), texts: { title: ' ', summary: '', rules: '', contact: '' } };
    expect(standingProblems(found, unnamed)).toEqual([]);
    expect(standingProblems(found, written({}))).toEqual(found);
  });
});

describe('the mark of a step', () => {
  it('tells what is wrong from what a new draft only lacks', () => {
    const fresh = [problem('publish.window_missing'), problem('publish.blueprint_empty', { step: 'paper' })];
    expect(stepMark('time', fresh, written({ opensAt: null, closesAt: null }))).toEqual({
      wrong: 0,
      lacks: 1,
    });
    expect(stepMark('paper', fresh, written({}))).toEqual({ wrong: 0, lacks: 1 });
    expect(stepMark('standings', fresh, written({}))).toEqual({ wrong: 0, lacks: 0 });
  });

  it('counts all rounds, not only the one in view', () => {
    const found = [problem('publish.window_past'), problem('publish.window_past', { roundId: second })];
    expect(stepMark('time', found, written({}))).toEqual({ wrong: 2, lacks: 0 });
  });

  it('counts fields that could not be saved, of which the server knows nothing', () => {
    expect(stepMark('time', [], written({}, backwards))).toEqual({ wrong: 1, lacks: 0 });
    expect(stepMark('information', [], written({ title: '' }, { title: ' ' }))).toEqual({
      wrong: 2,
      lacks: 0,
    });
  });
});

it.each([
  ['publish.window_missing', 'blocks', 'lacks'],
  ['publish.blueprint_empty', 'blocks', 'lacks'],
  ['publish.window_invalid', 'blocks', 'wrong'],
  ['publish.cell_impossible', 'blocks', 'wrong'],
  ['publish.rules_missing', 'warns', 'warns'],
] as const)('%s, which %s, %s', (code, severity, weight) => {
  expect(weightOf(problem(code, { severity }))).toBe(weight);
});
