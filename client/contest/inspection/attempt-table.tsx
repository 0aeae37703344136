import {
  IconAlarm,
  IconChevronRight,
  IconCircleCheck,
  IconClockExclamation,
  IconClockPlus,
  IconDevices,
  IconHourglass,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import type {
  InspectedRow,
  InspectedState,
  InspectionPage,
} from '../../../shared/contest/inspection.schema.js';
import { clockText } from '../../../shared/kernel/formats.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useServerNow } from '../../platform/time/server-time.js';
import { Avatar } from '../../ui/data/avatar.js';
import { Chip } from '../../ui/data/chip.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import classes from './attempts.module.css';

type AttemptTableProps = { page: InspectionPage; suffix: string };

export function AttemptTable({ page, suffix }: AttemptTableProps) {
  const t = useT('contest/inspection');
  return (
    <div className={classes.table}>
      <DataTable
        caption={t('list.caption')}
        columns={useColumns(page, suffix)}
        rows={page.items}
        keyOf={({ id }) => id}
      />
    </div>
  );
}

function useColumns({ attemptsAllowed }: InspectionPage, suffix: string): Column<InspectedRow>[] {
  const t = useT('contest/inspection');
  const { number, time, dayMonth } = useFormat();
  return [
    {
      key: 'member',
      header: t('column.member'),
      primary: true,
      cell: ({ id, member }) => (
        <Link to={`/organise/attempts/${id}${suffix}`} className={classes.person}>
          <Avatar id={member.id} name={member.fullName} size={32} />
          <span>
            <b>{member.fullName}</b>
            <small>{member.unit}</small>
          </span>
        </Link>
      ),
    },
    {
      key: 'ordinal',
      header: t('column.ordinal'),
      width: 64,
      cell: ({ ordinal }) => (attemptsAllowed === null ? ordinal : `${ordinal}/${attemptsAllowed}`),
    },
    {
      key: 'started',
      header: t('column.started'),
      width: 124,
      cell: ({ startedAt }) => `${time(startedAt)}, ${dayMonth(startedAt)}`,
    },
    { key: 'used', header: t('column.used'), width: 90, numeric: true, cell: (row) => <Used row={row} /> },
    {
      key: 'answered',
      header: t('column.answered'),
      width: 96,
      numeric: true,
      cell: ({ answered, questionCount }) => `${answered}/${questionCount}`,
    },
    {
      key: 'points',
      header: t('column.points'),
      width: 76,
      numeric: true,
      cell: ({ points }) => <b>{points === null ? t('none') : number(points)}</b>,
    },
    { key: 'facts', header: t('column.facts'), cell: (row) => <Facts row={row} /> },
    { key: 'state', header: t('column.state'), width: 170, cell: ({ state }) => <State state={state} /> },
    {
      key: 'open',
      header: '',
      width: 44,
      wideOnly: true,
      cell: () => <IconChevronRight aria-hidden="true" className={classes.open} />,
    },
  ];
}

function Used({ row }: { row: InspectedRow }) {
  return row.timeUsedMs === null ? <Running since={row.startedAt} /> : <ClockOf ms={row.timeUsedMs} />;
}

function Running({ since }: { since: string }) {
  return <ClockOf ms={useServerNow() - Date.parse(since)} />;
}

/** Time gone by is not rounded up. */
function ClockOf({ ms }: { ms: number }) {
  return <span translate="no">{clockText(ms, 'used')}</span>;
}

/** Facts, no verdicts. */
export function Facts({ row }: { row: Pick<InspectedRow, 'moves' | 'extraMinutes' | 'lateCount'> }) {
  const t = useT('contest/inspection');
  const { moves, extraMinutes, lateCount } = row;
  if (moves + extraMinutes + lateCount === 0) return t('none');
  return (
    <span className={classes.facts}>
      {moves > 0 && (
        <Chip size="sm" kind="navy" icon={<IconDevices aria-hidden="true" />}>
          {t('fact.moved', { count: moves })}
        </Chip>
      )}
      {extraMinutes > 0 && (
        <Chip size="sm" kind="amber" icon={<IconClockPlus aria-hidden="true" />}>
          {t('fact.extra', { count: extraMinutes })}
        </Chip>
      )}
      {lateCount > 0 && (
        <Chip size="sm" kind="red" icon={<IconClockExclamation aria-hidden="true" />}>
          {t('fact.late', { count: lateCount })}
        </Chip>
      )}
    </span>
  );
}

const stateIcons = { running: IconHourglass, submitted: IconCircleCheck, expired: IconAlarm };

export function State({ state }: { state: InspectedState }) {
  const t = useT('contest/inspection');
  const Icon = stateIcons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon aria-hidden="true" />
      {t(`stateLong.${state}`)}
    </span>
  );
}
