import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import { deskMove } from '../../../../shared/qna/desk.schema.js';
import {
  applyChange,
  boardOf,
  dropGuesses,
  guessMove,
  shownInquiries,
  touchedBy,
  type DeskBoard,
} from './board.rules.js';

const stateOf = (board: DeskBoard, index: number) =>
  shownInquiries(board).find((one) => one.id === idOf(index))?.state;

describe('a tick', () => {
  const board = boardOf([inquiry(1, { rev: 3 }), inquiry(2)]);

  it('replaces what it knows later, and leaves what the board knows later', () => {
    const changed = [inquiry(1, { rev: 2, state: 'declined' }), inquiry(2, { rev: 2, state: 'approved' })];
    const after = applyChange(board, { changed, votes: [] });
    expect([stateOf(after, 1), stateOf(after, 2)]).toEqual(['pending', 'approved']);
    expect([...after.arrived]).toEqual([idOf(2)]);
  });

  it('counts votes without a new revision, and brings new questions', () => {
    const one = inquiry(1);
    const after = applyChange(board, { changed: [inquiry(3)], votes: [[one.id, 7]] });
    expect(after.inquiries.get(one.id)?.votes).toBe(7);
    expect(after.inquiries.size).toBe(3);
  });

  it('gives the same board in whatever order revisions arrive', () => {
    const revisions = [1, 2, 3, 4, 5].map((rev) => inquiry(1, { rev, text: `Bản ${rev}` }));
    fc.assert(
      fc.property(fc.shuffledSubarray(revisions, { minLength: 1 }), (order) => {
        const after = order.reduce(
          (before, one) => applyChange(before, { changed: [one], votes: [] }),
          boardOf([]),
        );
        expect(after.inquiries.get(inquiry(1).id)?.rev).toBe(Math.max(...order.map((one) => one.rev)));
      }),
    );
  });
});

it('keeps what was heard while the board was fetched anew', () => {
  const before = boardOf([inquiry(1, { rev: 5, state: 'approved' }), inquiry(9)]);
  const after = boardOf([inquiry(1, { rev: 4 }), inquiry(2)], before);
  expect(stateOf(after, 1)).toBe('approved');
  expect(after.inquiries.size).toBe(3);
});

describe('a guess', () => {
  const board = boardOf([inquiry(1, { state: 'answering' }), inquiry(2, { state: 'approved' })]);
  const move = deskMove.parse({ kind: 'answer_now', inquiryId: idOf(2), rev: 1 });

  it('shows where a move leads, also for the question that has to make room', () => {
    const guessed = guessMove(board, move);
    expect([stateOf(guessed, 1), stateOf(guessed, 2)]).toEqual(['answered', 'answering']);
    expect(touchedBy(board, move).toSorted()).toEqual([idOf(1), idOf(2)]);
  });

  it('leaves no trace when the move is refused', () => {
    const back = dropGuesses(guessMove(board, move), touchedBy(board, move));
    expect(shownInquiries(back)).toEqual(shownInquiries(board));
  });

  it('gives way to what the server says, and arrives only once', () => {
    const guessed = guessMove(board, move);
    const after = applyChange(guessed, { changed: [inquiry(2, { rev: 2, state: 'answering' })], votes: [] });
    expect(after.guesses.has(inquiry(2).id)).toBe(false);
    expect(after.arrived.size).toBe(0);
  });
});
