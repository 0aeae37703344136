import type { ReactNode } from 'react';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { Bone } from '../../ui/feedback/skeletons.js';
import { useQnaSession } from '../room/qna.api.js';
import { Entrance } from './entrance.js';
import { Removed } from './removed.js';
import classes from './session-gate.module.css';

type SessionGateProps = { sessionId: string; children: (session: QnaSessionView) => ReactNode };

/** Shows a page about a session once the session is here, and as long as the reader may see it. */
export function SessionGate({ sessionId, children }: SessionGateProps) {
  const t = useT('qna/gate');
  return (
    <QueryStates
      page
      // Some of these pages are for all eyes in the room.
      quiet
      query={useQnaSession(sessionId)}
      texts="qna"
      failed={t('failed')}
      loading={<Bone height={360} />}
      answers={{ 'qna.removed': () => <Removed /> }}
      entrance={<Entrance sessionId={sessionId} />}
      frame={(instead) => (
        <main id="content" tabIndex={-1} className={classes.place}>
          {instead}
        </main>
      )}
    >
      {children}
    </QueryStates>
  );
}
