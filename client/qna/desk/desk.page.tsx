import { IconLock } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { DeskRole, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { ButtonLink } from '../../ui/form/button.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Loading } from '../../ui/feedback/skeletons.js';
import { StateDisc } from '../../ui/feedback/state-disc.js';
import { useQnaSession } from '../room/qna.api.js';
import { DeskBones } from './board/desk-bones.js';
import { DeskScreen } from './desk-screen.js';
import { useDeskFailure } from './state/desk-failure.js';
import { useDeskBoard } from './state/use-desk-board.js';

/** /qna/:id/desk: where moderators give every question an outcome, several at once. */
export function Component() {
  const { id = '' } = useParams();
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const session = useQnaSession(id);
  usePageTitle(session.data ? t('title', { title: session.data.title }) : '');
  if (session.data) {
    const { desk } = session.data.can;
    return desk ? <Loaded session={session.data} role={desk} /> : <NotAtDesk id={id} />;
  }
  if (session.isError) {
    if (isFailure(session.error, 'auth.forbidden')) return <NotAtDesk id={id} />;
    return (
      <main id="content" tabIndex={-1}>
        <ErrorState
          title={t('failed.session')}
          onRetry={() => void session.refetch()}
          retrying={session.isFetching}
        >
          {explain(session.error)}
        </ErrorState>
      </main>
    );
  }
  return (
    <Loading onRetry={() => void session.refetch()}>
      <DeskBones />
    </Loading>
  );
}

function Loaded({ session, role }: { session: QnaSessionView; role: DeskRole }) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const store = useDeskBoard(session.id);
  const { data, isError, error, refetch, isFetching } = store.query;
  if (data) return <DeskScreen session={session} role={role} board={data} store={store} />;
  if (!isError)
    return (
      <Loading onRetry={() => void refetch()}>
        <DeskBones />
      </Loading>
    );
  return (
    <main id="content" tabIndex={-1}>
      <ErrorState title={t('failed.board')} onRetry={() => void refetch()} retrying={isFetching}>
        {explain(error)}
      </ErrorState>
    </main>
  );
}

function NotAtDesk({ id }: { id: string }) {
  const t = useT('qna/desk');
  return (
    <main id="content" tabIndex={-1}>
      <StateDisc
        icon={<IconLock />}
        headingLevel={1}
        title={t('notAtDesk.title')}
        action={<ButtonLink to={`/qna/${encodeURIComponent(id)}`}>{t('notAtDesk.action')}</ButtonLink>}
      >
        {t('notAtDesk.text')}
      </StateDisc>
    </main>
  );
}
