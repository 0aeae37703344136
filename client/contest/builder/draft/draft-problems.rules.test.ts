import { describe, expect, it } from 'vitest';
import type { RoundSettings } from '../../../../shared/contest/contest.schema.js';
import { unitId } from '../../../../shared/kernel/ids.js';
import { contestFieldProblems, isSound, roundFieldProblems } from './draft-problems.rules.js';

const round: RoundSettings = {
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
const unit = unitId.parse('0190a000-0000-7000-8000-000000000001');

describe('a contest', () => {
  it.each([
    ['Tìm hiểu Hiến pháp', {}],
    ['', { title: 'title_missing' }],
    ['   ', { title: 'title_missing' }],
  ])('called %j has the problems %j', (title, problems) => {
    expect(contestFieldProblems({ title })).toEqual(problems);
  });
});

describe('a round', () => {
  it.each<[string, Partial<RoundSettings>, object]>([
    ['that lacks nothing', {}, {}],
    ['without a title', { title: ' ' }, { title: 'round_title_missing' }],
    [
      'that closes before it opens',
      { closesAt: '2026-11-30T01:00:00.000Z' },
      { closesAt: 'closes_before_opening' },
    ],
    ['that closes as it opens', { closesAt: round.opensAt }, { closesAt: 'closes_before_opening' }],
    ['that closes a moment after it opens', { closesAt: '2026-12-01T01:00:00.001Z' }, {}],
    ['without an opening yet', { opensAt: null }, {}],
    ['without a close yet', { closesAt: null }, {}],
    ['for nobody', { eligibility: { kind: 'units', unitIds: [] } }, { unitIds: 'units_missing' }],
    ['for one unit', { eligibility: { kind: 'units', unitIds: [unit] } }, {}],
    [
      'with two faults',
      { title: '', eligibility: { kind: 'units', unitIds: [] } },
      { title: 'round_title_missing', unitIds: 'units_missing' },
    ],
  ])('%s', (...[, changes, problems]) => {
    expect(roundFieldProblems({ ...round, ...changes })).toEqual(problems);
  });

  it('can be saved only without problems', () => {
    expect(isSound({})).toBe(true);
    expect(isSound({ title: 'title_missing' })).toBe(false);
  });
});
