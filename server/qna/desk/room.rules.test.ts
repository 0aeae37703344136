import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { v4 } from 'uuid';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import {
  isEmpty,
  roomBefore,
  roomChangeOf,
  turnedOn,
  type Room,
  type RoomChange,
  type SomeOfRoom,
} from './room.rules.js';
import { planUndo } from './undo.rules.js';

const one = inquiryId.parse(v4());
const plain: Room = { accepting: true, voting: true, projectedId: null, blackout: false, dark: false };
const none = new Set<string>();

const undoOf = (room: RoomChange, setSince: ReadonlySet<string> = none) =>
  planUndo({
    past: [],
    board: [],
    places: { answeringId: null, nextId: null },
    ended: false,
    room,
    setSince,
  });

describe('what a move does to the room', () => {
  it('is what differs, and nothing else', () => {
    const wanted = { projectedId: one, blackout: false, dark: false };
    expect(roomChangeOf(plain, wanted)).toEqual({
      before: { projectedId: null },
      after: { projectedId: one },
    });
    expect(roomChangeOf(plain, { accepting: true })).toEqual({ before: {}, after: {} });
  });

  it('is nothing where nothing differs', () => {
    expect(isEmpty(roomChangeOf(plain, { accepting: true }).after)).toBe(true);
    expect(isEmpty(roomChangeOf(plain, { accepting: false }).after)).toBe(false);
    expect(isEmpty(roomChangeOf({ ...plain, projectedId: one }, { projectedId: null }).after)).toBe(false);
  });

  it('is taken back unless a later move that stands set the same', () => {
    const closed = roomChangeOf(plain, { accepting: false });
    expect(undoOf(closed)?.room).toEqual({ accepting: true });
    expect(undoOf(closed, new Set(['voting', 'projectedId']))?.room).toEqual({ accepting: true });
    expect(undoOf(closed, new Set(['accepting']))).toBeNull();
  });

  it('stays as somebody set it since, where the move did something else besides', () => {
    const change = roomChangeOf(
      { ...plain, projectedId: one, blackout: true },
      { projectedId: null, blackout: false },
    );
    expect(roomBefore(change, new Set(['projectedId']))).toEqual({ blackout: true });
    expect(roomBefore(change, none)).toEqual({ projectedId: one, blackout: true });
  });

  it('taken back, all of it, last first, leaves the room as it was', () => {
    const wanted = fc.record(
      {
        accepting: fc.boolean(),
        voting: fc.boolean(),
        projectedId: fc.constantFrom(null, one),
        blackout: fc.boolean(),
        dark: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(wanted), (moves: SomeOfRoom[]) => {
        let room = plain;
        const changes = moves.map((move) => {
          const change = roomChangeOf(room, move);
          room = { ...room, ...change.after };
          return change;
        });
        for (const change of changes.reverse()) room = { ...room, ...undoOf(change)?.room };
        expect(room).toEqual(plain);
      }),
    );
  });

  it.each([
    ['accepting', { accepting: false }, false],
    ['voting', { voting: true }, true],
    ['project', { projectedId: one }, true],
    ['project', { projectedId: null }, false],
    ['project', { dark: true }, null],
    ['accepting', {}, null],
    ['decline', { projectedId: null }, null],
  ] as const)('of kind %s, to %j, turned it on: %s', (...[kind, after, on]) => {
    expect(turnedOn(kind, after)).toBe(on);
  });
});
