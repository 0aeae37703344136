import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Chip } from '../../ui/data/chip.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { HiddenStandings } from './hidden-standings.js';
import classes from './standings.module.css';

export function FinalChip({ final }: { final: boolean }) {
  const t = useT('contest/standings');
  return <Chip kind={final ? 'teal' : 'amber'}>{final ? t('final') : t('provisional')}</Chip>;
}

type StandingsStatesProps<Data> = {
  query: UseQueryResult<Data>;
  round: Pick<RoundView, 'standingsVisibleAt'>;
  children: (data: Data) => ReactNode;
};

/** Standings of a round, or in their place that they are loading, hidden or failed. */
export function StandingsStates<Data>({ query, round, children }: StandingsStatesProps<Data>) {
  const t = useT('contest/standings');
  return (
    <QueryStates
      query={query}
      texts="contest"
      failed={t('failed')}
      safe={t('safe')}
      loading={
        <div className={classes.bones}>
          <RowBones rows={6} />
        </div>
      }
      answers={{
        'standings.hidden': ({ params: { visibleAt } }) => (
          <HiddenStandings at={typeof visibleAt === 'string' ? visibleAt : round.standingsVisibleAt} />
        ),
      }}
    >
      {children}
    </QueryStates>
  );
}
