import { IconTrophy, IconUsersGroup } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { LatestUnitStanding } from '../../shared/contest/home.schema.js';
import type { UnitStandingRow } from '../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../platform/text/i18n.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { QueryStates } from '../ui/feedback/query-states.js';
import { Panel } from '../ui/layout/panel.js';
import { ProgressBar } from '../ui/feedback/progress-bar.js';
import { RowBones } from '../ui/feedback/skeletons.js';
import classes from './unit-card.module.css';

type Standing = NonNullable<LatestUnitStanding['standing']>;

/** Where the own unit stood in the last round whose standings are out; of an open round nothing is said. */
export function UnitCard({ query }: { query: UseQueryResult<LatestUnitStanding> }) {
  const t = useT('home');
  const standing = query.data?.standing ?? null;
  return (
    <Panel
      title={t('unit.title')}
      action={
        standing && (
          <Link
            className={classes.all}
            to={`/contests/${standing.contestId}/rounds/${standing.roundId}/standings?view=units`}
          >
            {t('unit.standings')}
          </Link>
        )
      }
    >
      <Content query={query} />
    </Panel>
  );
}

function Content({ query }: { query: UseQueryResult<LatestUnitStanding> }) {
  const t = useT('home');
  return (
    <QueryStates
      query={query}
      texts="home"
      failed={t('failed.unit')}
      safe={t('failed.unitSafe')}
      loading={<RowBones rows={3} />}
    >
      {({ standing }) =>
        standing ? (
          <Places standing={standing} />
        ) : (
          <EmptyState icon={<IconUsersGroup />} title={t('unit.empty')}>
            {t('unit.emptyText')}
          </EmptyState>
        )
      }
    </QueryStates>
  );
}

function Places({ standing }: { standing: Standing }) {
  const t = useT('home');
  const { number } = useFormat();
  const own = standing.rows.find((row) => row.own);
  const most = Math.max(...standing.rows.map((row) => row.points));
  return (
    <>
      {own && (
        <div className={classes.head}>
          <span className={classes.cup} aria-hidden="true">
            <IconTrophy />
          </span>
          <div>
            <p className={classes.place}>
              {t('unit.place', { rank: number(own.rank), units: number(standing.units) })}
            </p>
            <p className={classes.note}>
              {t('unit.closed', {
                nth: standing.ordinal,
                entrants: number(own.entrants),
                headCount: number(own.headCount),
              })}
            </p>
          </div>
        </div>
      )}
      <ol>
        {standing.rows.map((row, at) => (
          <Fragment key={row.unitId}>
            {hasGap(standing.rows, at) && (
              <li className={classes.gap} aria-hidden="true">
                {GAP}
              </li>
            )}
            <UnitRow row={row} most={most} />
          </Fragment>
        ))}
      </ol>
    </>
  );
}

const GAP = '…';
const SHOWN_FROM_TOP = 3;

/** The rows after the first three come from further down unless they follow on. */
function hasGap(rows: readonly UnitStandingRow[], at: number): boolean {
  const [before, row] = [rows[at - 1], rows[at]];
  return at === SHOWN_FROM_TOP && before !== undefined && row !== undefined && row.rank > before.rank + 1;
}

function UnitRow({ row, most }: { row: UnitStandingRow; most: number }) {
  const t = useT('home');
  const { number } = useFormat();
  const points = number(row.points, 1);
  return (
    <li className={classes.row} data-own={row.own || undefined}>
      <b className={`${classes.rank} num`} translate="no">
        {number(row.rank)}
      </b>
      <div className={classes.unit}>
        <span>{row.own ? t('unit.own', { name: row.name }) : row.name}</span>
        <ProgressBar
          size="sm"
          tone={row.own ? 'now' : 'quiet'}
          value={row.points}
          max={Math.max(most, 1)}
          label={t('unit.points', { points })}
        />
      </div>
      <b className={`${classes.points} num`} translate="no">
        {points}
      </b>
    </li>
  );
}
