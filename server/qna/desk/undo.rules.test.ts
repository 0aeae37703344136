import { describe, expect, it } from 'vitest';
import { boardInquiry } from '../../../test/support/board-inquiry.js';
import type { BoardInquiry, SomeOfMovable } from '../inquiry/change.rules.js';
import { planUndo, type PastChange, type Undoing } from './undo.rules.js';

const question = (rev: number, changes: SomeOfMovable = {}) => boardInquiry({ ...changes, rev });

const noRoom = { before: {}, after: {} };
const nobody = { answeringId: null, nextId: null };
const undo = (past: readonly PastChange[], given: Partial<Undoing>) =>
  planUndo({ past, board: [], places: nobody, ended: false, room: noRoom, setSince: new Set(), ...given });

/** A move of this question that left it as it is now. */
const madeOf = ({ id, rev }: BoardInquiry, before: SomeOfMovable, after: SomeOfMovable): PastChange => ({
  id,
  before,
  after,
  rev,
  undoneSince: 0,
});

describe('taking a move back', () => {
  it('gives nothing the floor of a session that has ended', () => {
    const answered = question(3, { state: 'answered' });
    const past = [madeOf(answered, { state: 'answering' }, { state: 'answered' })];
    expect(undo(past, { board: [answered] })).not.toBeNull();
    expect(undo(past, { board: [answered], ended: true })).toBeNull();
  });

  it('gives each question what it had, and tells the authors', () => {
    const [one, other] = [question(2), question(5, { text: 'Gọn' })];
    const approved = madeOf(one, { state: 'pending' }, { state: 'approved' });
    const edited = madeOf(other, { text: 'Dài' }, { text: 'Gọn' });
    const plan = undo([approved, edited], { board: [other, one] });
    expect(plan?.changes.map(({ id, after }) => [id, after])).toEqual([
      [one.id, { state: 'pending' }],
      [other.id, { text: 'Dài' }],
    ]);
    expect(plan?.steps).toEqual([
      { id: one.id, kind: 'undone' },
      { id: other.id, kind: 'undone' },
    ]);
  });

  it.each<[string, SomeOfMovable, SomeOfMovable]>([
    ['labels', { labels: [] }, { labels: ['Lương'] }],
    ['a note', { note: '' }, { note: 'Ghi' }],
    ['what stopped being next', { isNext: true }, { isNext: false }],
  ])('is the desk’s own business for %s', (_, before, after) => {
    const one = question(3, after);
    const plan = undo([madeOf(one, before, after)], { board: [one] });
    expect(plan?.changes).toHaveLength(1);
    expect(plan?.steps).toEqual([]);
  });

  it('is told where the author was told that it comes next', () => {
    const one = question(3, { isNext: true });
    expect(undo([madeOf(one, { isNext: false }, { isNext: true })], { board: [one] })?.steps).toEqual([
      { id: one.id, kind: 'undone' },
    ]);
  });
});

describe('comes too late', () => {
  const one = question(7, { note: 'Ghi' });
  const noted = (rev: number, undoneSince = 0): PastChange => ({
    ...madeOf(one, { note: '' }, { note: 'Ghi' }),
    rev,
    undoneSince,
  });

  it.each([
    ['not while nothing has happened to it', noted(7), true],
    ['once something did', noted(6), false],
    ['not when what happened was taken back: two steps each', noted(5, 1), true],
    ['not when two things were', noted(3, 2), true],
    ['when only one of two was', noted(4, 1), false],
  ])('%s', (...[, past, possible]) => {
    expect(undo([past], { board: [one] }) !== null).toBe(possible);
  });

  it('when one of several questions was touched, whichever', () => {
    const [quiet, touched] = [question(2, { note: 'A' }), question(4, { note: 'B' })];
    const pasts = [
      madeOf(quiet, { note: '' }, { note: 'A' }),
      { ...madeOf(touched, { note: '' }, { note: 'B' }), rev: 3 },
    ];
    expect(undo(pasts, { board: [quiet, touched] })).toBeNull();
    expect(undo(pasts.toReversed(), { board: [quiet, touched] })).toBeNull();
  });

  it('when a question is there no more', () => {
    expect(undo([noted(7)], { board: [question(7)] })).toBeNull();
  });
});

describe('a place of which there is one', () => {
  const was = question(2, { state: 'answered' });
  const other = question(1, { state: 'answering' });
  const answered = madeOf(was, { state: 'answering' }, { state: 'answered' });
  const wasNext = question(2);
  const unset = madeOf(wasNext, { isNext: true }, { isNext: false });

  it('is not taken from who has it since', () => {
    expect(undo([answered], { board: [was], places: { ...nobody, answeringId: other.id } })).toBeNull();
    expect(undo([unset], { board: [wasNext], places: { ...nobody, nextId: other.id } })).toBeNull();
  });

  it('is not taken, either, by a move that did something else besides', () => {
    const note = question(2, { note: 'A' });
    const noted = madeOf(note, { note: '' }, { note: 'A' });
    const board = [was, wasNext, note];
    expect(undo([noted, answered], { board, places: { ...nobody, answeringId: other.id } })).toBeNull();
    expect(undo([unset, noted], { board, places: { ...nobody, nextId: other.id } })).toBeNull();
  });

  it('is taken where it is free, or goes to and from within the same move', () => {
    expect(undo([answered], { board: [was], places: nobody })).not.toBeNull();
    expect(undo([unset], { board: [wasNext], places: nobody })).not.toBeNull();
    const took = madeOf(other, { state: 'approved' }, { state: 'answering' });
    const places = { ...nobody, answeringId: other.id };
    expect(undo([answered, took], { board: [was, other], places })).not.toBeNull();
  });

  it('is in nobody’s way that does not want it', () => {
    const places = { answeringId: other.id, nextId: other.id };
    const note = question(2, { note: 'A' });
    expect(undo([madeOf(note, { note: '' }, { note: 'A' })], { board: [note], places })).not.toBeNull();
    expect(undo([unset], { board: [wasNext], places: { ...places, nextId: null } })).not.toBeNull();
    expect(undo([answered], { board: [was], places: { ...places, answeringId: null } })).not.toBeNull();
  });
});

describe('what the move did to the room', () => {
  const room = { before: { accepting: true }, after: { accepting: false } };
  const one = question(2);
  const past = [madeOf(one, { state: 'pending' }, { state: 'approved' })];

  it('is taken back with it', () => {
    expect(undo(past, { board: [one], room })?.room).toEqual({ accepting: true });
    expect(undo([], { room })?.room).toEqual({ accepting: true });
  });

  it('stays as somebody set it since, and then a move that did nothing else is too late', () => {
    const setSince = new Set(['accepting']);
    expect(undo(past, { board: [one], room, setSince })?.room).toEqual({});
    expect(undo([], { room, setSince })).toBeNull();
    const two = { before: { ...room.before, dark: true }, after: { ...room.after, dark: false } };
    expect(undo([], { room: two, setSince })).toBeNull();
    expect(undo([], { room, setSince: new Set(['voting']) })?.room).toEqual({ accepting: true });
  });
});
