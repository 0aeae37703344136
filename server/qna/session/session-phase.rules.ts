import type { QnaPhase } from '../../../shared/qna/session.schema.js';

/** A session that is published begins by the clock and ends when its host says so. */
export function phaseOf(
  session: { draft: boolean; startsAt: Date; endedAt: Date | null },
  now: Date,
): QnaPhase {
  if (session.draft) return 'draft';
  if (session.endedAt) return 'ended';
  return now < session.startsAt ? 'upcoming' : 'live';
}
