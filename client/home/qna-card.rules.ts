import type { QnaSummary } from '../../shared/qna/session.schema.js';

type Session = Pick<QnaSummary, 'startsAt' | 'endsAt' | 'phase'>;

/** Whether a session is going on by the clock (`now`, ms since 1970): one that has begun since the answer counts too. */
export function isOn(session: Session, now: number): boolean {
  return (
    (session.phase === 'live' || session.phase === 'upcoming') &&
    Date.parse(session.startsAt) <= now &&
    (session.endsAt === null || now < Date.parse(session.endsAt))
  );
}

/** How long after its start a session without an end is still taken for one of the day. */
const STALE_AFTER_MS = 12 * 60 * 60_000;

/**
 * The session to point out: one that is going on, the latest begun first, else the next one until the end of the day.
 * `dayOf` gives the day an instant falls on.
 */
export function sessionOfDay<Listed extends Session>(
  sessions: readonly Listed[],
  { now, dayOf }: { now: number; dayOf: (instant: string | number) => string },
): Listed | null {
  const byStart = sessions.toSorted((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt));
  const on = byStart.find(
    (session) =>
      isOn(session, now) && (session.endsAt !== null || now - Date.parse(session.startsAt) < STALE_AFTER_MS),
  );
  if (on) return on;
  const coming = byStart.filter(
    (session) =>
      session.phase === 'upcoming' &&
      Date.parse(session.startsAt) > now &&
      dayOf(session.startsAt) === dayOf(now),
  );
  return coming.at(-1) ?? null;
}
