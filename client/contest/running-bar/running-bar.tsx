import { IconArrowRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { RunningAttempt } from '../../../shared/contest/attempt.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { useMoments } from '../../platform/time/moments.js';
import { TimerPill } from '../../ui/data/timer-pill.js';
import { contestKeys, useRunningAttempts } from '../contest.api.js';
import classes from './running-bar.module.css';

const none: RunningAttempt[] = [];

/** A slim line on every page while an attempt runs: how long still, and the way back to it. */
export function RunningBar() {
  const t = useT('contest/running-bar');
  const queryClient = useQueryClient();
  const attempts = useRunningAttempts().data?.items ?? none;
  const deadlines = attempts.map((attempt) => Date.parse(attempt.deadlineAt));
  const now = useMoments(deadlines, () => {
    void queryClient.invalidateQueries({ queryKey: contestKeys.running });
  });
  const running = attempts.filter((attempt) => Date.parse(attempt.deadlineAt) > now);
  if (running.length === 0) return null;
  return (
    <section aria-label={t('label')} className={classes.bars}>
      {running.map((attempt) => (
        <Link key={attempt.id} to={`/attempts/${attempt.id}`} className={classes.bar}>
          <TimerPill size="sm" deadline={Date.parse(attempt.deadlineAt)} label={t('timer')} />
          <span className={classes.title}>{attempt.roundTitle}</span>
          <span className={classes.answered} translate="no">
            {t('answered', { answered: attempt.answered, total: attempt.questionCount })}
          </span>
          <span className={classes.action} translate="no">
            {t('resume', { position: attempt.resumeAt })}
            <IconArrowRight aria-hidden="true" />
          </span>
        </Link>
      ))}
    </section>
  );
}
