import { useParams } from 'react-router';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { SessionGate } from '../gate/session-gate.js';
import { useLeave } from '../room/leave.js';
import { useQnaRoom } from '../room/qna.live.js';
import { useRoomQuestions } from '../room/room-questions.js';
import { ProjectorScreen } from './projector-screen.js';
import { wantedOf } from './projector.rules.js';

export function Component() {
  const { id = '' } = useParams();
  return (
    <SessionGate key={id} sessionId={id}>
      {(session) => <Projector session={session} />}
    </SessionGate>
  );
}

/** For all eyes in the room: it asks only for what the whole room may see, whoever is signed in. */
function Projector({ session }: { session: QnaSessionView }) {
  const t = useT('qna/projector');
  usePageTitle(t('title', { title: session.title }));
  const wanted = wantedOf(session.live);
  const inquiryId = wanted.kind === 'question' ? wanted.inquiryId : null;
  const questions = useRoomQuestions(session.id, [inquiryId]);
  const leave = useLeave(session.id);
  // The desk counts projectors, so only somebody of the desk makes a screen one.
  const as = session.can.desk === null ? 'audience' : 'projector';
  useQnaRoom(session.id, { as, onTick: questions.onTick, onLeft: leave });
  return (
    <ProjectorScreen
      session={session}
      isBlack={wanted.kind === 'blackout'}
      question={questions.find(inquiryId)}
      isLooking={questions.loading}
      open={questions.open ?? []}
    />
  );
}
