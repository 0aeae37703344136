import { IconAlarm, IconArrowRight, IconClockHour4 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { RunningAttempt } from '../../shared/contest/attempt.schema.js';
import { announce } from '../platform/page/announcer.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { ButtonLink } from '../ui/form/button.js';
import { Chip } from '../ui/data/chip.js';
import { markPassed, toneOf } from '../ui/data/countdown.rules.js';
import { ProgressBar } from '../ui/feedback/progress-bar.js';
import classes from './now-card.module.css';

/** The attempt that runs: how long still, how far, and the way back into it. */
export function RunningCard({ attempt, wide }: { attempt: RunningAttempt; wide: boolean }) {
  const t = useT('home');
  const { answered, questionCount, ordinal, attemptsAllowed, deadlineAt } = attempt;
  const progress = t('running.answered', { answered, total: questionCount });
  return (
    <section
      className={classes.card}
      data-kind="now"
      data-wide={wide || undefined}
      aria-label={t('running.label')}
    >
      <div>
        <Chip kind="now" icon={<IconClockHour4 aria-hidden="true" />}>
          {t('running.chip')}
        </Chip>
      </div>
      <h2 className={classes.title}>{attempt.roundTitle}</h2>
      <p className={classes.contest}>{attempt.contestTitle}</p>
      <TimeLeft deadline={Date.parse(deadlineAt)} />
      <ProgressBar value={answered} max={questionCount} label={progress} tone="now" />
      <p className={classes.facts}>
        <span>{progress}</span>
        <span>
          {attemptsAllowed === null
            ? t('running.ordinal', { nth: ordinal })
            : t('running.ordinalOf', { nth: ordinal, allowed: attemptsAllowed })}
        </span>
      </p>
      <ButtonLink
        block
        size="lg"
        kind="primary"
        iconAfter={<IconArrowRight />}
        to={`/attempts/${attempt.id}`}
      >
        {t('running.resume', { position: attempt.resumeAt })}
      </ButtonLink>
    </section>
  );
}

function TimeLeft({ deadline }: { deadline: number }) {
  const t = useT('home');
  const ui = useT('ui');
  const { clockLeft, time } = useFormat();
  const left = Math.max(0, deadline - useServerNow());
  const before = useRef(left);
  useEffect(() => {
    const mark = markPassed(before.current, left);
    before.current = left;
    if (mark !== null) announce(ui(`timer.mark${mark}`));
  }, [left, ui]);
  const tone = toneOf(left);
  return (
    <div className={classes.time}>
      <span
        className={classes.clock}
        data-tone={tone}
        role="timer"
        aria-label={t('running.timer')}
        translate="no"
      >
        {tone === 'last' && <IconAlarm aria-hidden="true" />}
        {clockLeft(left)}
      </span>
      <span className={classes.until}>{t('running.until', { time: time(deadline) })}</span>
    </div>
  );
}
