import { IconPrinter } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { ApiFailure, isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Loading, PageBones } from '../../ui/feedback/skeletons.js';
import { useContest } from '../contest.api.js';
import { usePeriod } from '../period-text.js';
import { useContestLive } from '../use-contest-live.js';
import { RoundStandings } from './round-standings.js';
import classes from './standings.module.css';

export function Component() {
  const { contestId = '', roundId = '' } = useParams();
  const t = useT('contest/standings');
  const explain = useFailureText('contest');
  const query = useContest(contestId);
  useContestLive(query.data);
  if (query.data) {
    const round = query.data.rounds.find((one) => one.id === roundId);
    if (!round) throw new ApiFailure({ code: 'not_found', status: 404 });
    return <StandingsOf contest={query.data} round={round} />;
  }
  if (isFailure(query.error, 'not_found')) throw query.error;
  const retry = () => void query.refetch();
  if (query.error) {
    return (
      <ErrorState title={t('failed')} onRetry={retry} retrying={query.isFetching}>
        {explain(query.error)} {t('safe')}
      </ErrorState>
    );
  }
  return (
    <Loading onRetry={retry}>
      <PageBones />
    </Loading>
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
        actions={
          round.standingsVisibleNow && (
            <Button size="sm" className={classes.print} icon={<IconPrinter />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          )
        }
      />
      <RoundStandings round={round} />
    </div>
  );
}
