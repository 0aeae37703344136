import { useParams } from 'react-router';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { MissingState } from '../../ui/feedback/refusal-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { useContest } from '../contest.api.js';
import { usePeriod } from '../period-text.js';
import { useContestLive } from '../use-contest-live.js';
import { RoundStandings } from './round-standings.js';
import classes from './standings.module.css';

export function Component() {
  const { contestId = '', roundId = '' } = useParams();
  const t = useT('contest/standings');
  const query = useContest(contestId);
  useContestLive(query.data);
  return (
    <QueryStates
      page
      query={query}
      texts="contest"
      failed={t('failed')}
      safe={t('safe')}
      loading={<PageBones />}
    >
      {(contest) => {
        const round = contest.rounds.find((one) => one.id === roundId);
        return round ? <StandingsOf contest={contest} round={round} /> : <MissingState page />;
      }}
    </QueryStates>
  );
}

function StandingsOf({ contest, round }: { contest: ContestView; round: RoundView }) {
  const t = useT('contest/standings');
  const period = usePeriod();
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('pageTitle', { nth: round.ordinal })}
        subtitle={[round.title, period(round.opensAt, round.closesAt)].filter(Boolean).join(' · ')}
        crumbs={[
          { to: '/contests', label: t('crumbs.contests') },
          { to: `/contests/${contest.id}`, label: contest.title },
        ]}
      />
      <RoundStandings round={round} />
    </div>
  );
}
