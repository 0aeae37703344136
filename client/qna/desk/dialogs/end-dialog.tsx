import { useT } from '../../../platform/text/i18n.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import { useSwitches } from '../../room/qna.api.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';

/** Ends the session for everybody. What is open stays open, and can still be answered in writing. */
export function EndDialog() {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { session, all, actions } = useDesk();
  const switches = useSwitches(session.id);
  const open = all.pending.length + all.approved.length + all.answering.length;
  const end = () =>
    switches.mutate(
      { ended: true },
      { onSuccess: actions.close, onError: (error) => showFailed(explain(error)) },
    );
  return (
    <ConfirmDialog
      open
      title={t('end.title')}
      confirmText={t('end.confirm')}
      confirmKind="danger"
      busy={switches.isPending}
      busyText={t('end.busy')}
      onConfirm={end}
      cancelText={t('end.cancel')}
      onCancel={actions.close}
    >
      <p>{t('end.text')}</p>
      {open > 0 && <p>{t('end.open', { count: open })}</p>}
    </ConfirmDialog>
  );
}
