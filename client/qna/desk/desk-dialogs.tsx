import { OpeningDialog } from '../keys/opening-dialog.js';
import { AnswererDialog } from './answerer-dialog.js';
import { DeclineDialog } from './decline-dialog.js';
import { useDesk } from './desk-context.js';
import { EditDialog } from './edit-dialog.js';
import { EndDialog } from './end-dialog.js';
import { FamilyDialog } from './family-dialog.js';
import { HistorySheet } from './history-sheet.js';
import { LabelsDialog } from './labels-dialog.js';
import { MergeDialog } from './merge-dialog.js';
import { NoteDialog } from './note-dialog.js';
import { RemoveDialog } from './remove-dialog.js';
import { WriteDialog } from './write-dialog.js';

/** Whatever is open over the board. */
export function DeskDialogs() {
  const { dialog, actions } = useDesk();
  switch (dialog?.kind) {
    case 'edit':
      return <EditDialog inquiry={dialog.inquiry} />;
    case 'decline':
      return <DeclineDialog inquiry={dialog.inquiry} />;
    case 'write':
      return <WriteDialog inquiry={dialog.inquiry} />;
    case 'labels':
      return <LabelsDialog inquiry={dialog.inquiry} />;
    case 'note':
      return <NoteDialog inquiry={dialog.inquiry} />;
    case 'answerer':
      return <AnswererDialog inquiry={dialog.inquiry} />;
    case 'family':
      return <FamilyDialog inquiry={dialog.inquiry} />;
    case 'remove':
      return <RemoveDialog inquiry={dialog.inquiry} />;
    case 'opening': {
      const { id, text } = dialog.inquiry;
      return <OpeningDialog open onClose={actions.close} inquiryId={id} text={text} />;
    }
    case 'merge':
      return <MergeDialog inquiryIds={dialog.inquiryIds} />;
    case 'history':
      return <HistorySheet />;
    case 'end':
      return <EndDialog />;
    case undefined:
      return null;
  }
}
