import type { ReactNode } from 'react';
import { Button } from '../form/button.js';
import { Sheet } from '../layout/sheet.js';

type ConfirmDialogProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** The verb of what happens: “Nộp bài”. */
  confirmText: string;
  confirmKind?: 'primary' | 'danger';
  busy?: boolean;
  busyText?: string;
  onConfirm: () => void;
  /** The safe way out; it has the focus when the dialog opens, unless there is something to fill in. */
  cancelText: string;
  onCancel: () => void;
};

/** A question before what cannot be undone. What can be undone happens at once and offers `showUndo`. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Sheet
      plain
      size="sm"
      open={props.open}
      onClose={props.onCancel}
      title={props.title}
      footer={
        <>
          <Button data-autofocus onClick={props.onCancel}>
            {props.cancelText}
          </Button>
          <Button
            kind={props.confirmKind ?? 'primary'}
            busy={props.busy}
            busyText={props.busyText}
            onClick={props.onConfirm}
          >
            {props.confirmText}
          </Button>
        </>
      }
    >
      {props.children}
    </Sheet>
  );
}
