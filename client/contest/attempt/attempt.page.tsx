import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { isFailure } from '../../platform/api/api-failure.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone } from '../../ui/feedback/skeletons.js';
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
  const { attempt, error, refetch, isFetching } = useAttempt(attemptId);
  // That nothing is here is said where there is a menu to go on from.
  if (!attempt && (isFailure(error, 'not_found') || isFailure(error, 'input.invalid')))
    return <Navigate to={`/attempts/${encodeURIComponent(attemptId)}/result`} replace />;
  // Nothing takes a paper away that somebody writes on; what becomes of the answers is said on it.
  const query = { data: attempt ?? undefined, error: attempt ? null : error, refetch, isFetching };
  return (
    <QueryStates
      page
      query={query}
      texts="contest/attempt"
      failed={t('load.title')}
      safe={t('load.safe')}
      loading={
        <div className={classes.bones}>
          <Bone height={60} />
          <Bone width="30%" />
          <Bone height={64} />
          {[1, 2, 3, 4].map((row) => (
            <Bone key={row} height={60} />
          ))}
        </div>
      }
      frame={(instead) => (
        <main id="content" tabIndex={-1} className={classes.place}>
          {instead}
        </main>
      )}
    >
      {(running) => <RunningAttempt attempt={running} isAsking={isFetching} />}
    </QueryStates>
  );
}

function RunningAttempt({ attempt, isAsking }: { attempt: Attempt; isAsking: boolean }) {
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
  // What is still on its way belongs to the result, as late, so it goes first; and what was over may go on again.
  if (phase === 'over' && unsent === 0 && !isAsking)
    return <Navigate to={`/attempts/${view.id}/result`} replace />;
  return <AttemptScreen attempt={attempt} />;
}
