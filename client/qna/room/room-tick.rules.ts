import type {
  InquiryPage,
  InquirySort,
  ListedInquiry,
  OwnInquiries,
  OwnInquiry,
  PublicInquiry,
} from '../../../shared/qna/inquiry.schema.js';

/** What a tick changes in lists of questions. */
export type RoomChanges = {
  changed: readonly PublicInquiry[];
  gone: readonly string[];
  votes: readonly (readonly [string, number])[];
};

type Pages = { pages: InquiryPage[]; pageParams: unknown[]; behind?: boolean };
type ListOf = { show: 'open' | 'answered'; sort: InquirySort };

const belongs = (inquiry: PublicInquiry, show: ListOf['show']) =>
  (inquiry.state === 'answered') === (show === 'answered');

/**
 * A list after a tick. Nothing moves: what is on screen keeps its place, what the room may not see any more or what
 * went to the other list leaves, and what is new comes at the end of a list that is loaded to its end, where the
 * next fetch puts it in order; of a list loaded in part it is noted that it is behind. Of a question the higher `rev` stays. Returns the same object when nothing changes.
 */
export function applyTick(list: Pages, tick: RoomChanges, { show, sort }: ListOf): Pages {
  const changed = new Map<string, PublicInquiry>(tick.changed.map((inquiry) => [inquiry.id, inquiry]));
  const votes = new Map<string, number>(tick.votes);
  const gone = new Set<string>(tick.gone);
  let touched = false;
  const pages = list.pages.map((page) => {
    const items = page.items.flatMap((item) => {
      const next = gone.has(item.id) ? null : after(item, changed.get(item.id), votes.get(item.id));
      changed.delete(item.id);
      if (next === item) return [item];
      touched = true;
      return next && belongs(next, show) ? [next] : [];
    });
    return items.length === page.items.length && items.every((item, at) => item === page.items[at])
      ? page
      : { ...page, items };
  });
  const last = pages.at(-1);
  const fresh = [...changed.values()].filter((inquiry) => !gone.has(inquiry.id) && belongs(inquiry, show));
  if (last?.next === null && fresh.length > 0) {
    touched = true;
    const added = fresh.map((inquiry) => unseen(inquiry, votes.get(inquiry.id)));
    pages[pages.length - 1] = { ...last, items: [...last.items, ...added] };
  }
  const behind = last?.next != null && isMissing({ ...tick, changed: fresh }, list, sort);
  return touched || behind ? { ...list, pages, ...(behind && { behind }) } : list;
}

/** Whether a list that is loaded in part lacks something that belongs among what is loaded. */
function isMissing(tick: RoomChanges, list: Pages, sort: InquirySort): boolean {
  if (sort !== 'top') return tick.changed.length > 0;
  const items = list.pages.flatMap((page) => page.items);
  const known = new Set<string>(items.map(({ id }) => id));
  const least = items.at(-1)?.votes ?? 0;
  const counts = [...tick.votes, ...tick.changed.map(({ id, votes }): [string, number] => [id, votes])];
  return counts.some(([id, votes]) => votes > least && !known.has(id));
}

/** Of a list in the query cache: whether only a fetch brings in what belongs to it. */
export const isBehind = (list: object | undefined): boolean =>
  list !== undefined && 'behind' in list && list.behind === true;

function after(
  item: ListedInquiry,
  changed: PublicInquiry | undefined,
  votes: number | undefined,
): ListedInquiry {
  const base = changed && changed.rev > item.rev ? { ...item, ...changed } : item;
  return votes === undefined || votes === base.votes ? base : { ...base, votes };
}

/** What the reader did with a question that has only just come: nothing. */
const unseen = (inquiry: PublicInquiry, votes: number | undefined): ListedInquiry => ({
  ...inquiry,
  votes: votes ?? inquiry.votes,
  voted: false,
  own: false,
  fair: null,
});

/** A vote as the reader sees it at once, and taken back when it is refused. */
export function applyVote(list: Pages, inquiryId: string, voted: boolean): Pages {
  return eachItem(list, (item) =>
    item.id === inquiryId && item.voted !== voted
      ? { ...item, voted, votes: Math.max(0, item.votes + (voted ? 1 : -1)) }
      : item,
  );
}

/** New counts and nothing else. */
export function applyCounts(list: Pages, counts: RoomChanges['votes']): Pages {
  const votes = new Map<string, number>(counts);
  return eachItem(list, (item) => after(item, undefined, votes.get(item.id)));
}

function eachItem(list: Pages, change: (item: ListedInquiry) => ListedInquiry): Pages {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}

/** One's own questions after news of one of them; the key is what this device knows and the news leave out. */
export function applyOwn(own: OwnInquiries, news: OwnInquiry): OwnInquiries {
  const known = own.items.find((item) => item.id === news.id);
  if (!known) return { ...own, items: [{ ...news, key: null }, ...own.items] };
  if (known.rev > news.rev) return own;
  return { ...own, items: own.items.map((item) => (item === known ? { ...item, ...news } : item)) };
}
