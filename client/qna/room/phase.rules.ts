import type { QnaPhase, QnaSessionView } from '../../../shared/qna/session.schema.js';

type Facts = { startsAt: string; endedAt: string | null };

/** Where a session is at a time, ms since 1970: it begins by the clock and ends when its host says so. */
export function phaseAt({ startsAt, endedAt }: Facts, now: number): QnaPhase {
  if (endedAt !== null) return 'ended';
  return now < Date.parse(startsAt) ? 'upcoming' : 'live';
}

/** What is known of a session on screen: its ticks tell when it ended. */
export const factsOf = ({ startsAt, live }: Pick<QnaSessionView, 'startsAt' | 'live'>): Facts => ({
  startsAt,
  endedAt: live.endedAt,
});
