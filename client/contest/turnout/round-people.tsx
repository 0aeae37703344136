import type { TurnoutRound, TurnoutState } from '../../../shared/contest/turnout.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { useLongDates } from '../../platform/text/long-dates.js';
import { Button } from '../../ui/form/button.js';
import { SearchField } from '../../ui/form/search-field.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { ListActions } from './list-actions.js';
import { NobodyHere } from './nobody-here.js';
import { PeopleTable } from './people-table.js';
import { RemindAll } from './remind-all.js';
import { StateTabs } from './state-tabs.js';
import { useTurnoutPeople, useTurnoutView, type Asked } from './turnout.api.js';
import classes from './turnout.module.css';
import { useAsked } from './use-asked.js';

/** The people of a round by name, in their three states. */
export function RoundPeople({ round }: { round: TurnoutRound }) {
  const t = useT('contest/turnout');
  const { asked: address, ask } = useAsked();
  const asked: Asked = { ...address, round: round.roundId };
  const view = useTurnoutView(asked.round, asked.unit);
  const counts = view.data?.round.counts ?? round.counts;
  const show = (state: TurnoutState) => ask({ state });
  return (
    <section className={classes.people} aria-labelledby="turnout-round">
      <header className={classes.head}>
        <div className={classes.headWords}>
          <h2 id="turnout-round">{t('round', { nth: round.ordinal, title: round.title })}</h2>
          <Facts round={{ ...round, counts }} />
        </div>
        <ListActions asked={asked} />
      </header>
      <div className={classes.filters}>
        <StateTabs value={asked.state} counts={counts} onChange={show} />
        <SearchField label={t('search')} value={asked.q} onChange={(q) => ask({ q })} />
      </div>
      <Found asked={asked} round={{ ...round, counts }} />
    </section>
  );
}

function Facts({ round: { phase, opensAt, closesAt, counts } }: { round: TurnoutRound }) {
  const t = useT('contest/turnout');
  const { time, number } = useFormat();
  const { weekdayDate } = useLongDates();
  const at = phase === 'upcoming' ? opensAt : closesAt;
  return (
    <p className={classes.facts}>
      {t(`facts.${phase}`, { time: time(at), date: weekdayDate(at) })}{' '}
      {t('facts.through', { done: number(counts.done), total: number(counts.total) })}
    </p>
  );
}

function Found({ asked, round }: { asked: Asked; round: TurnoutRound }) {
  const t = useT('contest/turnout');
  const { number } = useFormat();
  const query = useTurnoutPeople(asked);
  const last = query.data?.pages.at(-1);
  const moved = last ? movedSince(last.counts[asked.state], round.counts[asked.state]) : 0;
  return (
    <QueryStates
      query={query}
      texts={['contest/turnout', 'contest']}
      failed={t('failed.people')}
      loading={
        <div className={classes.waiting}>
          <RowBones rows={8} />
        </div>
      }
    >
      {({ pages }) => {
        const people = pages.flatMap(({ items }) => items);
        return (
          <>
            {moved > 0 && (
              <div className={classes.moved}>
                <Button size="sm" kind="soft" onClick={() => void query.refetch()}>
                  {t(`moved.${asked.state}`, { count: moved, people: number(moved) })}
                </Button>
              </div>
            )}
            {people.length === 0 ? (
              <NobodyHere asked={asked} round={round} />
            ) : (
              <PeopleTable asked={asked} people={people} />
            )}
            {query.hasNextPage && (
              <div className={classes.more}>
                <Button
                  busy={query.isFetchingNextPage}
                  busyText={t('loading')}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              </div>
            )}
            {asked.state === 'missing' && round.phase === 'open' && (
              <RemindAll asked={asked} unreminded={pages[0] ? pages[0].unreminded : 0} />
            )}
          </>
        );
      }}
    </QueryStates>
  );
}

/** By how many a list is shorter or longer now than when it was read. */
const movedSince = (then: number, now: number): number => Math.abs(then - now);
