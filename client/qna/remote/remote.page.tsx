import { IconCrown } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { ButtonLink } from '../../ui/form/button.js';
import { StateDisc } from '../../ui/feedback/state-disc.js';
import { SessionGate } from '../gate/session-gate.js';
import { useLeave } from '../room/leave.js';
import { useQnaRoom } from '../room/qna.live.js';
import { useRoomQuestions } from '../room/room-questions.js';
import { RemoteScreen } from './remote-screen.js';
import classes from './remote.module.css';
import { useRemote } from './use-remote.js';

export function Component() {
  const { id = '' } = useParams();
  return (
    <SessionGate key={id} sessionId={id}>
      {(session) =>
        session.can.desk === 'host' ? <Remote session={session} /> : <HostOnly session={session} />
      }
    </SessionGate>
  );
}

function Remote({ session }: { session: QnaSessionView }) {
  const t = useT('qna/remote');
  usePageTitle(t('title', { title: session.title }));
  const { now, projection } = session.live;
  const questions = useRoomQuestions(session.id, [now?.inquiryId ?? null, projection.inquiryId]);
  const leave = useLeave(session.id);
  const { state } = useQnaRoom(session.id, { onTick: questions.onTick, onLeft: leave });
  const remote = useRemote(session, questions.find);
  return <RemoteScreen session={session} questions={questions} remote={remote} isLive={state === 'live'} />;
}

/** The remote moves what the whole room sees, so it is the host's. */
function HostOnly({ session }: { session: QnaSessionView }) {
  const t = useT('qna/remote');
  usePageTitle(t('title', { title: session.title }));
  return (
    <main id="content" tabIndex={-1} className={classes.place}>
      <StateDisc
        icon={<IconCrown />}
        headingLevel={1}
        title={t('hostOnly')}
        action={<ButtonLink to={`/qna/${session.id}`}>{t('toSession')}</ButtonLink>}
      >
        {t('hostOnlyText')}
      </StateDisc>
    </main>
  );
}
