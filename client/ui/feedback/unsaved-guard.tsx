import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../../platform/text/i18n.js';
import { ConfirmDialog } from './confirm-dialog.js';

/** Asks before unsaved writing is left behind, by a link or by closing the tab. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const t = useT('ui');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      confirmText={t('leave.go')}
      confirmKind="danger"
      onConfirm={() => blocker.proceed?.()}
      cancelText={t('leave.stay')}
      onCancel={() => blocker.reset?.()}
    >
      {t('leave.text')}
    </ConfirmDialog>
  );
}
