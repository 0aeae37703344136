import { IconArchive, IconPlus, IconTrophy } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { useAgo } from '../../platform/text/ago.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { Segmented } from '../../ui/form/segmented.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { ContestMenu } from './contest-menu.js';
import { createContest, useOwnContests, type Shelf } from './draft/builder.api.js';
import { NewContestSheet } from './new-contest-sheet.js';
import classes from './own-contests.page.module.css';
import { PhaseChip } from './phase-chip.js';

const SHELVES = ['current', 'archived'] as const;

/** The contests one may edit, newest first, and the way to a new one. */
export function Component() {
  const t = useT('contest/builder');
  const [creating, setCreating] = useState(false);
  const [search, setSearch] = useSearchParams();
  const shelf = SHELVES.find((one) => one === search.get('shelf')) ?? 'current';
  const create = (
    <Button kind="primary" icon={<IconPlus />} onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <Panel kind="flush" className={classes.panel}>
        <div className={classes.shelf}>
          <Segmented
            label={t('list.shelf')}
            value={shelf}
            onChange={(next) => setSearch(next === 'archived' ? { shelf: next } : {}, { replace: true })}
            options={SHELVES.map((value) => ({ value, label: t(`list.shelves.${value}`) }))}
          />
        </div>
        <Contests key={shelf} shelf={shelf} />
      </Panel>
      <NewContestSheet
        open={creating}
        onClose={() => setCreating(false)}
        heading={t('list.create')}
        hint={t('create.hint')}
        button={t('create.button')}
        make={createContest}
      />
    </>
  );
}

function Contests({ shelf }: { shelf: Shelf }) {
  const t = useT('contest/builder');
  const list = useOwnContests(shelf);
  const none =
    shelf === 'archived' ? (
      <EmptyState icon={<IconArchive />} title={t('list.noArchived')}>
        {t('list.noArchivedText')}
      </EmptyState>
    ) : (
      <EmptyState icon={<IconTrophy />} title={t('list.empty')}>
        {t('list.emptyText')}
      </EmptyState>
    );
  return (
    <QueryStates
      query={list}
      texts="contest/builder"
      failed={t('list.failed')}
      loading={
        <div className={classes.bones}>
          <RowBones rows={5} />
        </div>
      }
      empty={({ pages }) => pages.every(({ items }) => items.length === 0) && none}
    >
      {({ pages }) => (
        <div className={classes.table}>
          <ContestTable rows={pages.flatMap(({ items }) => items)} shelf={shelf} />
          {list.hasNextPage && (
            <div className={classes.more}>
              <Button
                busy={list.isFetchingNextPage}
                busyText={t('list.loading')}
                onClick={() => void list.fetchNextPage()}
              >
                {t('list.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </QueryStates>
  );
}

function ContestTable({ rows, shelf }: { rows: ContestRow[]; shelf: Shelf }) {
  const t = useT('contest/builder');
  const { dateTime, number } = useFormat();
  const ago = useAgo();
  const window = ({ opensAt, closesAt }: ContestRow) =>
    opensAt !== null && closesAt !== null
      ? t('publish.window', { from: dateTime(opensAt), to: dateTime(closesAt) })
      : t('publish.noWindow');
  const columns: Column<ContestRow>[] = [
    {
      key: 'title',
      header: t('list.contest'),
      primary: true,
      cell: (row) => (
        <>
          <Link to={`/organise/contests/${row.id}`} className={classes.title}>
            {row.title}
          </Link>
          <span className={classes.note}>{t('list.rounds', { count: row.roundCount })}</span>
        </>
      ),
    },
    { key: 'phase', header: t('list.phase'), width: 150, cell: (row) => <PhaseChip phase={row.phase} /> },
    { key: 'window', header: t('list.window'), width: 340, cell: window },
    {
      key: 'updated',
      header: t('list.updated'),
      width: 150,
      wideOnly: true,
      cell: (row) => ago(row.updatedAt),
    },
    { key: 'menu', header: '', width: 60, cell: (row) => <ContestMenu contest={row} shelf={shelf} /> },
  ];
  return (
    <DataTable
      caption={t('list.caption', { number: number(rows.length) })}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}
