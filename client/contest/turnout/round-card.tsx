import { IconCalendar, IconChevronDown, IconClock, IconLock } from '@tabler/icons-react';
import type { TurnoutRound } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { Chip } from '../../ui/data/chip.js';
import { ProgressBar } from '../../ui/feedback/progress-bar.js';
import classes from './turnout.module.css';

const MINUTE_MS = 60_000;

type RoundCardProps = {
  round: TurnoutRound;
  isChosen: boolean;
  onChoose: () => void;
  /** On phones only the chosen one is there: opens the choice of the others. */
  onChange?: () => void;
};

/** A round: until when, and how many of how many are through. */
export function RoundCard({ round, isChosen, onChoose, onChange }: RoundCardProps) {
  const t = useT('contest/turnout');
  return (
    <div className={classes.card} data-chosen={isChosen || undefined}>
      <RoundFacts round={round} isChosen={isChosen} />
      <button type="button" className={classes.cover} aria-pressed={isChosen} onClick={onChoose}>
        <span className="visually-hidden">{t('choose', { round: round.title })}</span>
      </button>
      {onChange && (
        <button type="button" className={classes.change} onClick={onChange}>
          {t('change')}
          <IconChevronDown aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

export function RoundFacts({ round, isChosen }: { round: TurnoutRound; isChosen: boolean }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const { counts, phase } = round;
  return (
    <>
      <div className={classes.cardTop}>
        <PhaseChip round={round} isChosen={isChosen} />
        <When round={round} />
      </div>
      <strong className={classes.cardTitle}>{t('round', { nth: round.ordinal, title: round.title })}</strong>
      <span className={classes.cardContest}>{round.contestTitle}</span>
      {phase !== 'upcoming' && (
        <span className={classes.share}>
          <ProgressBar
            value={counts.done}
            max={counts.total}
            label={t('through', { done: number(counts.done), total: number(counts.total) })}
          />
          <b className="num">{`${number(counts.done)}/${number(counts.total)}`}</b>
        </span>
      )}
    </>
  );
}

function PhaseChip({ round: { phase }, isChosen }: { round: TurnoutRound; isChosen: boolean }) {
  const t = useT('contest/turnout');
  if (phase === 'open')
    return (
      <Chip kind={isChosen ? 'amber' : 'navy'} icon={<IconClock aria-hidden="true" />}>
        {t('phase.open')}
      </Chip>
    );
  const icon = phase === 'upcoming' ? <IconCalendar aria-hidden="true" /> : <IconLock aria-hidden="true" />;
  return <Chip icon={icon}>{t(`phase.${phase}`)}</Chip>;
}

function When({ round: { phase, opensAt, closesAt } }: { round: TurnoutRound }) {
  const t = useT('contest/turnout');
  const { durationLeft, time, dayMonth } = useFormat();
  const now = useServerNow(MINUTE_MS);
  const at = phase === 'upcoming' ? opensAt : closesAt;
  return (
    <span className={classes.when}>
      {phase === 'open'
        ? t('left', { time: durationLeft(Math.max(MINUTE_MS, Date.parse(closesAt) - now)) })
        : t(`when.${phase}`, { time: time(at), date: dayMonth(at) })}
    </span>
  );
}
