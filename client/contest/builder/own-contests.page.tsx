import { IconPlus, IconTrophy } from '@tabler/icons-react';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useAgo } from '../../platform/text/ago.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { createContest, draftKey, ownContestsKey, useOwnContests } from './draft/builder.api.js';
import classes from './own-contests.page.module.css';
import { PhaseChip } from './phase-chip.js';

/** The contests one may edit, newest first, and the way to a new one. */
export function Component() {
  const t = useT('contest/builder');
  const [creating, setCreating] = useState(false);
  const create = (
    <Button kind="primary" icon={<IconPlus />} onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={create} />
      <Panel kind="flush">
        <Contests />
      </Panel>
      <CreateSheet open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

function Contests() {
  const t = useT('contest/builder');
  const list = useOwnContests();
  const none = (
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
          <ContestTable rows={pages.flatMap(({ items }) => items)} />
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

function ContestTable({ rows }: { rows: ContestRow[] }) {
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

function CreateSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('contest/builder');
  const explain = useFailureText('contest/builder');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => createContest(title.trim()),
    onSuccess: async (view) => {
      client.setQueryData(draftKey(view.id), view);
      void client.invalidateQueries({ queryKey: ownContestsKey });
      await navigate(`/organise/contests/${view.id}/information`);
    },
  });
  const send = () => {
    setTried(true);
    if (title.trim() !== '' && !create.isPending) create.mutate();
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      size="sm"
      title={t('list.create')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button kind="primary" busy={create.isPending} busyText={t('create.busy')} onClick={send}>
            {t('create.button')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput
          data-autofocus
          label={t('information.name')}
          description={t('create.hint')}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={tried && title.trim() === '' && t('problem.title_missing')}
        />
        {create.isError && (
          <Banner tone="danger" role="alert">
            {explain(create.error)}
          </Banner>
        )}
      </form>
    </Sheet>
  );
}
