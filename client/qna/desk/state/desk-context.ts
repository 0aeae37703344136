import { createContext, useContext } from 'react';
import type { DeskLock } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { DeskRole, InquiryId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import type { Column, Columns, Row, SimilarPair, Turnable, Turned } from '../hand/columns.rules.js';
import type { DeskDialog } from './desk-dialog.js';
import type { DeskPresence } from './desk.live.js';
import type { ColumnHolds } from '../hand/column-holds.js';
import type { Behind, Hand } from '../hand/held-column.rules.js';
import type { Picks } from '../hand/use-picks.js';
import type { DeskActions } from './use-desk-actions.js';
import type { DeskFocus } from '../hand/use-desk-focus.js';

/** Everything the parts of the desk share. */
export type Desk = {
  session: QnaSessionView;
  role: DeskRole;
  /** All questions in their columns, those that are drawn, and these as rows. */
  all: Columns;
  shown: Columns;
  rows: Record<Column, Row[]>;
  /** What a column has not drawn yet, so that nothing moves under whoever is in it. */
  behind: Record<Column, Behind>;
  holds: ColumnHolds;
  order: { turned: Turned; turn: (column: Turnable) => void };
  /** What the keys find, and the question they act on; null for none. */
  hand: () => Hand;
  current: () => DeskInquiry | null;
  presence: DeskPresence;
  /** Since when nothing arrives, so that nothing may be done; null while the board is kept true. */
  offlineSince: number | null;
  /** Somebody else is at a question, by the question's id. */
  lockOf: (id: InquiryId) => DeskLock | null;
  focus: DeskFocus;
  dialog: DeskDialog | null;
  picks: Picks;
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
