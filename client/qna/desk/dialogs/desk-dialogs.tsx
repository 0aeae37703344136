import { OpeningDialog } from '../../keys/opening-dialog.js';
import { useDesk } from '../state/desk-context.js';
import type { InquiryDialog } from '../state/desk-dialog.js';
import { EndDialog, RemoveDialog } from './confirm-dialogs.js';
import { DeclineAllDialog, LabelAllDialog } from './bulk-dialogs.js';
import { AnswererDialog, DeclineDialog, LabelsDialog, NoteDialog } from './field-dialogs.js';
import { HistorySheet } from './history-sheet.js';
import { FamilyDialog, MergeDialog } from './merge-dialogs.js';
import { EditDialog, WriteDialog } from './text-dialogs.js';

/** Whatever is open over the board. */
export function DeskDialogs() {
  const { dialog } = useDesk();
  if (dialog && 'inquiry' in dialog) return <OfOne dialog={dialog} />;
  switch (dialog?.kind) {
    case 'merge':
      return <MergeDialog inquiryIds={dialog.inquiryIds} />;
    case 'declineAll':
      return <DeclineAllDialog />;
    case 'labelAll':
      return <LabelAllDialog />;
    case 'history':
      return <HistorySheet />;
    case 'end':
      return <EndDialog />;
    case undefined:
      return null;
  }
}

function OfOne({ dialog: { kind, inquiry } }: { dialog: InquiryDialog }) {
  const { actions } = useDesk();
  switch (kind) {
    case 'edit':
      return <EditDialog inquiry={inquiry} />;
    case 'decline':
      return <DeclineDialog inquiry={inquiry} />;
    case 'write':
      return <WriteDialog inquiry={inquiry} />;
    case 'labels':
      return <LabelsDialog inquiry={inquiry} />;
    case 'note':
      return <NoteDialog inquiry={inquiry} />;
    case 'answerer':
      return <AnswererDialog inquiry={inquiry} />;
    case 'family':
      return <FamilyDialog inquiry={inquiry} />;
    case 'remove':
      return <RemoveDialog inquiry={inquiry} />;
    case 'opening':
      return <OpeningDialog open onClose={actions.close} inquiryId={inquiry.id} text={inquiry.text} />;
  }
}
