import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { QnaInvitation, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { api } from '../../platform/api/api.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { qnaKeys } from '../room/qna.api.js';

/**
 * For who is not in a session, or not any more: guests go to the form that lets them in, where there is one;
 * everybody else signs in and comes back here. Who was somebody a moment ago asks who they are now.
 */
export function Entrance({ sessionId }: { sessionId: string }) {
  const { member } = useSession();
  const queryClient = useQueryClient();
  // Looked at, not asked for: asking again would take this way in off the screen, over and over.
  const before = queryClient.getQueryData<QnaSessionView>(qnaKeys.session(sessionId));
  useEffect(() => {
    if (member) void queryClient.invalidateQueries();
  }, [member, queryClient]);
  if (member) return null;
  return before?.me?.kind === 'member' ? <ToSignIn /> : <ToInvitation sessionId={sessionId} />;
}

function ToInvitation({ sessionId }: { sessionId: string }) {
  const t = useT('qna/gate');
  const explain = useFailureText('qna');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['qna', sessionId, 'invitation'],
    queryFn: ({ signal }) =>
      api<QnaInvitation>(`/api/qna-sessions/${encodeURIComponent(sessionId)}/invitation`, { signal }),
    staleTime: 0,
  });
  const retry = () => void refetch();
  if (data) return <Navigate to={`/q/${data.code}`} replace />;
  // Of a session that lets no guests in one learns nothing here, not even that there is one.
  if (isFailure(error, 'not_found') || isFailure(error, 'input.invalid')) return <ToSignIn />;
  if (!error) {
    return (
      <Loading onRetry={retry}>
        <Bone height={360} />
      </Loading>
    );
  }
  return (
    <ErrorState title={t('failed')} onRetry={retry} retrying={isFetching}>
      {explain(error)}
    </ErrorState>
  );
}

function ToSignIn() {
  const { pathname, search } = useLocation();
  return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
}
