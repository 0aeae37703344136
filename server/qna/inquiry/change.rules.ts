import { z } from 'zod';
import { declineReason, inquiryState } from '../../../shared/qna/inquiry.schema.js';
import { inquiryId, type InquiryId } from '../../../shared/qna/session.schema.js';

const time = z.union([z.null(), z.coerce.date()]);

/** What moves change of a question; as JSON it is what a move keeps of before and after. */
const movable = z.object({
  state: inquiryState,
  text: z.string(),
  originalText: z.string().nullable(),
  edited: z.boolean(),
  mergedInto: inquiryId.nullable(),
  rootId: inquiryId,
  labels: z.array(z.string()),
  note: z.string(),
  answerer: z.string(),
  isNext: z.boolean(),
  answeringSince: time,
  answerHow: z.enum(['on_air', 'in_writing']).nullable(),
  answerText: z.string(),
  answeredBy: z.string(),
  answeredAt: time,
  answerSeconds: z.number().nullable(),
  declineReason: declineReason.nullable(),
  declineNote: z.string(),
});
export type Movable = z.infer<typeof movable>;
export const MOVABLE = movable.keyof().options;

export const someOfMovable = movable.partial();
export type SomeOfMovable = z.infer<typeof someOfMovable>;

/** A question on the board. `rev` rises by one with every move and every undoing that touches it. */
export type BoardInquiry = Movable & { id: InquiryId; rev: number };

/** What a move does to one question: only what differs. Nothing, where only what is counted over its family moves. */
export type Change = { id: InquiryId; before: SomeOfMovable; after: SomeOfMovable };

export function changeOf(inquiry: BoardInquiry, wanted: SomeOfMovable): Change {
  const keys = MOVABLE.filter((key) => key in wanted && !same(inquiry[key], wanted[key]));
  return { id: inquiry.id, before: some(inquiry, keys), after: some(wanted, keys) };
}

export function reversed({ id, before, after }: Change): Change {
  return { id, before: after, after: before };
}

/** Who leaves the floor, or stops being next, before somebody else takes the place: there is only one of each. */
export function placesFreedFirst(changes: readonly Change[]): Change[] {
  return [...changes].sort((one, other) => Number(takesAPlace(one)) - Number(takesAPlace(other)));
}

function takesAPlace({ after }: Change): boolean {
  return after.state === 'answering' || after.isNext === true;
}

function some(from: SomeOfMovable, keys: readonly (keyof Movable)[]): SomeOfMovable {
  return someOfMovable.parse(Object.fromEntries(keys.map((key) => [key, from[key]])));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
