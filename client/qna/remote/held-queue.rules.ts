import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';

/** A row of the queue. `isGone`: it has left while its place was held, and nothing can be done with it any more. */
export type QueueRow = { inquiry: PublicInquiry; isGone: boolean };

/** The queue as it is due; while a finger is in it, as it was drawn: nothing moves, and what is new comes below. */
export function holdQueue(
  before: readonly QueueRow[],
  due: readonly PublicInquiry[],
  isHeld: boolean,
): QueueRow[] {
  const rows = (list: readonly PublicInquiry[]) => list.map((inquiry) => ({ inquiry, isGone: false }));
  if (!isHeld) return rows(due);
  const now = new Map(due.map((inquiry) => [inquiry.id, inquiry]));
  const kept = before.map(({ inquiry }) => {
    const fresh = now.get(inquiry.id);
    return { inquiry: fresh ?? inquiry, isGone: fresh === undefined };
  });
  const drawn = new Set(before.map(({ inquiry }) => inquiry.id));
  return [...kept, ...rows(due.filter(({ id }) => !drawn.has(id)))];
}

export const sameRows = (one: readonly QueueRow[], other: readonly QueueRow[]): boolean =>
  one.length === other.length &&
  one.every(({ inquiry, isGone }, at) => inquiry === other[at]?.inquiry && isGone === other[at].isGone);
