import { IconAlarm, IconArrowRight } from '@tabler/icons-react';
import type { CurrentRound } from '../../shared/contest/home.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { ButtonLink } from '../ui/form/button.js';
import { Chip } from '../ui/data/chip.js';
import { CountdownCells } from '../ui/data/countdown-cells.js';
import { HeroPanel } from '../ui/layout/hero-panel.js';
import classes from './hero.module.css';
import { ReminderLine } from './reminder-line.js';
import type { Stage } from './urgency.rules.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `isMain`: nothing on the page is more urgent, so that its button is the filled one. */
type HeroProps = { urgent: NonNullable<Stage['hero']>; isMain: boolean };

/** A round in the lighthouse panel: open with its close, or coming with its opening. */
export function Hero({ urgent: { kind, round }, isMain }: HeroProps) {
  const t = useT('home');
  const { dateTime } = useFormat();
  const isOpen = kind === 'open';
  const label = isOpen ? t('hero.closesIn') : t('hero.opensIn');
  const instant = isOpen ? round.closesAt : round.opensAt;
  return (
    <HeroPanel label={`${isOpen ? t('open.label') : t('hero.label')}: ${round.roundTitle}`}>
      <div className={classes.line}>
        <StateChip isOpen={isOpen} round={round} />
        <span className={classes.contest}>{round.contestTitle}</span>
      </div>
      <h2>{round.roundTitle}</h2>
      <Words round={round} />
      <ReminderLine reminder={round.reminder} />
      <div className={classes.foot}>
        <div className={classes.countdown}>
          <span>{label}</span>
          <CountdownCells deadline={Date.parse(instant)} label={`${label}: ${dateTime(instant)}`} />
        </div>
        <ButtonLink
          size="lg"
          kind={isOpen ? (isMain ? 'accent' : 'outline') : 'deep'}
          iconAfter={<IconArrowRight />}
          to={`/contests/${round.contestId}`}
        >
          {isOpen ? t('open.enter', { nth: round.ordinal }) : t('hero.see')}
        </ButtonLink>
      </div>
    </HeroPanel>
  );
}

/** That the round is open or coming; in its last hour, that. */
function StateChip({ isOpen, round }: { isOpen: boolean; round: CurrentRound }) {
  const t = useT('home');
  const left = Date.parse(round.closesAt) - useServerNow(MINUTE_MS);
  if (!isOpen) return <Chip kind="deep">{t('hero.chip', { nth: round.ordinal })}</Chip>;
  if (left > HOUR_MS) return <Chip kind="now">{t('open.chip', { nth: round.ordinal })}</Chip>;
  return (
    <Chip kind="now" icon={<IconAlarm aria-hidden="true" />}>
      {t('open.lastHour')}
    </Chip>
  );
}

function Words({ round }: { round: CurrentRound }) {
  const t = useT('home');
  const { questionCount, durationMinutes, attemptsLeft } = round;
  return (
    <p>
      {t('hero.size', { questions: questionCount, minutes: durationMinutes })}{' '}
      {attemptsLeft === null ? t('hero.unlimited') : t('hero.left', { count: attemptsLeft })}
    </p>
  );
}
