import { IconCalendarEvent } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CurrentRound, CurrentRounds } from '../../shared/contest/home.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useLongDates } from '../platform/text/long-dates.js';
import { Chip } from '../ui/data/chip.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { Panel } from '../ui/layout/panel.js';
import { RowBones } from '../ui/feedback/skeletons.js';
import classes from './coming-card.module.css';
import { ReminderLine } from './reminder-line.js';
import type { Stage, Urgent } from './urgency.rules.js';

const SHOWN = 4;

type ComingCardProps = {
  query: UseQueryResult<CurrentRounds>;
  urgent: readonly Urgent[];
  stage: Stage;
  now: number;
};

/** Rounds that are open or coming beside those on top of the page. */
export function ComingCard({ query, ...rest }: ComingCardProps) {
  const t = useT('home');
  return (
    <Panel
      title={t('coming.title')}
      action={
        <Link to="/contests" className={classes.all}>
          {t('coming.all')}
        </Link>
      }
    >
      <QueryStates query={query} texts="home" failed={t('failed.rounds')} loading={<RowBones rows={3} />}>
        {() => <Content {...rest} />}
      </QueryStates>
    </Panel>
  );
}

function Content({ urgent, stage, now }: Omit<ComingCardProps, 'query'>) {
  const t = useT('home');
  const rounds = urgent.flatMap((one) => (one.kind === 'running' ? [] : [one.round]));
  const onTop = [stage.card, stage.hero].map((one) => one && one.kind !== 'running' && one.round.roundId);
  const listed = rounds.filter((round) => !onTop.includes(round.roundId)).slice(0, SHOWN);
  if (listed.length === 0) {
    return (
      <EmptyState
        icon={<IconCalendarEvent />}
        title={rounds.length > 0 ? t('coming.noOther') : t('coming.none')}
      >
        {t('coming.text')}
      </EmptyState>
    );
  }
  return (
    <ul>
      {listed.map((round) => (
        <ComingRow key={round.roundId} round={round} isOpen={Date.parse(round.opensAt) <= now} />
      ))}
    </ul>
  );
}

function ComingRow({ round, isOpen }: { round: CurrentRound; isOpen: boolean }) {
  const t = useT('home');
  const { dateTime } = useFormat();
  return (
    <li className={classes.row}>
      <DateTile instant={isOpen ? round.closesAt : round.opensAt} isNow={isOpen} />
      <div className={classes.words}>
        <Link to={`/contests/${round.contestId}`} className={classes.title}>
          {round.roundTitle}
        </Link>
        <p className={classes.line}>{round.contestTitle}</p>
        <p className={classes.line}>
          {isOpen
            ? t('coming.closesAt', { at: dateTime(round.closesAt) })
            : t('coming.opensAt', { at: dateTime(round.opensAt) })}
        </p>
        <ReminderLine reminder={round.reminder} />
        {isOpen && (
          <Chip size="sm" kind="amber">
            {t('open.chip', { nth: round.ordinal })}
          </Chip>
        )}
      </div>
    </li>
  );
}

/** Month and day as on a tear-off calendar; the row says the date in full. */
function DateTile({ instant, isNow }: { instant: string; isNow: boolean }) {
  const { dayMonth } = useFormat();
  const { month } = useLongDates();
  return (
    <span className={classes.tile} data-now={isNow || undefined} aria-hidden="true">
      <span>{month(instant)}</span>
      <b className="num" translate="no">
        {dayMonth(instant).slice(0, 2)}
      </b>
    </span>
  );
}
