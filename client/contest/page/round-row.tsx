import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { isOpenAt, roundStateOf, type RoundState } from '../round-state.rules.js';
import classes from './rounds.module.css';
import { useRoundLine } from './round-line.js';

type RoundRowProps = {
  round: RoundView;
  now: number;
  /** The round the page is about. */
  isCurrent: boolean;
  onStart: (round: RoundView) => void;
};

export function RoundRow({ round, now, isCurrent, onStart }: RoundRowProps) {
  const state = roundStateOf(round, now);
  const line = useRoundLine()(round, state);
  const isDone = ['closed', 'pending', 'used_up'].includes(state.kind) && round.own?.countedAttemptId;
  const isNow = isCurrent && (isOpenAt(round, now) || state.kind === 'running');
  return (
    <li
      className={classes.row}
      data-state={isNow ? 'now' : isDone ? 'done' : undefined}
      data-cancelled={state.kind === 'cancelled' || undefined}
    >
      <span className={`${classes.number} num`} translate="no">
        {isDone && !isNow ? <IconCheck aria-hidden="true" /> : round.ordinal}
      </span>
      <div>
        <h3 className={classes.title}>{round.title}</h3>
        <p className={classes.line}>{line}</p>
      </div>
      <RoundAction round={round} state={state} isCurrent={isCurrent} onStart={onStart} />
    </li>
  );
}

type RoundActionProps = Omit<RoundRowProps, 'now'> & { state: RoundState };

/** What one can do: go on, enter, look at the result; nothing where there is nothing to do. */
function RoundAction({ round, state, isCurrent, onStart }: RoundActionProps) {
  const t = useT('contest');
  const kind = isCurrent ? 'primary' : 'outline';
  const ofRound = { title: round.title };
  if (state.kind === 'running') {
    return (
      <ButtonLink
        size="sm"
        kind={kind}
        iconAfter={<IconArrowRight />}
        to={`/attempts/${state.attemptId}`}
        aria-label={t('rounds.resumeLong', ofRound)}
      >
        {t('rounds.resume')}
      </ButtonLink>
    );
  }
  const result = round.own?.countedAttemptId && (
    <ButtonLink
      size="sm"
      to={`/attempts/${round.own.countedAttemptId}/result`}
      aria-label={t('rounds.resultLong', ofRound)}
    >
      {t('rounds.result')}
    </ButtonLink>
  );
  if (state.kind === 'fresh' || state.kind === 'again') {
    const text = state.kind === 'fresh' ? t('rounds.enter') : t('rounds.enterAgain', { next: state.next });
    return (
      <div className={classes.actions}>
        {result}
        <Button
          size="sm"
          kind={kind}
          iconAfter={<IconArrowRight />}
          aria-label={`${text}: ${round.title}`}
          onClick={() => onStart(round)}
        >
          {text}
        </Button>
      </div>
    );
  }
  return result || null;
}
