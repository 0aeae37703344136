import { IconAlarm, IconClockHour4 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { announce } from '../../platform/page/announcer.js';
import { clockText } from '../../../shared/kernel/formats.js';
import { useT } from '../../platform/text/i18n.js';
import { timeIsSure, useServerNow } from '../../platform/time/server-time.js';
import { markPassed, toneOf } from './countdown.rules.js';
import classes from './timer-pill.module.css';

type TimerPillProps = {
  /** The deadline, in milliseconds since 1970 by the server's clock. */
  deadline: number;
  label: string;
  size?: 'sm' | 'md' | 'lg';
  /** Called once when the time is up, also for a deadline that is over already. */
  onOver?: () => void;
};

/** Time left, by the server's clock. No live region: it speaks at 5 minutes, 1 minute and 10 seconds only. */
export function TimerPill({ deadline, label, size = 'md', onOver }: TimerPillProps) {
  const t = useT('ui');
  const remainingMs = Math.max(0, deadline - useServerNow());
  const before = useRef(remainingMs);
  useEffect(() => {
    const mark = markPassed(before.current, remainingMs);
    before.current = remainingMs;
    if (mark !== null) announce(t(`timer.mark${mark}`));
  }, [remainingMs, t]);
  useOnceOver(remainingMs === 0 && timeIsSure(), deadline, onOver);
  const tone = toneOf(remainingMs);
  return (
    <span
      className={classes.pill}
      data-tone={tone}
      data-size={size}
      role="timer"
      aria-label={label}
      translate="no"
    >
      {tone === 'last' ? <IconAlarm aria-hidden="true" /> : <IconClockHour4 aria-hidden="true" />}
      {clockText(remainingMs, 'left')}
    </span>
  );
}

/** Extra time moves the deadline, and then it may be over a second time. */
function useOnceOver(isOver: boolean, deadline: number, onOver: (() => void) | undefined) {
  const latest = useRef(onOver);
  useEffect(() => {
    latest.current = onOver;
  });
  useEffect(() => {
    if (isOver) latest.current?.();
  }, [isOver, deadline]);
}
