import { IconCalendarEvent, IconListNumbers } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { Chip } from '../../ui/data/chip.js';
import { usePeriod } from '../period-text.js';
import type { Group } from './contest-groups.rules.js';
import classes from './contests.module.css';

/** One contest of the list; the whole card leads to it. */
export function ContestCard({ contest, group }: { contest: ContestRow; group: Group }) {
  const t = useT('contest');
  const { number } = useFormat();
  const period = usePeriod()(contest.opensAt, contest.closesAt);
  return (
    <li className={classes.card} data-group={group}>
      <PhaseChip contest={contest} group={group} />
      <h3 className={classes.cardTitle}>
        <Link to={`/contests/${contest.id}`}>{contest.title}</Link>
      </h3>
      {contest.summary && <p className={classes.summary}>{contest.summary}</p>}
      <ul className={classes.facts}>
        {period && (
          <li>
            <IconCalendarEvent aria-hidden="true" />
            {period}
          </li>
        )}
        <li>
          <IconListNumbers aria-hidden="true" />
          {t('list.rounds', { count: contest.roundCount, total: number(contest.roundCount) })}
        </li>
      </ul>
    </li>
  );
}

/** Says how long it lasts or when it comes, once a minute. */
function PhaseChip({ contest, group }: { contest: ContestRow; group: Group }) {
  const t = useT('contest');
  const { durationLeft } = useFormat();
  const now = useServerNow(60_000);
  if (contest.phase === 'cancelled') return <Chip kind="red">{t('list.cancelled')}</Chip>;
  if (group === 'closed') return <Chip>{t('list.closed')}</Chip>;
  const at = Date.parse((group === 'running' ? contest.closesAt : contest.opensAt) ?? '');
  const left = at - now;
  if (group === 'upcoming') {
    return (
      <Chip kind="navy">{left > 0 ? t('list.opensIn', { time: durationLeft(left) }) : t('list.coming')}</Chip>
    );
  }
  return (
    <Chip kind="now">{left > 0 ? t('list.closesIn', { time: durationLeft(left) }) : t('list.running')}</Chip>
  );
}
