import type { z } from 'zod';
import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry, InquiryState } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import type { qnaSocket } from '../../../../shared/qna/qna.events.js';

export type DeskTick = z.infer<(typeof qnaSocket)['server']['desk.tick']>;

/** All questions of a session, as the server last said and as one's own moves under way will have them. */
export type DeskBoard = {
  inquiries: ReadonlyMap<InquiryId, DeskInquiry>;
  /** The state a question will be in when the server has taken the move; shown until it says so. */
  guesses: ReadonlyMap<InquiryId, InquiryState>;
  /** Came into their state with the last change, so they are drawn arriving. */
  arrived: ReadonlySet<InquiryId>;
};

export const emptyBoard: DeskBoard = { inquiries: new Map(), guesses: new Map(), arrived: new Set() };

/**
 * A board fetched anew. What the old one had heard of a question later than the fetch was written stays; what the fetch does
 * not have is gone, as what was asked in a rehearsal.
 */
export function boardOf(fetched: readonly DeskInquiry[], before: DeskBoard = emptyBoard): DeskBoard {
  const inquiries = new Map(fetched.map((inquiry) => [inquiry.id, inquiry]));
  for (const [id, known] of before.inquiries) {
    const now = inquiries.get(id);
    if (now && now.rev < known.rev) inquiries.set(id, known);
  }
  return { ...before, inquiries, arrived: new Set() };
}

type Change = Pick<DeskTick, 'changed' | 'votes'>;

/** Takes in what a tick or the answer to a move says: of each question the higher `rev` stays. */
export function applyChange(board: DeskBoard, { changed, votes }: Change): DeskBoard {
  const inquiries = new Map(board.inquiries);
  const guesses = new Map(board.guesses);
  const arrived = new Set<InquiryId>();
  for (const inquiry of changed) {
    const known = inquiries.get(inquiry.id);
    if (known && known.rev >= inquiry.rev) continue;
    if (known && (guesses.get(inquiry.id) ?? known.state) !== inquiry.state) arrived.add(inquiry.id);
    inquiries.set(inquiry.id, inquiry);
    guesses.delete(inquiry.id);
  }
  for (const [id, count] of votes) {
    const known = inquiries.get(id);
    if (known && known.votes !== count) inquiries.set(id, { ...known, votes: count });
  }
  return { inquiries, guesses, arrived };
}

/** Shows at once where a move will lead. What the move does not take to another state stays as it is. */
export function guessMove(board: DeskBoard, move: DeskMove): DeskBoard {
  const leads = guessOf(board, move);
  if (leads.length === 0) return board;
  return {
    ...board,
    guesses: new Map([...board.guesses, ...leads]),
    arrived: new Set(leads.map(([id]) => id)),
  };
}

/** The move was refused or is done: only what the server said counts. */
export function dropGuesses(board: DeskBoard, ids: readonly InquiryId[]): DeskBoard {
  if (!ids.some((id) => board.guesses.has(id))) return board;
  const guesses = new Map(board.guesses);
  for (const id of ids) guesses.delete(id);
  return { ...board, guesses };
}

/** The questions a move names, and those that its guess touches as well. */
export function touchedBy(board: DeskBoard, move: DeskMove): InquiryId[] {
  return [...new Set([...namedBy(move), ...guessOf(board, move).map(([id]) => id)])];
}

/** The questions a move is about. */
export function namedBy(move: DeskMove): InquiryId[] {
  if ('rev' in move) return [move.inquiryId];
  return move.kind === 'merge' ? [move.targetId, ...move.inquiryIds] : [];
}

function guessOf(board: DeskBoard, move: DeskMove): [InquiryId, InquiryState][] {
  switch (move.kind) {
    case 'approve':
      return [[move.inquiryId, 'approved']];
    case 'decline':
      return [[move.inquiryId, 'declined']];
    case 'answered':
    case 'answer_in_writing':
      return [[move.inquiryId, 'answered']];
    case 'answer_now': {
      // One at a time has the floor: what was being answered counts as answered.
      const before = shownInquiries(board).filter((inquiry) => inquiry.state === 'answering');
      const done = before.map((inquiry): [InquiryId, InquiryState] => [inquiry.id, 'answered']);
      return [...done, [move.inquiryId, 'answering']];
    }
    case 'return': {
      const state = board.inquiries.get(move.inquiryId)?.state;
      return [[move.inquiryId, state === 'declined' ? 'pending' : 'approved']];
    }
    // What is split off goes back to where it was before, which only the server knows; the others stay.
    default:
      return [];
  }
}

/** The board as it is drawn: guesses laid over what the server said. */
export function shownInquiries(board: DeskBoard): DeskInquiry[] {
  return [...board.inquiries.values()].map((inquiry) => {
    const state = board.guesses.get(inquiry.id);
    return state === undefined || state === inquiry.state ? inquiry : { ...inquiry, state };
  });
}
