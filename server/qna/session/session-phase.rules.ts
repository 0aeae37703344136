import type { QnaPhase } from '../../../shared/qna/session.schema.js';

/** A session begins by the clock and ends when its host says so. */
export function phaseOf(session: { startsAt: Date; endedAt: Date | null }, now: Date): QnaPhase {
  if (session.endedAt) return 'ended';
  return now < session.startsAt ? 'upcoming' : 'live';
}
