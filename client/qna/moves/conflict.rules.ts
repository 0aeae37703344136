import type { DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';

/** A question as somebody saw it: the room is told less of it than the desk. */
export type Seen = Pick<DeskInquiry, 'id' | 'rev' | 'state' | 'text' | 'labels' | 'answer'> &
  Partial<Pick<DeskInquiry, 'note' | 'answerer'>>;

/** Whether a move means the same to a question as it is now as to the one it was made for. */
export function sameGround(kind: DeskMoveKind, seen: Seen, now: Seen): boolean {
  if (seen.state !== now.state || seen.text !== now.text) return false;
  if (kind === 'note') return seen.note === now.note;
  if (kind === 'label') return seen.labels.join('\n') === now.labels.join('\n');
  if (kind === 'answerer') return seen.answerer === now.answerer;
  return seen.answer?.text === now.answer?.text;
}
