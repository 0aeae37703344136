import { IconLock } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { DeskRole, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { useT } from '../../platform/text/i18n.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { ButtonLink } from '../../ui/form/button.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Bone, Loading } from '../../ui/feedback/skeletons.js';
import { StateDisc } from '../../ui/feedback/state-disc.js';
import { useQnaSession } from '../room/qna.api.js';
import { DeskScreen } from './desk-screen.js';
import classes from './desk-screen.module.css';
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

/** The board before it is there: a header and four columns of cards. */
function DeskBones() {
  return (
    <div className={classes.bones}>
      <Bone width="46%" height={28} />
      <div className={classes.boneColumns}>
        {[3, 4, 1, 4].map((cards, column) => (
          <div key={column} className={classes.boneColumn}>
            {Array.from({ length: cards }, (_card, index) => (
              <Bone key={index} height={112} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
