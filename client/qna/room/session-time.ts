import type { Instant } from '../../../shared/kernel/time.js';
import type { QnaPhase } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';

type Planned = { startsAt: Instant; endsAt: Instant | null; phase: QnaPhase };

/** “14:00, 24/11/2026, dự kiến đến 16:00”: a session ends when its host ends it, so its end is only expected. */
export function useSessionTime(): (session: Planned) => string {
  const t = useT('qna');
  const { date, dateTime, time } = useFormat();
  return ({ startsAt, endsAt, phase }) => {
    const start = dateTime(startsAt);
    if (endsAt === null || phase === 'ended') return start;
    const sameDay = date(startsAt) === date(endsAt);
    return t('planned', { start, end: sameDay ? time(endsAt) : dateTime(endsAt) });
  };
}
