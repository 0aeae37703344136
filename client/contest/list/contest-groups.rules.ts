import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { searchText, searchWords } from '../../../shared/kernel/text.js';

export const GROUPS = ['running', 'upcoming', 'closed'] as const;
export type Group = (typeof GROUPS)[number];

/** Null for what a member has no group for: drafts. A cancelled contest is a closed one. */
export function groupOf(contest: ContestRow, now: number): Group | null {
  if (contest.phase === 'draft') return null;
  if (contest.phase === 'cancelled') return 'closed';
  if (contest.opensAt !== null && Date.parse(contest.opensAt) > now) return 'upcoming';
  if (contest.closesAt !== null && Date.parse(contest.closesAt) <= now) return 'closed';
  return contest.phase;
}

/** Running ones by their close, coming ones by their opening, closed ones the last first. */
export function groupContests(contests: readonly ContestRow[], now: number): Record<Group, ContestRow[]> {
  const groups: Record<Group, ContestRow[]> = { running: [], upcoming: [], closed: [] };
  for (const contest of contests) {
    const group = groupOf(contest, now);
    if (group) groups[group].push(contest);
  }
  const at = (instant: string | null) => (instant === null ? 0 : Date.parse(instant));
  groups.running.sort((one, two) => at(one.closesAt) - at(two.closesAt));
  groups.upcoming.sort((one, two) => at(one.opensAt) - at(two.opensAt));
  groups.closed.sort((one, two) => at(two.closesAt) - at(one.closesAt));
  return groups;
}

/** Words to find in a title or summary; accents, đ and case do not matter. */
export function matches(contest: ContestRow, search: string): boolean {
  const text = searchText(`${contest.title} ${contest.summary}`);
  return searchWords(search).every((word) => text.includes(word));
}
