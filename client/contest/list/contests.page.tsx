import { IconTrophy } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { ContestRow } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { useMoments } from '../../platform/time/moments.js';
import { useSession } from '../../platform/api/session.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { SearchField } from '../../ui/form/search-field.js';
import { Segmented } from '../../ui/form/segmented.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { useContestList } from '../contest.api.js';
import { ContestCard } from './contest-card.js';
import { GROUPS, groupContests, matches, type Group } from './contest-groups.rules.js';
import classes from './contests.module.css';

type Filter = Group | 'all';

export function Component() {
  const t = useT('contest');
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const filter = GROUPS.find((group) => group === params.get('phase')) ?? 'all';
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        subtitle={t('list.subtitle')}
        actions={
          can.organise && (
            <ButtonLink size="sm" to="/organise/contests">
              {t('list.organise')}
            </ButtonLink>
          )
        }
      />
      <div className={classes.filters}>
        <SearchField label={t('list.search')} value={search} onChange={(value) => set('q', value)} />
        <Segmented<Filter>
          label={t('list.filter')}
          value={filter}
          onChange={(value) => set('phase', value === 'all' ? '' : value)}
          options={(['all', ...GROUPS] as const).map((value) => ({
            value,
            label: t(`list.phases.${value}`),
          }))}
        />
      </div>
      <Contests search={search} filter={filter} onClear={() => setParams({}, { replace: true })} />
    </>
  );
}

type ContestsProps = { search: string; filter: Filter; onClear: () => void };

function Contests({ search, filter, onClear }: ContestsProps) {
  const t = useT('contest');
  const query = useContestList();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const now = useMoments(
    all.flatMap((contest) => instantsOf(contest)),
    () => void query.refetch(),
  );
  return (
    <QueryStates query={query} texts="contest" failed={t('list.failed')} loading={<ListBones />}>
      {() => (
        <div className={classes.groups}>
          <Groups all={all} now={now} search={search} filter={filter} onClear={onClear} />
          {query.hasNextPage && (
            <Button
              className={classes.more}
              busy={query.isFetchingNextPage}
              busyText={t('list.loadingMore')}
              onClick={() => void query.fetchNextPage()}
            >
              {t('list.more')}
            </Button>
          )}
        </div>
      )}
    </QueryStates>
  );
}

function Groups({ all, now, search, filter, onClear }: ContestsProps & { all: ContestRow[]; now: number }) {
  const t = useT('contest');
  const found = all.filter((contest) => matches(contest, search));
  const groups = groupContests(found, now);
  const shown = GROUPS.filter((group) => groups[group].length > 0 && (filter === 'all' || filter === group));
  return (
    <>
      {shown.map((group) => (
        <section key={group} aria-labelledby={`contests-${group}`}>
          <h2 id={`contests-${group}`} className={classes.groupTitle}>
            {t(`list.groups.${group}`)}
          </h2>
          <ul className={classes.cards}>
            {groups[group].map((contest) => (
              <ContestCard key={contest.id} contest={contest} group={group} />
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && <NothingFound isFiltered={all.length > 0} onClear={onClear} />}
    </>
  );
}

const instantsOf = ({ opensAt, closesAt }: ContestRow): number[] =>
  [opensAt, closesAt].flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]));

function NothingFound({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useT('contest');
  if (!isFiltered) {
    return (
      <EmptyState icon={<IconTrophy />} title={t('list.empty.title')}>
        {t('list.empty.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconTrophy />}
      title={t('list.nothing.title')}
      action={<Button onClick={onClear}>{t('list.nothing.clear')}</Button>}
    >
      {t('list.nothing.text')}
    </EmptyState>
  );
}

function ListBones() {
  return (
    <div className={classes.cards}>
      {[1, 2, 3].map((card) => (
        <Bone key={card} height={176} />
      ))}
    </div>
  );
}
