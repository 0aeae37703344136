import { IconChevronLeft, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { useConnection } from '../../../platform/api/connection.js';
import { LogoMark } from '../../../ui/layout/app-logo.js';
import { Button } from '../../../ui/form/button.js';
import { SaveState } from '../../../ui/feedback/save-state.js';
import { TimerPill } from '../../../ui/data/timer-pill.js';
import classes from './attempt-header.module.css';
import { lastSavedAt } from '../session/paper.rules.js';
import { SAVING_SHOWN_AFTER_MS, saveSignOf } from '../session/attempt-phase.rules.js';
import type { Attempt } from '../session/use-attempt.js';

type AttemptHeaderProps = { attempt: Attempt; onSubmit: () => void };

/** Where one is, how long it lasts, and whether everything is saved: in view on every question. */
export function AttemptHeader({ attempt, onSubmit }: AttemptHeaderProps) {
  const t = useT('contest/attempt');
  const { view, session, phase } = attempt;
  const ordinal =
    view.attemptsAllowed === null
      ? t('header.ordinalOnly', { number: view.ordinal })
      : t('header.ordinal', { number: view.ordinal, allowed: view.attemptsAllowed });
  return (
    <div className={classes.header}>
      <div className={classes.place}>
        <span className={classes.logo}>
          <LogoMark size={40} />
        </span>
        <Link className={classes.leave} to={`/contests/${view.contestId}`} aria-label={t('header.leave')}>
          <IconChevronLeft aria-hidden="true" />
        </Link>
        <div className={classes.titles}>
          <p className={classes.round}>{view.roundTitle}</p>
          <p className={classes.contest}>
            <span>{view.contestTitle}</span>
            <span>{ordinal}</span>
          </p>
        </div>
      </div>
      <div className={classes.time}>
        <TimerPill
          // A reopened attempt must not be handed in for a deadline that has been moved.
          key={String(attempt.isFresh)}
          deadline={Date.parse(view.deadlineAt)}
          label={t('header.timer')}
          onOver={attempt.isFresh && view.state === 'running' ? () => session.setTimeIsUp(true) : undefined}
        />
        <small>{t('header.timerNote')}</small>
      </div>
      <div className={classes.own}>
        <SaveLine attempt={attempt} />
        <Button
          className={classes.submit}
          icon={<IconSend aria-hidden="true" />}
          disabled={phase !== 'answering'}
          onClick={onSubmit}
        >
          {t('header.submit')}
        </Button>
      </div>
    </div>
  );
}

function SaveLine({ attempt: { session, state, view } }: { attempt: Attempt }) {
  const t = useT('contest/attempt');
  const unsent = state.pending.length;
  const savedAt = lastSavedAt([state.lastSavedAt, ...view.questions.map((question) => question.savedAt)]);
  const sign = saveSignOf({
    unsent,
    refused: state.pending.filter((save) => save.refusal !== undefined).length,
    isOffline: useConnection() === 'offline',
    isOnDevice: session.isOnDevice,
    isSlow: useLasting(unsent > 0, SAVING_SHOWN_AFTER_MS),
    hasSaved: savedAt !== null,
  });
  switch (sign) {
    case 'none':
      return null;
    case 'saving':
      return <SaveState saving={{ state: 'saving' }} />;
    case 'saved':
      return <SaveState saving={{ state: 'saved', at: savedAt }} />;
    case 'kept':
      return <SaveState saving={{ state: 'kept' }} />;
    case 'unkept':
      return (
        <span className={classes.unkept} role="status" translate="no">
          {t('save.unkept')}
        </span>
      );
    case 'refused':
      return <SaveState saving={{ state: 'failed', retry: () => void session.retry() }} />;
  }
}

/** True once `active` has held for so long without a break. */
function useLasting(active: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLasts(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [active, afterMs]);
  return lasts;
}
