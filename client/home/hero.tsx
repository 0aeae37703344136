import { IconArrowRight } from '@tabler/icons-react';
import type { CurrentRound } from '../../shared/contest/home.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { ButtonLink } from '../ui/form/button.js';
import { Chip } from '../ui/data/chip.js';
import { CountdownCells } from '../ui/data/countdown-cells.js';
import { HeroPanel } from '../ui/layout/hero-panel.js';
import classes from './hero.module.css';
import { ReminderLine } from './reminder-line.js';
import type { Stage } from './urgency.rules.js';

type HeroProps = { urgent: NonNullable<Stage['hero']> };

/** A round in the lighthouse panel: open with its close, or coming with its opening. */
export function Hero({ urgent: { kind, round } }: HeroProps) {
  const t = useT('home');
  const { dateTime } = useFormat();
  const isOpen = kind === 'open';
  const label = isOpen ? t('hero.closesIn') : t('hero.opensIn');
  const instant = isOpen ? round.closesAt : round.opensAt;
  return (
    <HeroPanel label={`${isOpen ? t('open.label') : t('hero.label')}: ${round.roundTitle}`}>
      <div className={classes.line}>
        <Chip kind={isOpen ? 'now' : 'deep'}>
          {isOpen ? t('open.chip', { nth: round.ordinal }) : t('hero.chip', { nth: round.ordinal })}
        </Chip>
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
          kind={isOpen ? 'accent' : 'deep'}
          iconAfter={<IconArrowRight />}
          to={`/contests/${round.contestId}`}
        >
          {isOpen ? t('open.enter', { nth: round.ordinal }) : t('hero.see')}
        </ButtonLink>
      </div>
    </HeroPanel>
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
