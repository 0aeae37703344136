import { IconClockHour4 } from '@tabler/icons-react';
import type { QnaLive } from '../../../shared/qna/session.schema.js';
import { useT, useFormat } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { allowedSeconds, answerTimeOf } from '../room/answer-timer.rules.js';
import classes from './answer-clock.module.css';

type AnswerClockProps = {
  now: NonNullable<QnaLive['now']>;
  /** How long answers of this session should take; null for no such time. */
  seconds: number | null;
  size?: 'sm' | 'lg';
  /** Down to the planned time, or up from the beginning, which is shorter. */
  counts?: 'down' | 'up';
};

/** How long the answer has taken, and of how much. Amber near the end and after it; never red, never flashing. */
export function AnswerClock({ now, seconds, size = 'sm', counts = 'down' }: AnswerClockProps) {
  const t = useT('qna/answer-clock');
  const { clockLeft, clockUsed } = useFormat();
  const whole = allowedSeconds(now, seconds);
  const { usedMs, leftMs, tone } = answerTimeOf({ since: now.since, seconds: whole }, useServerNow());
  const isOver = leftMs !== null && leftMs <= 0;
  if (counts === 'up')
    return (
      <span className={classes.clock} data-tone={tone} data-size="xs">
        <span className={classes.time} role="timer" aria-label={t('taken')} translate="no">
          {clockUsed(usedMs)}
        </span>
        {whole !== null && (
          <span className={classes.words}>
            {isOver ? t('isOver') : t('of', { whole: clockLeft(whole * 1000) })}
          </span>
        )}
      </span>
    );
  return (
    <span className={classes.clock} data-tone={tone} data-size={size}>
      <span
        className={classes.time}
        role="timer"
        aria-label={leftMs === null || isOver ? t('used') : t('left')}
        translate="no"
      >
        <IconClockHour4 aria-hidden="true" />
        {leftMs === null ? clockUsed(usedMs) : isOver ? `+${clockUsed(-leftMs)}` : clockLeft(leftMs)}
      </span>
      <span className={classes.words}>
        {leftMs === null
          ? t('used')
          : isOver
            ? t('over')
            : t('leftOf', { whole: clockLeft((whole ?? 0) * 1000) })}
      </span>
    </span>
  );
}
