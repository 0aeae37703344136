import { IconArrowRight, IconDoorEnter } from '@tabler/icons-react';
import type { CurrentRound } from '../../shared/contest/home.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { useServerNow } from '../platform/time/server-time.js';
import { ButtonLink } from '../ui/form/button.js';
import { Chip } from '../ui/data/chip.js';
import classes from './now-card.module.css';
import { ReminderLine } from './reminder-line.js';

const MINUTE_MS = 60_000;

/** A round one may enter now. */
export function OpenCard({ round }: { round: CurrentRound }) {
  const t = useT('home');
  const { durationLeft, dateTime } = useFormat();
  const left = Date.parse(round.closesAt) - useServerNow(MINUTE_MS);
  return (
    <section className={classes.card} data-kind="now" aria-label={`${t('open.label')}: ${round.roundTitle}`}>
      <div>
        <Chip kind="now" icon={<IconDoorEnter aria-hidden="true" />}>
          {t('open.chip', { nth: round.ordinal })}
        </Chip>
      </div>
      <h2 className={classes.title}>{round.roundTitle}</h2>
      <p className={classes.contest}>{round.contestTitle}</p>
      <div className={classes.time}>
        <span className={classes.span} translate="no">
          {durationLeft(Math.max(MINUTE_MS, left))}
        </span>
        <span className={classes.until}>{t('open.until', { at: dateTime(round.closesAt) })}</span>
      </div>
      <p className={classes.facts}>
        <span>{t('open.size', { questions: round.questionCount, minutes: round.durationMinutes })}</span>
        <span>{round.attemptsLeft !== null && t('open.left', { count: round.attemptsLeft })}</span>
      </p>
      <ReminderLine reminder={round.reminder} />
      <ButtonLink
        block
        size="lg"
        kind="primary"
        iconAfter={<IconArrowRight />}
        to={`/contests/${round.contestId}`}
      >
        {t('open.enter', { nth: round.ordinal })}
      </ButtonLink>
    </section>
  );
}
