import { IconCalendarEvent, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ContestView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ButtonLink } from '../../ui/form/button.js';
import { Chip } from '../../ui/data/chip.js';
import { CountdownCells } from '../../ui/data/countdown-cells.js';
import { LighthouseScene } from '../../ui/layout/lighthouse-scene.js';
import { isOpenAt, type FocusRound } from '../round-state.rules.js';
import classes from './contest-hero.module.css';
import { CorrectedLine } from './corrected-line.js';

type ContestHeroProps = { contest: ContestView; focus: FocusRound | null; now: number };

/** What the contest is, and how long its round lasts or when the next one comes. */
export function ContestHero({ contest, focus, now }: ContestHeroProps) {
  const t = useT('contest');
  const { date } = useFormat();
  const { opensAt, closesAt } = contest;
  return (
    <section className={classes.hero} data-on-deep="" aria-label={contest.title}>
      <div className={classes.scene}>
        <LighthouseScene />
      </div>
      <div className={classes.inner}>
        <nav aria-label={t('page.crumbs')} className={classes.crumbs}>
          <Link to="/contests">{t('list.title')}</Link>
          <IconChevronRight aria-hidden="true" />
          <span aria-current="page">{contest.title}</span>
        </nav>
        <div className={classes.columns}>
          <div className={classes.words}>
            <div className={classes.chips}>
              <StateChip contest={contest} focus={focus} now={now} />
              {opensAt && closesAt && (
                <Chip kind="deep" icon={<IconCalendarEvent aria-hidden="true" />}>
                  {t('period.long', { from: date(opensAt), to: date(closesAt) })}
                </Chip>
              )}
            </div>
            <h1>{contest.title}</h1>
            {contest.summary && <p className={classes.summary}>{contest.summary}</p>}
            <CorrectedLine contest={contest} field="summary" />
            {contest.can.edit && (
              <ButtonLink
                size="sm"
                kind="deep"
                className={classes.edit}
                icon={<IconPencil />}
                to={`/organise/contests/${contest.id}`}
              >
                {t('page.edit')}
              </ButtonLink>
            )}
          </div>
          <Countdown focus={focus} now={now} />
        </div>
      </div>
    </section>
  );
}

function StateChip({ contest, focus, now }: ContestHeroProps) {
  const t = useT('contest');
  if (contest.state === 'cancelled') return <Chip kind="red">{t('list.cancelled')}</Chip>;
  if (!focus) return <Chip kind="deep">{t('list.closed')}</Chip>;
  const { round } = focus;
  if (isOpenAt(round, now)) return <Chip kind="now">{t('page.roundOpen', { nth: round.ordinal })}</Chip>;
  if (focus.state.kind === 'running') {
    return <Chip kind="now">{t('page.attemptRunning', { nth: round.ordinal })}</Chip>;
  }
  return <Chip kind="deep">{t('page.roundComing', { nth: round.ordinal })}</Chip>;
}

function Countdown({ focus, now }: Omit<ContestHeroProps, 'contest'>) {
  const t = useT('contest');
  if (!focus) return null;
  const { ordinal, opensAt, own } = focus.round;
  const closesAt = own?.closesAt ?? focus.round.closesAt;
  const isOpen = isOpenAt(focus.round, now);
  const target = isOpen ? closesAt : opensAt;
  if (target === null || Date.parse(target) <= now) return null;
  const label = isOpen ? t('page.closesIn', { nth: ordinal }) : t('page.opensIn', { nth: ordinal });
  return (
    <div className={classes.countdown}>
      <span>{label}</span>
      <CountdownCells deadline={Date.parse(target)} label={label} />
    </div>
  );
}
