import { z } from 'zod';
import { inquiryId } from '../../../shared/qna/session.schema.js';

/** What moves change of the session itself; as JSON it is what a move keeps of before and after. */
const room = z.object({
  accepting: z.boolean(),
  voting: z.boolean(),
  projectedId: inquiryId.nullable(),
  blackout: z.boolean(),
  dark: z.boolean(),
});
export type Room = z.infer<typeof room>;
const FIELDS = room.keyof().options;

export const someOfRoom = room.partial();
export type SomeOfRoom = z.infer<typeof someOfRoom>;

/** What a move does to the room: only what differs. */
export type RoomChange = { before: SomeOfRoom; after: SomeOfRoom };

export function roomChangeOf(was: Room, wanted: SomeOfRoom): RoomChange {
  const fields = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== was[field]);
  return { before: some(was, fields), after: some(wanted, fields) };
}

export const isEmpty = (some: SomeOfRoom): boolean => Object.keys(some).length === 0;

/** What a move that is taken back gives the room again: not what later moves, which stand, have set since. */
export function roomBefore({ before }: RoomChange, setSince: ReadonlySet<string>): SomeOfRoom {
  return some(
    before,
    FIELDS.filter((field) => field in before && !setSince.has(field)),
  );
}

/** Whether a move opened or showed something (true), or closed or hid it (false); null for what does neither. */
export function turnedOn(kind: string, after: SomeOfRoom): boolean | null {
  if (kind === 'accepting') return after.accepting ?? null;
  if (kind === 'voting') return after.voting ?? null;
  if (kind === 'project' && after.projectedId !== undefined) return after.projectedId !== null;
  return null;
}

function some(from: SomeOfRoom, fields: readonly (keyof Room)[]): SomeOfRoom {
  return someOfRoom.parse(Object.fromEntries(fields.map((field) => [field, from[field]])));
}
