import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';

/** A dialog about one question, as it was when the dialog opened. */
export type InquiryDialog = {
  kind: 'edit' | 'decline' | 'write' | 'labels' | 'note' | 'answerer' | 'family' | 'remove' | 'opening';
  inquiry: DeskInquiry;
};

/** What is open over the board. */
export type DeskDialog =
  | InquiryDialog
  | { kind: 'merge'; inquiryIds: InquiryId[] }
  /** About all that are chosen. */
  | { kind: 'declineAll' | 'labelAll' }
  | { kind: 'history' }
  | { kind: 'end' };
