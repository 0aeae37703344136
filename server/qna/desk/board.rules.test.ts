import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { boardInquiry } from '../../../test/support/board-inquiry.js';
import { placesFreedFirst, type BoardInquiry, type Change } from '../inquiry/change.rules.js';
import { familyBelow, MERGE_TARGETS, planMerge, planSplit } from './merge.rules.js';
import { planMove, refusalOf, type Plan, type SimpleMove } from './move.rules.js';
import { planUndo } from './undo.rules.js';

const SIZE = 6;
const START = Date.UTC(2026, 10, 19, 7);

type Done = { kind: string; changes: (Change & { rev: number })[]; undone: boolean };
type Act =
  | { act: 'move'; kind: SimpleMove['kind']; at: number; text: string; on: boolean }
  | { act: 'merge'; target: number; others: number[]; text?: string | undefined }
  | { act: 'split'; at: number }
  | { act: 'undo'; at: number };

const UNTOUCHED_ROOM = { room: { before: {}, after: {} }, setSince: new Set<string>() };

/** A board as the service keeps it: rows, and moves with what they changed. */
class Board {
  rows: BoardInquiry[];
  readonly moves: Done[] = [];
  private minutes = 0;

  constructor(states: readonly ('pending' | 'approved')[]) {
    this.rows = states.map((state, index) => fresh(state, index));
  }

  do(act: Act): void {
    this.minutes += 1;
    if (act.act === 'merge') this.merge(act);
    else if (act.act === 'split') this.split(this.rows[act.at]);
    else if (act.act === 'undo') this.undo(this.moves[act.at % Math.max(1, this.moves.length)]);
    else this.move(act);
  }

  /** False when it is too late. */
  undo(move: Done | undefined): boolean {
    if (!move || move.undone) return false;
    const past = move.changes.map((change) => ({ ...change, undoneSince: this.undoneSince(change) }));
    const places = { answeringId: this.answering?.id ?? null, nextId: this.next?.id ?? null };
    const plan = planUndo({ past, board: this.rows, places, ended: false, ...UNTOUCHED_ROOM });
    if (!plan) return false;
    this.apply(plan);
    move.undone = true;
    return true;
  }

  undoAll(): void {
    for (const move of [...this.moves].reverse()) if (!move.undone) expect(this.undo(move)).toBe(true);
  }

  fields(): Omit<BoardInquiry, 'rev'>[] {
    return this.rows.map(({ rev: _rev, ...fields }) => fields);
  }

  get answering() {
    return this.rows.find(({ state }) => state === 'answering') ?? null;
  }

  get next() {
    return this.rows.find(({ isNext }) => isNext) ?? null;
  }

  private move({ kind, at, text, on }: Act & { act: 'move' }): void {
    const inquiry = this.rows[at];
    if (!inquiry || refusalOf('host', kind, inquiry.state)) return;
    const floor = {
      answering: this.answering,
      next: this.next,
      now: new Date(START + this.minutes * 60_000),
    };
    const rest = { text, on, by: 'Chị Yến', reason: 'unclear', note: text, labels: [text] };
    const move = { kind, inquiryId: inquiry.id, rev: inquiry.rev, ...rest } as SimpleMove;
    this.keep(kind, planMove(move, inquiry, floor));
  }

  private merge({ target: at, others, text }: Act & { act: 'merge' }): void {
    const target = this.rows[at];
    const merged = [...new Set(others)].flatMap((index) => this.rows[index] ?? []);
    if (!target || !MERGE_TARGETS.has(target.state)) return;
    if (merged.some((one) => one.id === target.id || refusalOf('triage', 'merge', one.state))) return;
    const below = merged.flatMap(({ id }) => familyBelow(id, this.rows));
    this.keep('merge', planMerge({ target, merged, below, text }));
  }

  private split(inquiry: BoardInquiry | undefined): void {
    if (inquiry?.state !== 'merged') return;
    const family = this.rows.filter(({ rootId }) => rootId === inquiry.rootId);
    this.keep('split', planSplit({ inquiry, family, formerState: 'pending' }));
  }

  private keep(kind: DeskMoveKind, plan: Plan): void {
    this.apply(plan);
    const changes = plan.changes.map((change) => ({ ...change, rev: this.row(change.id).rev }));
    this.moves.push({ kind, changes, undone: false });
  }

  /** One after the other, as the database is told: the places of which there is one are never taken twice. */
  private apply({ changes }: Plan): void {
    for (const { id, after } of placesFreedFirst(changes)) {
      this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...after, rev: row.rev + 1 } : row));
      expect(this.rows.filter(({ state }) => state === 'answering').length).toBeLessThanOrEqual(1);
      expect(this.rows.filter(({ isNext }) => isNext).length).toBeLessThanOrEqual(1);
    }
  }

  private undoneSince({ id, rev }: { id: InquiryId; rev: number }): number {
    const touching = (move: Done) => move.changes.some((change) => change.id === id && change.rev > rev);
    return this.moves.filter((move) => move.undone && touching(move)).length;
  }

  private row(id: InquiryId): BoardInquiry {
    const row = this.rows.find((one) => one.id === id);
    if (!row) throw new Error('not on the board');
    return row;
  }
}

const fresh = (state: 'pending' | 'approved', index: number) => boardInquiry({ state, text: `Câu ${index}` });

const place = fc.nat(SIZE - 1);
const text = fc.constantFrom('Câu gọn', 'Câu rất gọn', 'Câu 0');
const states = fc.array(fc.constantFrom('pending' as const, 'approved' as const), {
  minLength: SIZE,
  maxLength: SIZE,
});
const merge = fc.record({
  act: fc.constant('merge' as const),
  target: place,
  others: fc.array(place, { minLength: 1, maxLength: 3 }),
  text: fc.option(text, { nil: undefined }),
});
const split = fc.record({ act: fc.constant('split' as const), at: place });
const undo = fc.record({ act: fc.constant('undo' as const), at: fc.nat(30) });
const move = fc.record({
  act: fc.constant('move' as const),
  at: place,
  kind: fc.constantFrom(
    'approve' as const,
    'edit' as const,
    'decline' as const,
    'next' as const,
    'answer_now' as const,
    'answered' as const,
    'answer_in_writing' as const,
    'return' as const,
    'label' as const,
    'note' as const,
    'answerer' as const,
  ),
  text,
  on: fc.boolean(),
});
const anything = fc.array(fc.oneof({ weight: 5, arbitrary: move }, merge, split, undo), { maxLength: 30 });
const merges = fc.array(fc.oneof({ weight: 3, arbitrary: merge }, split), { minLength: 1, maxLength: 12 });

function played(start: readonly ('pending' | 'approved')[], acts: readonly Act[]): Board {
  const board = new Board(start);
  for (const act of acts) board.do(act);
  return board;
}

/** Where following the pointers ends, found without looking at `rootId`. */
function rootOf(board: Board, row: BoardInquiry): InquiryId {
  const parent = board.rows.find(({ id }) => id === row.mergedInto);
  return parent ? rootOf(board, parent) : row.id;
}

describe('whatever the desk does', () => {
  it('one question at most is being answered, one at most is next, and pointers agree with roots', () => {
    fc.assert(
      fc.property(states, anything, (start, acts) => {
        const board = played(start, acts);
        for (const row of board.rows) {
          expect(row.rootId).toBe(rootOf(board, row));
          expect(row.state === 'merged').toBe(row.mergedInto !== null);
          expect(row.state === 'answering').toBe(row.answeringSince !== null);
          expect(row.state === 'answered').toBe(row.answeredAt !== null && row.answerHow !== null);
          expect(row.state === 'declined').toBe(row.declineReason !== null);
          expect(row.isNext && row.state !== 'approved').toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('taking every move back, the last one first, gives the former board', () => {
    fc.assert(
      fc.property(states, anything, (start, acts) => {
        const board = new Board(start);
        const former = board.fields();
        for (const act of acts) board.do(act);
        board.undoAll();
        expect(board.fields()).toEqual(former);
      }),
      { numRuns: 300 },
    );
  });

  it('a move just made can be taken back, once, and leaves no trace', () => {
    fc.assert(
      fc.property(states, anything, move, (start, acts, last) => {
        const board = played(start, acts);
        const [former, moves] = [board.fields(), board.moves.length];
        board.do(last);
        fc.pre(board.moves.length > moves);
        expect(board.undo(board.moves.at(-1))).toBe(true);
        expect(board.fields()).toEqual(former);
        expect(board.undo(board.moves.at(-1))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('merging', () => {
  it('any set in any order, taken back in any order that is allowed, gives the former board', () => {
    fc.assert(
      fc.property(states, merges, fc.infiniteStream(fc.nat(1000)), (start, acts, choices) => {
        const board = new Board(start);
        const former = board.fields();
        for (const act of acts) board.do(act);
        for (let left = board.moves.length; left > 0; left -= 1) {
          const [choice = 0] = choices.take(1);
          const order = board.moves.map((_, index) => (index + choice) % board.moves.length);
          expect(order.some((index) => board.undo(board.moves[index]))).toBe(true);
        }
        expect(board.fields()).toEqual(former);
      }),
      { numRuns: 300 },
    );
  });

  it('counts over a root exactly the distinct people behind everything merged into it', () => {
    const votes = fc.array(fc.uniqueArray(fc.nat(9)), { minLength: SIZE, maxLength: SIZE });
    fc.assert(
      fc.property(states, merges, votes, (start, acts, cast) => {
        const board = played(start, acts);
        const votersOf = (rows: readonly BoardInquiry[]) =>
          new Set(rows.flatMap((row) => cast[board.rows.indexOf(row)] ?? []));
        for (const row of board.rows.filter(({ state }) => state !== 'merged')) {
          const byRoot = votersOf(board.rows.filter(({ rootId }) => rootId === row.id));
          const byPointers = votersOf([row, ...familyBelow(row.id, board.rows)]);
          expect(byRoot).toEqual(byPointers);
        }
        const everybody = board.rows.filter(({ state }) => state !== 'merged').map(({ id }) => id);
        const families = everybody.map((id) => board.rows.filter(({ rootId }) => rootId === id));
        expect(families.flat()).toHaveLength(SIZE);
      }),
    );
  });

  it('keeps what the room could see: a waiting question is approved with what is merged into it', () => {
    const [target, approved] = [fresh('pending', 0), fresh('approved', 1)];
    const plan = planMerge({ target, merged: [approved], below: [] });
    expect(plan.changes.find(({ id }) => id === target.id)?.after).toEqual({ state: 'approved' });
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['merged', 'joined', 'approved']);
    const waiting = planMerge({ target, merged: [fresh('pending', 2)], below: [] });
    expect(waiting.changes.find(({ id }) => id === target.id)?.after).toEqual({});
  });
});

describe('taking back comes too late', () => {
  it('when the question changed since, by a move that stands or by its author', () => {
    const board = played(
      ['approved', 'approved'],
      [
        { act: 'move', kind: 'label', at: 0, text: 'A', on: true },
        { act: 'move', kind: 'note', at: 0, text: 'B', on: true },
      ],
    );
    expect(board.undo(board.moves[0])).toBe(false);
    expect(board.undo(board.moves[1])).toBe(true);
    board.rows = board.rows.map((row, index) => (index === 0 ? { ...row, rev: row.rev + 1 } : row));
    expect(board.undo(board.moves[0])).toBe(false);
  });

  it('when somebody else took the floor meanwhile', () => {
    const board = played(
      ['approved', 'approved'],
      [
        { act: 'move', kind: 'answer_now', at: 0, text: '', on: true },
        { act: 'move', kind: 'answered', at: 0, text: '', on: true },
        { act: 'move', kind: 'answer_now', at: 1, text: '', on: true },
      ],
    );
    expect(board.undo(board.moves[1])).toBe(false);
    expect(board.undo(board.moves[2])).toBe(true);
    expect(board.undo(board.moves[1])).toBe(true);
  });

  it('when somebody else is next meanwhile', () => {
    const next = { act: 'move', kind: 'next', text: '' } as const;
    const board = played(
      ['approved', 'approved'],
      [
        { ...next, at: 0, on: true },
        { ...next, at: 0, on: false },
        { ...next, at: 1, on: true },
      ],
    );
    expect(board.undo(board.moves[1])).toBe(false);
    expect(board.undo(board.moves[2])).toBe(true);
    expect(board.undo(board.moves[1])).toBe(true);
  });
});
