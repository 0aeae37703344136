import { IconClockPlus, IconListSearch, IconRefresh, IconSearchOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import type { InspectionPage } from '../../../shared/contest/inspection.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Count } from '../../ui/data/chip.js';
import { Pagination } from '../../ui/data/pagination.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Panel } from '../../ui/layout/panel.js';
import { AttemptFilters } from './attempt-filters.js';
import { AttemptTable } from './attempt-table.js';
import classes from './attempts.module.css';
import { isFiltered, useInspectionAddress } from './inspection-address.js';
import { useAttempts, useFoundNow } from './inspection.api.js';

type Address = ReturnType<typeof useInspectionAddress>;

/** The attempts of a round: who is at it, who is done, and what is to be known of each. */
export function Component() {
  const { id = '' } = useParams();
  const t = useT('contest/inspection');
  const address = useInspectionAddress();
  const list = useAttempts(id, address.filter, address.cursor);
  return (
    <QueryStates
      page
      query={list}
      texts={['contest/inspection', 'contest/builder']}
      failed={t('list.failed')}
      loading={<PageBones />}
    >
      {(page) => (
        <>
          <Head page={page} roundId={id} />
          <Panel kind="flush" className={classes.list}>
            <AttemptFilters counts={page.counts} filter={address.filter} onChange={address.setFilter} />
            <News roundId={id} address={address} page={page} onShow={() => void list.refetch()} />
            <Rows page={page} address={address} isStale={list.isPlaceholderData} />
          </Panel>
        </>
      )}
    </QueryStates>
  );
}

function Head({ page, roundId }: { page: InspectionPage; roundId: string }) {
  const t = useT('contest/inspection');
  const { contestId, contestTitle, roundTitle, counts } = page;
  const run = `/organise/contests/${contestId}/run?round=${roundId}`;
  return (
    <>
      <PageHeader
        title={roundTitle}
        crumbs={[
          { to: '/organise/contests', label: t('crumbs.contests') },
          { to: run, label: contestTitle },
        ]}
        actions={
          <ButtonLink icon={<IconClockPlus aria-hidden="true" />} to={run}>
            {t('list.giveTime')}
          </ButtonLink>
        }
      />
      <nav className={classes.tabs} aria-label={t('tabs.label')}>
        <Link to={`/organise/rounds/${roundId}/attempts`} aria-current="page">
          {t('tabs.attempts')} <Count value={counts.all} />
        </Link>
        <Link to={run}>{t('tabs.run')}</Link>
        <Link to={`/contests/${contestId}/rounds/${roundId}/standings`}>{t('tabs.standings')}</Link>
      </nav>
    </>
  );
}

type NewsProps = { roundId: string; address: Address; page: InspectionPage; onShow: () => void };

/** What came since the list was read waits until it is asked for: nothing moves under the eye. */
function News({ roundId, address, page, onShow }: NewsProps) {
  const t = useT('contest/inspection');
  const now = useFoundNow(roundId, address.filter);
  const more = (now.data ?? 0) - page.counts.found;
  if (more <= 0) return null;
  const show = () => {
    if (address.cursor === '') onShow();
    else address.setPlace('', 0);
  };
  return (
    <div className={classes.news} role="status">
      <Button size="sm" kind="soft" icon={<IconRefresh aria-hidden="true" />} onClick={show}>
        {t('list.news', { count: more })}
      </Button>
    </div>
  );
}

function Rows({ page, address, isStale }: { page: InspectionPage; address: Address; isStale: boolean }) {
  const t = useT('contest/inspection');
  const { cursor, skipped } = address;
  const turn = usePageTurns(address);
  if (page.items.length === 0) return <Nothing page={page} address={address} />;
  return (
    <div data-stale={isStale || undefined} className={classes.rows}>
      <AttemptTable page={page} suffix={address.suffix} />
      <Pagination
        label={t('list.pages')}
        from={skipped + 1}
        to={skipped + page.items.length}
        total={Math.max(page.counts.found, skipped + page.items.length)}
        onPrevious={cursor === '' ? null : turn.back}
        onNext={page.next === null ? null : () => turn.on(page.next ?? '', page.items.length)}
      />
    </div>
  );
}

function Nothing({ page, address }: { page: InspectionPage; address: Address }) {
  const t = useT('contest/inspection');
  const { dateTime } = useFormat();
  if (isFiltered(address.filter)) {
    return (
      <EmptyState
        icon={<IconSearchOff />}
        title={t('list.noMatch')}
        action={<Button onClick={address.clear}>{t('list.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState icon={<IconListSearch />} title={t('list.empty')}>
      {page.opensAt !== null && t('list.opens', { at: dateTime(page.opensAt) })}
    </EmptyState>
  );
}

/** Cursors only lead on; the way back is remembered while the page is open, otherwise it leads to the start. */
function usePageTurns({ cursor, skipped, setPlace }: Address) {
  const before = useRef(new Map<string, { cursor: string; skipped: number }>());
  return {
    on: (next: string, shown: number) => {
      before.current.set(next, { cursor, skipped });
      setPlace(next, skipped + shown);
    },
    back: () => {
      const place = before.current.get(cursor);
      setPlace(place?.cursor ?? '', place?.skipped ?? 0);
    },
  };
}
