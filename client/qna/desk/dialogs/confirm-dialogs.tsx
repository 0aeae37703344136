import { useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { showFailed, showUndo } from '../../../ui/feedback/toast-queue.js';
import { letBackIn, removeFromSession } from '../state/desk.api.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { useEnding } from '../state/use-ending.js';

/** Ends the session for everybody, who notice at once: so it is asked first, although it can be taken back. */
export function EndDialog() {
  const t = useT('qna/desk');
  const { session, all, actions } = useDesk();
  const ending = useEnding(session.id);
  const open = all.pending.length + all.approved.length + all.answering.length;
  return (
    <ConfirmDialog
      open
      title={t('end.title')}
      confirmText={t('end.confirm')}
      confirmKind="danger"
      busy={ending.busy}
      busyText={t('end.busy')}
      onConfirm={() => ending.end(actions.close)}
      cancelText={t('end.cancel')}
      onCancel={actions.close}
    >
      <p>{t('end.text')}</p>
      {open > 0 && <p>{t('end.open', { count: open })}</p>}
    </ConfirmDialog>
  );
}

/** Shows somebody out of the session, who notices at once: so it is asked first, although it can be taken back. */
export function RemoveDialog({ inquiry }: { inquiry: DeskInquiry }) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { session, actions } = useDesk();
  const [busy, setBusy] = useState(false);
  const { authorId, author } = inquiry;
  if (authorId === null || author === null) return null;
  const { name } = author;
  const failed = (error: unknown) => showFailed(explain(error));
  const remove = async () => {
    setBusy(true);
    try {
      await removeFromSession(session.id, authorId);
      showUndo(t('remove.done', { name }), () => void letBackIn(session.id, authorId).catch(failed));
      actions.close();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      title={t('remove.title', { name })}
      confirmText={t('remove.confirm')}
      confirmKind="danger"
      busy={busy}
      busyText={t('dialog.sending')}
      onConfirm={() => void remove()}
      cancelText={t('dialog.cancel')}
      onCancel={actions.close}
    >
      <p>{t('remove.text')}</p>
    </ConfirmDialog>
  );
}
