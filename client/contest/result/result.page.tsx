import { IconPlayerPlay } from '@tabler/icons-react';
import { useRef } from 'react';
import { useParams } from 'react-router';
import type { AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useMoments } from '../../platform/time/moments.js';
import { ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Loading, PageBones } from '../../ui/feedback/skeletons.js';
import { useResult } from '../contest.api.js';
import { AttemptFacts } from './attempt-facts.js';
import { ResultHero } from './result-hero.js';
import classes from './result.module.css';
import { ReviewPanel } from './review-panel.js';
import { TopicsPanel } from './topics-panel.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('contest/result');
  const explain = useFailureText('contest');
  const query = useResult(id);
  const retry = () => void query.refetch();
  useMoments(openingsOf(query.data), retry);
  if (query.data) return <ResultPage result={query.data} />;
  if (isFailure(query.error, 'not_found')) throw query.error;
  if (isFailure(query.error, 'attempt.running')) return <StillRunning attemptId={id} />;
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

/** When something of the result becomes visible, in ms since 1970. */
function openingsOf(result: AttemptResult | undefined): number[] {
  const instants = [result?.scoreVisibleAt, result?.standingVisibleAt, result?.reviewVisibleAt];
  return instants.flatMap((instant) => (instant ? [Date.parse(instant)] : []));
}

function StillRunning({ attemptId }: { attemptId: string }) {
  const t = useT('contest/result');
  return (
    <EmptyState
      icon={<IconPlayerPlay />}
      title={t('running.title')}
      action={
        <ButtonLink kind="primary" to={`/attempts/${attemptId}`}>
          {t('running.resume')}
        </ButtonLink>
      }
    >
      {t('running.text')}
    </EmptyState>
  );
}

function ResultPage({ result }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const review = useRef<HTMLDivElement>(null);
  const showReview = () => {
    review.current?.scrollIntoView({ behavior: 'smooth', block: 'start' });
    review.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className={classes.crumbs}>
        <PageHeader
          title={t('pageTitle', { round: result.roundTitle })}
          crumbs={[
            { to: '/contests', label: t('crumbs.contests') },
            { to: `/contests/${result.contestId}?tab=results`, label: result.contestTitle },
          ]}
        />
      </div>
      <ResultHero result={result} onReview={result.review ? showReview : null} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {result.score && result.score.topics.length > 0 && <TopicsPanel topics={result.score.topics} />}
          <div ref={review} tabIndex={-1} className={classes.anchor}>
            <ReviewPanel result={result} />
          </div>
        </div>
        <div className={classes.column}>
          <AttemptFacts result={result} />
        </div>
      </div>
    </>
  );
}
