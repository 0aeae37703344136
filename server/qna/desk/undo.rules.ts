import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { changeOf, reversed, type BoardInquiry, type Change } from '../inquiry/change.rules.js';
import type { Plan } from './move.rules.js';
import { roomBefore, type RoomChange } from './room.rules.js';

/** A change as its move kept it, with what became of the question since. */
export type PastChange = Change & {
  /** What the question's `rev` was after the move. */
  rev: number;
  /** Moves after this one that touched the question and were taken back. */
  undoneSince: number;
};

export type Undoing = {
  past: readonly PastChange[];
  /** The questions as they are now. */
  board: readonly BoardInquiry[];
  /** Who is on the floor and who is next now, whatever question that is. */
  places: { answeringId: InquiryId | null; nextId: InquiryId | null };
  /** The session has ended: nothing has the floor any more. */
  ended: boolean;
  /** What the move did to the room, and what of it later moves that stand have set since. */
  room: RoomChange;
  setSince: ReadonlySet<string>;
};

/**
 * What taking a move back does; null when it is too late. A move and its undoing raise `rev` by one each and leave
 * nothing else, so a question is untouched when its `rev` is the move's and two for each move taken back since.
 * What somebody set in the room since stays; a move that did nothing else then comes too late.
 */
export function planUndo({ past, board, places, ended, room, setSince }: Undoing): Plan | null {
  if (past.length === 0 && Object.keys(room.after).some((field) => setSince.has(field))) return null;
  const changes: Change[] = [];
  for (const change of past) {
    const inquiry = board.find(({ id }) => id === change.id);
    if (inquiry?.rev !== change.rev + 2 * change.undoneSince) return null;
    changes.push(changeOf(inquiry, reversed(change).after));
  }
  const moved = new Set(changes.map(({ id }) => id));
  const taken = (holder: InquiryId | null): boolean => holder !== null && !moved.has(holder);
  const wantsFloor = changes.some(({ after }) => after.state === 'answering');
  const wantsNext = changes.some(({ after }) => after.isNext === true);
  if (ended && wantsFloor) return null;
  if ((wantsFloor && taken(places.answeringId)) || (wantsNext && taken(places.nextId))) return null;
  const told = changes.filter(
    ({ before, after }) => after.state !== undefined || after.text !== undefined || before.isNext === true,
  );
  return {
    changes,
    steps: told.map(({ id }) => ({ id, kind: 'undone' })),
    room: roomBefore(room, setSince),
  };
}
