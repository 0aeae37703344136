import { IconTrophy } from '@tabler/icons-react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import type { StandingsPage } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Pagination } from '../../ui/data/pagination.js';
import { STANDINGS_PAGE_SIZE, useStandings } from '../contest.api.js';
import { FinalChip, StandingsStates } from './standings-states.js';
import classes from './standings.module.css';
import { StandingsTable } from './standings-table.js';

/** Members of a round in pages; the reader's own place stays in view below. */
export function MemberStandings({ round }: { round: RoundView }) {
  const pages = usePages();
  const query = useStandings(round.id, pages.after);
  return (
    <StandingsStates query={query} round={round}>
      {(page) => <Page page={page} round={round} pages={pages} isOld={query.isPlaceholderData} />}
    </StandingsStates>
  );
}

type PageProps = {
  page: StandingsPage;
  round: RoundView;
  pages: ReturnType<typeof usePages>;
  /** The page before, while this one is on its way. */
  isOld: boolean;
};

function Page({ page: { items, own, total, final, next }, round, pages, isOld }: PageProps) {
  const t = useT('contest/standings');
  const { number } = useFormat();
  const { member } = useSession();
  if (total === 0) {
    return (
      <EmptyState icon={<IconTrophy />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  const isOnPage = items.some((row) => row.memberId === member?.id);
  return (
    <>
      <div className={classes.facts}>
        <FinalChip final={final} />
        <span>{t('total', { count: total, total: number(total) })}</span>
        {own && <span>{t('ownRank', { rank: number(own.rank) })}</span>}
      </div>
      <div className={classes.rows} aria-busy={isOld || undefined}>
        <StandingsTable
          full
          caption={t('caption', { round: round.title })}
          rows={items.map((row) => ({ kind: 'row', row }))}
          pinned={isOnPage ? null : own}
        />
      </div>
      {total > STANDINGS_PAGE_SIZE && (
        <div className={classes.pages}>
          <Pagination
            label={t('pages')}
            from={pages.from}
            to={Math.min(total, pages.from + items.length - 1)}
            total={total}
            onPrevious={pages.previous}
            onNext={next === null ? null : () => pages.next(next, items.length)}
          />
        </div>
      )}
    </>
  );
}

/** Which page is shown stands in the address. Cursors lead only forward: the way back is kept with the entry. */
function usePages() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const after = params.get('after') ?? '';
  const from = Math.max(1, Number.parseInt(params.get('from') ?? '', 10) || 1);
  const trail = trailOf(location.state);
  const go = (page: { after: string; from: number }, nextTrail: Place[]) => {
    const query = new URLSearchParams(params);
    query.set('after', page.after);
    query.set('from', String(page.from));
    if (page.after === '') for (const name of ['after', 'from']) query.delete(name);
    void navigate({ search: `?${query}` }, { state: { trail: nextTrail } });
  };
  return {
    after,
    from,
    next: (cursor: string, shown: number) =>
      go({ after: cursor, from: from + shown }, [...trail, { after, from }]),
    // An address somebody sent has no trail: its way back is the top.
    previous: after === '' ? null : () => go(trail.at(-1) ?? { after: '', from: 1 }, trail.slice(0, -1)),
  };
}

type Place = { after: string; from: number };

function trailOf(state: unknown): Place[] {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return [];
  return Array.isArray(state.trail) ? state.trail.filter(isPlace) : [];
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'after' in value &&
    typeof value.after === 'string' &&
    'from' in value &&
    typeof value.from === 'number'
  );
}
