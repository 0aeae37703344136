import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import classes from './attempt.page.module.css';
import { AttemptScreen } from './screen/attempt-screen.js';
import { useAttempt, type Attempt } from './session/use-attempt.js';
import { useAttemptNews, useNewestTab, useSending } from './session/use-attempt-presence.js';

export function Component() {
  const { id = '' } = useParams();
  return <AttemptPage key={id} attemptId={id} />;
}

function AttemptPage({ attemptId }: { attemptId: string }) {
  const t = useT('contest/attempt');
  const explain = useFailureText('contest/attempt');
  const { attempt, error, refetch, isFetching } = useAttempt(attemptId);
  if (attempt) return <RunningAttempt attempt={attempt} />;
  if (isFailure(error, 'not_found')) throw error;
  if (error) {
    return (
      <main id="content" tabIndex={-1} className={classes.place}>
        <ErrorState title={t('load.title')} onRetry={() => void refetch()} retrying={isFetching}>
          {explain(error)} {t('load.safe')}
        </ErrorState>
      </main>
    );
  }
  return (
    <main id="content" tabIndex={-1} className={classes.place}>
      <Loading onRetry={() => void refetch()}>
        <div className={classes.bones}>
          <Bone height={60} />
          <Bone width="30%" />
          <Bone height={64} />
          {[1, 2, 3, 4].map((row) => (
            <Bone key={row} height={60} />
          ))}
        </div>
      </Loading>
    </main>
  );
}

function RunningAttempt({ attempt }: { attempt: Attempt }) {
  const { view, session, state, phase } = attempt;
  const unsent = state.pending.filter((save) => save.refusal === undefined).length;
  useAttemptNews(view.id, session);
  useSending(session);
  useNewestTab(view.id, session);
  const queryClient = useQueryClient();
  useEffect(() => {
    // Standings, attempts left, what runs: every page visited from here on asks again.
    if (phase === 'over') void queryClient.invalidateQueries({ refetchType: 'none' });
  }, [phase, queryClient]);
  // What is still on its way belongs to the result, as late, so it goes first.
  if (phase === 'over' && unsent === 0) return <Navigate to={`/attempts/${view.id}/result`} replace />;
  return <AttemptScreen attempt={attempt} />;
}
