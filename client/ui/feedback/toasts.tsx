import { IconAlertCircle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { IconButton } from '../form/icon-button.js';
import { TOAST_MS, dismissToast, toastQueue, type Toast } from './toast-queue.js';
import classes from './toasts.module.css';

/** Where toasts appear: above the tab bar on phones, at the foot of the page elsewhere. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastQueue.subscribe, toastQueue.read);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <TimedToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function TimedToast({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToastCard toast={toast} onDismiss={() => dismissToast(toast.id)} />
    </div>
  );
}

const toneIcons = { done: IconCheck, failed: IconAlertCircle, note: IconInfoCircle };

export function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useT('ui');
  const ToneIcon = toneIcons[toast.tone];
  const undo = () => {
    toast.undo?.();
    onDismiss();
  };
  return (
    <div className={classes.toast} data-tone={toast.tone} data-on-deep="">
      <ToneIcon aria-hidden="true" />
      <span className={classes.text}>
        {toast.text}
        {toast.detail !== undefined && <span className={classes.detail}>{toast.detail}</span>}
      </span>
      {toast.undo && (
        <Button kind="deep" size="xs" onClick={undo}>
          {t('undo')}
        </Button>
      )}
      <IconButton
        className={classes.close}
        size="sm"
        label={t('close')}
        icon={<IconX />}
        onClick={onDismiss}
      />
    </div>
  );
}
