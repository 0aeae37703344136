import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { focusRefusedSoon, toRefusedField } from '../../platform/form/form-errors.js';
import { useT } from '../../platform/text/i18n.js';
import { IconButton } from '../form/icon-button.js';
import classes from './sheet.module.css';

type SheetProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons that stay in view below the content. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** `side` slides in from the left edge, for navigation. */
  form?: 'dialog' | 'side';
  /** Without the cross and without closing on the backdrop: for a question that wants an answer. */
  plain?: boolean;
};

/** Where the focus goes when a sheet opens, never to what closes it: its first field, what asks for it, or its title. */
const FIRST = [
  '[data-content] :is(input,textarea,select):enabled',
  '[data-autofocus]',
  '[data-content] :is(a,button):enabled',
  'h2',
];

/**
 * A layer over the page: a dialog on wide screens, a sheet from the bottom edge on phones. The browser's own dialog
 * keeps the focus inside, closes on Esc and gives the focus back to what opened it. Whoever sends it with a wrong field
 * gets the focus there.
 */
export function Sheet({
  open,
  onClose,
  title,
  children,
  footer,
  size = 'md',
  form = 'dialog',
  plain,
}: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useT('ui');
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      for (const first of FIRST) {
        const found = element.querySelector<HTMLElement>(first);
        found?.focus();
        if (found) break;
      }
    }
    if (!open && element.open) element.close();
  }, [open]);
  useDragDown(dialog, onClose, form === 'dialog');

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-size={size}
      data-form={form}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => open && onClose()}
      onSubmit={toRefusedField}
      onClick={(event) => {
        if (!plain && event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className={classes.body}>
          <span className={classes.handle} aria-hidden="true" />
          <header className={classes.head}>
            <h2 id={titleId} tabIndex={-1} className={classes.title}>
              {title}
            </h2>
            {!plain && <IconButton label={t('close')} icon={<IconX />} size="sm" onClick={onClose} />}
          </header>
          <div data-content className={classes.content}>
            {children}
          </div>
          {footer && (
            <footer className={classes.footer} onClick={() => focusRefusedSoon(dialog.current)}>
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}

/** On phones the sheet follows a finger that pulls its head down, and closes past a third of the way. */
function useDragDown(
  dialog: React.RefObject<HTMLDialogElement | null>,
  onClose: () => void,
  active: boolean,
) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = dialog.current;
    if (!element || !active) return;
    let from: number | null = null;
    const start = (event: TouchEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const grips =
        matchMedia('(max-width: 47.99em)').matches && target?.closest(`.${classes.head}, .${classes.handle}`);
      from = grips ? (event.touches[0]?.clientY ?? null) : null;
    };
    const move = (event: TouchEvent) => {
      const y = event.touches[0]?.clientY;
      if (from !== null && y !== undefined) element.style.translate = `0 ${Math.max(0, y - from)}px`;
    };
    const end = (event: TouchEvent) => {
      const y = event.changedTouches[0]?.clientY;
      element.style.translate = '';
      if (from !== null && y !== undefined && y - from > Math.min(160, element.clientHeight / 3))
        close.current();
      from = null;
    };
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', move, { passive: true });
    element.addEventListener('touchend', end);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
    };
  }, [dialog, active]);
}
