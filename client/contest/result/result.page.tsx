import { IconPlayerPlay } from '@tabler/icons-react';
import { useRef } from 'react';
import { useParams } from 'react-router';
import type { AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { useMoments } from '../../platform/time/moments.js';
import { ButtonLink } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { PageBones } from '../../ui/feedback/skeletons.js';
import { useResult } from '../contest.api.js';
import { AttemptFacts } from './attempt-facts.js';
import { ResultHero } from './result-hero.js';
import classes from './result.module.css';
import { ReviewPanel } from './review-panel.js';
import { TopicsPanel } from './topics-panel.js';
import { useReopening } from './use-reopening.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('contest/result');
  const query = useResult(id);
  useMoments(openingsOf(query.data), () => void query.refetch());
  useReopening(id, query.refetch);
  return (
    <QueryStates
      page
      query={query}
      texts="contest"
      failed={t('failed')}
      safe={t('safe')}
      loading={<PageBones />}
      answers={{ 'attempt.running': () => <StillRunning attemptId={id} /> }}
    >
      {(result) => <ResultPage result={result} />}
    </QueryStates>
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
