import { describe, expect, it } from 'vitest';
import { standingRow, type StandingRow } from '../../../shared/contest/standings.schema.js';
import { decidedPair, shortStandings } from './standing-rows.rules.js';

const row = (rank: number, changes: Partial<StandingRow> = {}): StandingRow =>
  standingRow.parse({
    rank,
    memberId: `0192aaaa-0000-7000-8000-${String(rank).padStart(12, '0')}`,
    fullName: `Người ${rank}`,
    unit: null,
    points: 100 - rank,
    timeUsedMs: 1000,
    submittedAt: '2026-11-14T01:00:00.000Z',
    decidedBy: 'score',
    ...changes,
  });
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_row, index) => row(from + index));
const shown = (parts: { items: StandingRow[]; aroundOwn: StandingRow[] }) =>
  shortStandings(parts).map((one) => (one.kind === 'gap' ? '…' : one.row.rank));

describe('the short standings', () => {
  it.each([
    ['far below', rows(44, 46), [1, 2, 3, '…', 44, 45, 46]],
    ['just below the top', rows(4, 6), [1, 2, 3, 4, 5, 6]],
    ['overlapping the top', rows(3, 5), [1, 2, 3, 4, 5]],
    ['in the top', rows(1, 2), [1, 2, 3]],
    ['one place apart', rows(5, 7), [1, 2, 3, '…', 5, 6, 7]],
    ['without an own row', [], [1, 2, 3]],
  ])('have everybody once and a gap only where places lack: %s', (_case, aroundOwn, expected) => {
    expect(shown({ items: rows(1, 50), aroundOwn })).toEqual(expected);
  });

  it('may be empty or shorter than three', () => {
    expect(shown({ items: [], aroundOwn: [] })).toEqual([]);
    expect(shown({ items: rows(1, 1), aroundOwn: rows(1, 1) })).toEqual([1]);
    expect(shown({ items: rows(1, 3), aroundOwn: rows(7, 8) })).toEqual([1, 2, 3, '…', 7, 8]);
  });

  it('are made of rows and gaps, and of nothing else', () => {
    const kinds = shortStandings({ items: rows(1, 9), aroundOwn: rows(8, 9) }).map(({ kind }) => kind);
    expect(kinds).toEqual(['row', 'row', 'row', 'gap', 'row', 'row']);
  });
});

describe('the example for the ranking', () => {
  it('is a pair of equal points, decided by time rather than by submission', () => {
    const tied = { points: 90 };
    const bySubmission = [row(1, { ...tied, decidedBy: 'submission' }), row(2, tied)];
    const byTime = [row(3, { points: 80, decidedBy: 'time' }), row(4, { points: 80 })];
    expect(decidedPair([...bySubmission, ...byTime])).toMatchObject({ by: 'time', above: { rank: 3 } });
    expect(decidedPair(bySubmission)).toMatchObject({ by: 'submission', below: { rank: 2 } });
  });

  it('is none where nobody needed the chain, or the other half is not shown', () => {
    expect(decidedPair(rows(1, 5))).toBeNull();
    expect(decidedPair([row(1, { decidedBy: 'time' })])).toBeNull();
    const shared = { points: 90, decidedBy: 'tie' } as const;
    expect(decidedPair([row(1, shared), row(1, shared)]), 'a shared place was not decided').toBeNull();
    expect(decidedPair([row(1, { decidedBy: 'time', points: 90 }), row(9, { points: 50 })])).toBeNull();
  });
});
