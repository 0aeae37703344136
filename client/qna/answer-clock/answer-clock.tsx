import { IconClockHour4 } from '@tabler/icons-react';
import { useT, useFormat } from '../../platform/i18n.js';
import { useServerNow } from '../../platform/server-time.js';
import { answerTimeOf } from '../answer-timer.rules.js';
import classes from './answer-clock.module.css';

type AnswerClockProps = {
  since: string;
  /** How long an answer should take; null for no such time. */
  seconds: number | null;
  size?: 'sm' | 'lg';
};

/** How long the answer has taken, and of how much. Amber near the end and after it; never red, never flashing. */
export function AnswerClock({ since, seconds, size = 'sm' }: AnswerClockProps) {
  const t = useT('answer-clock');
  const { clock } = useFormat();
  const { usedMs, leftMs, tone } = answerTimeOf({ since, seconds }, useServerNow());
  const isOver = leftMs !== null && leftMs <= 0;
  return (
    <span className={classes.clock} data-tone={tone} data-size={size}>
      <span
        className={classes.time}
        role="timer"
        aria-label={leftMs === null || isOver ? t('used') : t('left')}
      >
        <IconClockHour4 aria-hidden="true" />
        {leftMs === null ? clock(usedMs) : isOver ? `+${clock(-leftMs)}` : clock(leftMs)}
      </span>
      <span className={classes.words}>
        {leftMs === null
          ? t('used')
          : isOver
            ? t('over')
            : t('leftOf', { whole: clock((seconds ?? 0) * 1000) })}
      </span>
    </span>
  );
}
