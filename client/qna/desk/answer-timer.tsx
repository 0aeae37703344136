import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/i18n.js';
import { useServerNow } from '../../platform/server-time.js';
import { allowedSeconds } from '../answer-timer.rules.js';
import classes from './answer-timer.module.css';
import { useDesk } from './desk-context.js';

/** How long the answer has taken; over time it says so in words as well. No live region: it would never be silent. */
export function AnswerTimer({ inquiryId }: { inquiryId: InquiryId }) {
  const t = useT('desk');
  const { clock } = useFormat();
  const { live, answerSeconds } = useDesk().session;
  const now = useServerNow();
  if (live.now?.inquiryId !== inquiryId) return null;
  const seconds = Math.max(0, Math.floor((now - Date.parse(live.now.since)) / 1000));
  const allowed = allowedSeconds(live.now, answerSeconds);
  const isOver = allowed !== null && seconds >= allowed;
  return (
    <span className={classes.timer} data-over={isOver || undefined}>
      <span role="timer" aria-label={t('timer.label')}>
        {clock(seconds * 1000)}
      </span>
      {allowed !== null && (
        <small>{isOver ? t('timer.over') : t('timer.of', { time: clock(allowed * 1000) })}</small>
      )}
    </span>
  );
}
