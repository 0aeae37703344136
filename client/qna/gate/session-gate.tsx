import type { ReactNode } from 'react';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { ApiFailure, isFailure } from '../../platform/api/api-failure.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { useQnaSession } from '../room/qna.api.js';
import { Entrance } from './entrance.js';
import classes from './session-gate.module.css';

type SessionGateProps = { sessionId: string; children: (session: QnaSessionView) => ReactNode };

/** Shows a page about a session once the session is here, and as long as the reader may see it. */
export function SessionGate({ sessionId, children }: SessionGateProps) {
  const t = useT('qna/gate');
  const explain = useFailureText('qna');
  const { data, error, refetch, isFetching } = useQnaSession(sessionId);
  const { member } = useSession();
  // Whoever was in it a moment ago is somebody else now: the way in finds out whom.
  if (isFailure(error, 'not_found') && member && !data) throw error;
  // A lost connection leaves what is on screen; a refusal takes it away.
  const isRefused = error instanceof ApiFailure && !error.isTransient;
  if (data && !isRefused) return children(data);
  return (
    <main id="content" tabIndex={-1} className={classes.place}>
      {isFailure(error, 'not_found') ? (
        <Entrance sessionId={sessionId} />
      ) : error ? (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching}>
          {explain(error)}
        </ErrorState>
      ) : (
        <Loading onRetry={() => void refetch()}>
          <Bone height={360} />
        </Loading>
      )}
    </main>
  );
}
