import type { InquirySort, ListedInquiry } from '../../../../shared/qna/inquiry.schema.js';

export type ShownOrder = {
  items: ListedInquiry[];
  /** Another order is due. */
  stale: boolean;
  /** New questions that wait for it, because their place is above something already on screen. */
  heldBack: number;
};

/**
 * Puts a list on screen without moving anything: what was shown keeps its place, what belongs below all of it follows,
 * and what belongs further up is held back until the reader asks. `shown` is null before anything was shown.
 */
export function arrange(
  shown: readonly string[] | null,
  listed: readonly ListedInquiry[],
  sort: InquirySort,
): ShownOrder {
  const due = dueOrder(listed, sort);
  if (shown === null) return { items: due, stale: false, heldBack: 0 };
  const known = new Set(shown);
  const byId = new Map(due.map((item) => [item.id as string, item]));
  const kept = shown.flatMap((id) => byId.get(id) ?? []);
  const lastKnown = due.findLastIndex((item) => known.has(item.id));
  const below = due.filter((item, at) => at > lastKnown && !known.has(item.id));
  const heldBack = due.length - kept.length - below.length;
  const items = [...kept, ...below];
  const dueKept = due.filter((item) => known.has(item.id));
  return { items, heldBack, stale: heldBack > 0 || dueKept.some((item, at) => item.id !== kept[at]?.id) };
}

/** The order as it would be now: by votes, by time, or, for the fair one, as the server listed it. Each question once. */
function dueOrder(listed: readonly ListedInquiry[], sort: InquirySort): ListedInquiry[] {
  const once = [...new Map(listed.map((item) => [item.id as string, item])).values()];
  if (sort === 'top') return once.toSorted((one, other) => other.votes - one.votes);
  if (sort === 'new')
    return once.toSorted((one, other) => Date.parse(other.askedAt) - Date.parse(one.askedAt));
  return once;
}
