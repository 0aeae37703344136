import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import type { QnaInvitation, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { api } from '../../platform/api/api.js';
import { ToSignIn } from '../../platform/page/to-sign-in.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { qnaKeys } from '../room/qna.api.js';

/**
 * For who is not signed in and not in a session, or not any more: guests go to the form that lets them in, where there
 * is one; everybody else signs in and comes back here.
 */
export function Entrance({ sessionId }: { sessionId: string }) {
  const queryClient = useQueryClient();
  // Looked at, not asked for: asking again would take this way in off the screen, over and over.
  const before = queryClient.getQueryData<QnaSessionView>(qnaKeys.session(sessionId));
  return before?.me?.kind === 'member' ? <ToSignIn /> : <ToInvitation sessionId={sessionId} />;
}

function ToInvitation({ sessionId }: { sessionId: string }) {
  const t = useT('qna/gate');
  const invitation = useQuery({
    queryKey: ['qna', sessionId, 'invitation'],
    queryFn: ({ signal }) =>
      api<QnaInvitation>(`/api/qna-sessions/${encodeURIComponent(sessionId)}/invitation`, { signal }),
    staleTime: 0,
  });
  // Of a session that lets no guests in one learns nothing here, not even that there is one.
  const toSignIn = () => <ToSignIn />;
  return (
    <QueryStates
      quiet
      query={invitation}
      texts="qna"
      failed={t('failed')}
      loading={<Bone height={360} />}
      answers={{ not_found: toSignIn, 'input.invalid': toSignIn }}
    >
      {({ code }) => <Navigate to={`/q/${code}`} replace />}
    </QueryStates>
  );
}
