import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { MissingState } from '../../ui/feedback/refusal-states.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { PrintPaperLoading } from '../../ui/layout/print-paper.js';
import { contestKeys, useContest, useUnitStandings } from '../contest.api.js';
import { MembersPaper } from './members-paper.js';
import { StandingsStates } from './standings-states.js';
import { UnitsPaper } from './units-paper.js';
import { readAllStandings } from './whole-standings.api.js';

/** The whole standings of a round on paper, members or units as the address says. */
export function Component() {
  const { contestId = '', roundId = '' } = useParams();
  const t = useT('contest/standings');
  return (
    <QueryStates
      page
      query={useContest(contestId)}
      texts="contest"
      failed={t('failed')}
      loading={
        <PrintPaperLoading>
          <RowBones rows={12} />
        </PrintPaperLoading>
      }
    >
      {(contest) => {
        const round = contest.rounds.find((one) => one.id === roundId);
        return round ? <Chosen contest={contest} round={round} /> : <MissingState page />;
      }}
    </QueryStates>
  );
}

type ChosenProps = { contest: ContestView; round: RoundView };

function Chosen(props: ChosenProps) {
  const [params] = useSearchParams();
  return params.get('view') === 'units' ? <Units {...props} /> : <Members {...props} />;
}

function Members({ contest, round }: ChosenProps) {
  const query = useQuery({
    queryKey: [...contestKeys.standings(round.id), 'all'],
    queryFn: ({ signal }) => readAllStandings(round.id, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <StandingsStates query={query} round={round}>
      {(standings) => <MembersPaper contest={contest} round={round} standings={standings} />}
    </StandingsStates>
  );
}

function Units({ contest, round }: ChosenProps) {
  return (
    <StandingsStates query={useUnitStandings(round.id)} round={round}>
      {(standings) => <UnitsPaper contest={contest} round={round} standings={standings} />}
    </StandingsStates>
  );
}
