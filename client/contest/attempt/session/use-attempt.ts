import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { serverNow } from '../../../platform/time/server-time.js';
import { attemptApi, attemptKey } from './attempt.api.js';
import { openDevice } from './attempt-device.js';
import { phaseOf, type AttemptPhase } from './attempt-phase.rules.js';
import { AttemptSession } from './attempt-session.js';
import { shownQuestions, type ShownQuestion } from './paper.rules.js';
import { leadsHere, type SessionState } from './session-state.rules.js';

/** How often the server is asked while no event tells: often when something is expected, in ms. */
const ASK_EVERY_MS: Record<AttemptPhase, number | false> = {
  answering: 60_000,
  reading: 10_000,
  leaving: 10_000,
  closing: 3_000,
  over: false,
};

let opened: { attemptId: string; session: Promise<AttemptSession> } | null = null;

/** The session outlives the page, so that leaving it does not stop what is being sent. */
function sessionOf(attemptId: string, queryClient: QueryClient): Promise<AttemptSession> {
  if (opened?.attemptId === attemptId) return opened.session;
  const session = openDevice(attemptId).then(
    (device) =>
      new AttemptSession({ attemptId, api: attemptApi, device, ...cacheWriter(attemptId, queryClient) }),
  );
  opened = { attemptId, session };
  return session;
}

function cacheWriter(attemptId: string, queryClient: QueryClient) {
  const queryKey = attemptKey(attemptId);
  const patch = (change: (view: AttemptView) => AttemptView) =>
    queryClient.setQueryData<AttemptView>(queryKey, (view) => view && change(view));
  return {
    onNews(view: AttemptView | null) {
      if (view) queryClient.setQueryData<AttemptView>(queryKey, view);
      else void queryClient.invalidateQueries({ queryKey });
    },
    onFlagStored(position: number, flagged: boolean) {
      patch((view) => ({
        ...view,
        questions: view.questions.map((question) =>
          question.position === position ? { ...question, flagged } : question,
        ),
      }));
    },
  };
}

export type Attempt = {
  view: AttemptView;
  session: AttemptSession;
  state: SessionState;
  phase: AttemptPhase;
  questions: ShownQuestion[];
  /** The server has been asked since the page was opened: before, what is known of the deadline may be old. */
  isFresh: boolean;
};

const factsOf = (view: AttemptView | undefined, state: SessionState) => ({
  isSubmitted: view?.state === 'submitted',
  timeIsUp: state.timeIsUp,
  leads: leadsHere({ ...state, leadingEpoch: Math.max(state.leadingEpoch, view?.epoch ?? 0) }),
  wantsToSubmit: state.record.submitting,
});

/** The server's copy of an attempt together with what this device has done to it since. */
export function useAttempt(attemptId: string) {
  const queryClient = useQueryClient();
  const session = use(sessionOf(attemptId, queryClient));
  const state = useSyncExternalStore(session.subscribe, session.read);
  const query = useQuery({
    queryKey: attemptKey(attemptId),
    queryFn: ({ signal }) => attemptApi.read(attemptId, signal),
    refetchInterval: (current) => ASK_EVERY_MS[phaseOf(factsOf(current.state.data, state))],
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  });
  const view = query.data;
  const leadingEpoch = Math.max(state.leadingEpoch, view?.epoch ?? 0);
  useEffect(() => session.learnEpoch(leadingEpoch), [session, leadingEpoch]);
  const deadlineAt = view?.deadlineAt;
  useEffect(() => {
    // Extra time opens the paper again.
    if (deadlineAt !== undefined && Date.parse(deadlineAt) > serverNow()) session.setTimeIsUp(false);
  }, [session, deadlineAt]);
  const { pending, confirmed, record } = state;
  const questions = useMemo(
    () =>
      shownQuestions(view?.questions ?? [], {
        pending,
        confirmed,
        leadingEpoch,
        flags: record.flags,
        unread: record.unread,
      }),
    [view?.questions, pending, confirmed, leadingEpoch, record.flags, record.unread],
  );
  const attempt: Attempt | null = view
    ? {
        view,
        session,
        state,
        questions,
        phase: phaseOf(factsOf(view, state)),
        isFresh: query.isFetchedAfterMount,
      }
    : null;
  return { attempt, error: query.error, refetch: query.refetch, isFetching: query.isFetching };
}
