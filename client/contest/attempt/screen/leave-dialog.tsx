import { useBlocker } from 'react-router';
import { useT } from '../../../platform/text/i18n.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';

/** Asks before another page is opened, but only while something is unsent. */
export function LeaveDialog({ unsent, attemptId }: { unsent: number; attemptId: string }) {
  const t = useT('contest/attempt');
  const blocker = useBlocker(
    ({ nextLocation }) => unsent > 0 && !nextLocation.pathname.startsWith(`/attempts/${attemptId}`),
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      confirmText={t('leave.go')}
      onConfirm={() => blocker.proceed?.()}
      cancelText={t('leave.stay')}
      onCancel={() => blocker.reset?.()}
    >
      {t('leave.text', { count: unsent })}
    </ConfirmDialog>
  );
}
