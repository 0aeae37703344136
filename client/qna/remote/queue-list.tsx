import { IconListCheck, IconMicrophone, IconPresentation } from '@tabler/icons-react';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Chip } from '../../ui/data/chip.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ErrorState } from '../../ui/feedback/error-state.js';
import { Loading, RowBones } from '../../ui/feedback/skeletons.js';
import { Question } from '../question/question.js';
import type { RoomQuestions } from '../room/room-questions.js';
import classes from './queue-list.module.css';
import type { QueueRow } from './held-queue.rules.js';
import { useHeldQueue } from './use-held-queue.js';
import type { Remote } from './use-remote.js';

type QueueListProps = {
  session: QnaSessionView;
  queue: readonly PublicInquiry[];
  questions: RoomQuestions;
  remote: Remote;
};

/** What could come next, the most supported on top. */
export function QueueList({ session, queue, questions, remote }: QueueListProps) {
  const t = useT('qna/remote');
  const explain = useFailureText('qna');
  const { rows, presence } = useHeldQueue(queue);
  const { open } = questions.lists;
  if (!open.data) {
    return open.error ? (
      <ErrorState title={t('queue.failed')} onRetry={() => void open.refetch()} retrying={open.isFetching}>
        {explain(open.error)}
      </ErrorState>
    ) : (
      <Loading onRetry={() => void open.refetch()}>
        <RowBones rows={4} />
      </Loading>
    );
  }
  return (
    <section aria-label={t('queue.title')}>
      <h2 className={classes.heading}>{t('queue.title')}</h2>
      {rows.length === 0 ? (
        <EmptyState icon={<IconListCheck />} title={t('queue.empty')}>
          {t('queue.emptyText')}
        </EmptyState>
      ) : (
        <ol {...presence}>
          {rows.map((row) => (
            <Row key={row.inquiry.id} row={row} session={session} remote={remote} />
          ))}
        </ol>
      )}
      {open.hasNextPage && (
        <Button
          block
          busy={open.isFetchingNextPage}
          busyText={t('queue.loadingMore')}
          onClick={() => void open.fetchNextPage()}
        >
          {t('queue.more')}
        </Button>
      )}
    </section>
  );
}

type RowProps = { row: QueueRow; session: QnaSessionView; remote: Remote };

function Row({ row: { inquiry, isGone }, session, remote }: RowProps) {
  const t = useT('qna/remote');
  const { projection, nextId } = session.live;
  const isProjected = projection.inquiryId === inquiry.id && !projection.blackout;
  return (
    <li className={classes.row} data-gone={isGone || undefined}>
      <Question question={inquiry} look="queue" isGone={isGone}>
        {isGone && <Chip size="sm">{t('queue.gone')}</Chip>}
        {nextId === inquiry.id && (
          <Chip size="sm" kind="navy">
            {t('queue.next')}
          </Chip>
        )}
      </Question>
      {/* Its place stays as high as it was, so that no other row comes under the finger. */}
      <div className={classes.actions} inert={isGone}>
        <Button
          kind="soft"
          icon={<IconMicrophone />}
          aria-disabled={remote.isMoving}
          onClick={() => !remote.isMoving && remote.putOnAir(inquiry)}
        >
          {t('queue.answerNow')}
        </Button>
        <Button
          kind={isProjected ? 'accent' : 'outline'}
          icon={<IconPresentation />}
          aria-pressed={isProjected}
          onClick={() => (isProjected ? remote.showOnAir() : remote.showQuestion(inquiry))}
        >
          {isProjected ? t('queue.projected') : t('queue.project')}
        </Button>
      </div>
    </li>
  );
}
