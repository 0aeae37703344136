import { createContext, useContext } from 'react';
import type { DeskLock } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { DeskRole, InquiryId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import type { Column, Columns, Row, SimilarPair } from './columns.rules.js';
import type { DeskDialog } from './desk-dialog.js';
import type { DeskPresence } from './desk.live.js';
import type { DeskActions } from './use-desk-actions.js';
import type { DeskFocus } from './use-desk-focus.js';

/** Everything the parts of the desk share. */
export type Desk = {
  session: QnaSessionView;
  role: DeskRole;
  /** All questions in their columns, what the filter leaves of them, and that as rows. */
  all: Columns;
  shown: Columns;
  rows: Record<Column, Row[]>;
  /** The question that the keys act on. */
  current: () => DeskInquiry | null;
  presence: DeskPresence;
  /** Nothing new arrives until the connection is made again. */
  isLost: boolean;
  /** Somebody else is at a question, by the question's id. */
  lockOf: (id: InquiryId) => DeskLock | null;
  focus: DeskFocus;
  dialog: DeskDialog | null;
  /** Questions chosen to be merged. */
  picks: { ids: ReadonlySet<InquiryId>; toggle: (id: InquiryId) => void; clear: () => void };
  /** What the pointer carries. */
  drag: { inquiry: DeskInquiry | null; set: (inquiry: DeskInquiry | null) => void };
  pairs: { items: readonly SimilarPair[]; keepApart: (pair: SimilarPair) => void };
  actions: DeskActions;
  setLock: (id: InquiryId, on: boolean) => Promise<void>;
  /** Came into their column with the last change. */
  arrived: ReadonlySet<InquiryId>;
  find: (id: InquiryId) => DeskInquiry | undefined;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a part of the desk stands outside of it');
  return desk;
}
