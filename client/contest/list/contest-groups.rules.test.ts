import { describe, expect, it } from 'vitest';
import { contestRow, type ContestRow } from '../../../shared/contest/contest.schema.js';
import { groupContests, groupOf, matches } from './contest-groups.rules.js';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T01:00:00.000Z`;
const now = Date.parse(day(15));

function contest(title: string, changes: Partial<ContestRow>): ContestRow {
  return contestRow.parse({
    id: `0192aaaa-0000-7000-8000-${String(title.length).padStart(12, '0')}`,
    title,
    summary: '',
    state: 'published',
    phase: 'running',
    opensAt: day(10),
    closesAt: day(20),
    roundCount: 1,
    updatedAt: day(1),
    ...changes,
  });
}

describe('the list of contests', () => {
  it('puts a contest where the clock says it belongs', () => {
    const stale = contest('a', { phase: 'upcoming' });
    expect(groupOf(stale, now)).toBe('upcoming');
    expect(groupOf(contest('a', {}), now)).toBe('running');
    expect(groupOf(contest('a', {}), Date.parse(day(10)))).toBe('running');
    expect(groupOf(contest('a', {}), Date.parse(day(20)))).toBe('closed');
    expect(groupOf(contest('a', {}), Date.parse(day(10)) - 1)).toBe('upcoming');
    expect(groupOf(contest('a', { phase: 'cancelled' }), now)).toBe('closed');
    expect(groupOf(contest('a', { phase: 'draft' }), now)).toBeNull();
  });

  it('has what ends or begins first on top, and of the closed the last one', () => {
    const rows = [
      contest('run late', { closesAt: day(25) }),
      contest('run soon', { closesAt: day(16) }),
      contest('coming late', { opensAt: day(22), closesAt: day(29) }),
      contest('coming soon', { opensAt: day(18), closesAt: day(29) }),
      contest('over long ago', { opensAt: day(2), closesAt: day(4) }),
      contest('just over', { opensAt: day(2), closesAt: day(14) }),
    ];
    const groups = groupContests(rows, now);
    expect(groups.running.map((row) => row.title)).toEqual(['run soon', 'run late']);
    expect(groups.upcoming.map((row) => row.title)).toEqual(['coming soon', 'coming late']);
    expect(groups.closed.map((row) => row.title)).toEqual(['just over', 'over long ago']);
  });

  it('shows no draft', () => {
    const groups = groupContests([contest('a', { phase: 'draft' })], now);
    expect(groups).toEqual({ running: [], upcoming: [], closed: [] });
  });

  it('is searched without accents, đ and case, each word anywhere', () => {
    const row = contest('Ngọn Đèn Tri Thức', { summary: 'Báo chí Việt Nam' });
    for (const search of ['', 'den', 'đèn ngọn', 'TRI bao', '  tri  '])
      expect(matches(row, search)).toBe(true);
    for (const search of ['dèn x', 'hiến pháp']) expect(matches(row, search)).toBe(false);
  });
});
