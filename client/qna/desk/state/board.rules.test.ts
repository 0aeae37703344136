import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import { deskMove } from '../../../../shared/qna/desk.schema.js';
import {
  applyChange,
  boardOf,
  dropGuesses,
  guessMove,
  namedBy,
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

  it('changes nothing for what the board knows already', () => {
    const again = applyChange(board, { changed: [inquiry(1, { rev: 3, text: 'Khác' })], votes: [] });
    expect(again.inquiries.get(idOf(1))?.text).toBe('Câu 1');
    const counted = applyChange(board, {
      changed: [],
      votes: [
        [idOf(1), 0],
        [idOf(77), 5],
      ],
    });
    expect(counted.inquiries.get(idOf(1)), 'drawn once more for nothing').toBe(board.inquiries.get(idOf(1)));
    expect(counted.inquiries.size).toBe(2);
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

it('keeps what was heard later than the board was fetched anew, and lets go of what is no more', () => {
  const before = boardOf([inquiry(1, { rev: 5, state: 'approved' }), inquiry(9)]);
  const after = boardOf([inquiry(1, { rev: 4 }), inquiry(2)], before);
  expect(stateOf(after, 1)).toBe('approved');
  expect([...after.inquiries.keys()]).toEqual([idOf(1), idOf(2)]);
});

it('takes from the new fetch what is as late or later than what was heard', () => {
  const before = boardOf([inquiry(1, { rev: 4, text: 'cũ' }), inquiry(2, { rev: 2, text: 'cũ' })]);
  const after = boardOf([inquiry(1, { rev: 5, text: 'mới' }), inquiry(2, { rev: 2, text: 'mới' })], before);
  expect([1, 2].map((number) => after.inquiries.get(idOf(number))?.text)).toEqual(['mới', 'mới']);
});

describe('where a move leads', () => {
  const one = { inquiryId: idOf(1), rev: 1 };
  const others = [inquiry(2), inquiry(3, { state: 'approved' })];

  it.each([
    ['pending', { kind: 'approve', ...one }, 'approved'],
    ['approved', { kind: 'decline', ...one, reason: 'unclear' }, 'declined'],
    ['answering', { kind: 'answered', ...one }, 'answered'],
    ['approved', { kind: 'answer_in_writing', ...one, text: 'Theo Điều 5.', by: 'Yến' }, 'answered'],
    ['declined', { kind: 'return', ...one }, 'pending'],
    ['answered', { kind: 'return', ...one }, 'approved'],
    ['answering', { kind: 'return', ...one }, 'approved'],
    ['merged', { kind: 'split', ...one }, 'merged'],
    ['approved', { kind: 'next', ...one, on: true }, 'approved'],
    ['pending', { kind: 'note', ...one, note: 'Hỏi lại' }, 'pending'],
  ] as const)('a question that is %s: %j, to %s', (state, sent, to) => {
    const board = boardOf([inquiry(1, { state }), ...others]);
    const guessed = guessMove(board, deskMove.parse(sent));
    expect(stateOf(guessed, 1)).toBe(to);
    expect(
      [2, 3].map((number) => stateOf(guessed, number)),
      'the others',
    ).toEqual(['pending', 'approved']);
    expect([...guessed.arrived], 'drawn arriving').toEqual(to === state ? [] : [idOf(1)]);
  });

  it('is drawn anew only where it leads somewhere', () => {
    const board = boardOf([inquiry(1), ...others]);
    expect(guessMove(board, deskMove.parse({ kind: 'note', ...one, note: 'Hỏi lại' }))).toBe(board);
    const [first] = shownInquiries(guessMove(board, deskMove.parse({ kind: 'return', ...one })));
    expect(first?.state).toBe('approved');
    const same = guessMove(
      boardOf([inquiry(1, { state: 'approved' })]),
      deskMove.parse({ kind: 'approve', ...one }),
    );
    expect(shownInquiries(same)[0]).toBe(same.inquiries.get(idOf(1)));
  });

  it('of one question that is not on the board is the queue', () => {
    expect(touchedBy(boardOf([]), deskMove.parse({ kind: 'return', ...one }))).toEqual([idOf(1)]);
  });
});

it('knows the questions a move is about', () => {
  const about = (sent: object) => namedBy(deskMove.parse(sent));
  expect(about({ kind: 'approve', inquiryId: idOf(1), rev: 1 })).toEqual([idOf(1)]);
  expect(about({ kind: 'merge', targetId: idOf(1), inquiryIds: [idOf(2), idOf(3)] })).toEqual(
    [1, 2, 3].map(idOf),
  );
  expect(about({ kind: 'accepting', on: false })).toEqual([]);
});

describe('a guess', () => {
  const board = boardOf([inquiry(1, { state: 'answering' }), inquiry(2, { state: 'approved' })]);
  const move = deskMove.parse({ kind: 'answer_now', inquiryId: idOf(2), rev: 1 });

  it('shows where a move leads, also for the question that has to make room', () => {
    const guessed = guessMove(board, move);
    expect([stateOf(guessed, 1), stateOf(guessed, 2)]).toEqual(['answered', 'answering']);
    expect(touchedBy(board, move).toSorted()).toEqual([idOf(1), idOf(2)]);
  });

  it('takes the floor from the one that had it, and from no other', () => {
    const full = boardOf([
      inquiry(1, { state: 'answering' }),
      inquiry(2, { state: 'approved' }),
      inquiry(3),
      inquiry(4, { state: 'declined' }),
    ]);
    const guessed = guessMove(full, move);
    expect([3, 4].map((number) => stateOf(guessed, number))).toEqual(['pending', 'declined']);
    expect(touchedBy(full, move).toSorted()).toEqual([idOf(1), idOf(2)]);
  });

  it('leaves no trace when the move is refused', () => {
    const back = dropGuesses(guessMove(board, move), touchedBy(board, move));
    expect(shownInquiries(back)).toEqual(shownInquiries(board));
    expect(dropGuesses(board, [idOf(1)]), 'nothing to drop').toBe(board);
    const one = dropGuesses(guessMove(board, move), [idOf(2), idOf(99)]);
    expect([stateOf(one, 1), stateOf(one, 2)]).toEqual(['answered', 'approved']);
  });

  it('gives way to what the server says, and arrives only once', () => {
    const guessed = guessMove(board, move);
    const after = applyChange(guessed, { changed: [inquiry(2, { rev: 2, state: 'answering' })], votes: [] });
    expect(after.guesses.has(inquiry(2).id)).toBe(false);
    expect(after.arrived.size).toBe(0);
  });
});
