import type { SimilarPairs } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry, InquiryState } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';

/** `aside`: declined, merged, withdrawn; on screen only when asked for. */
export const COLUMNS = ['pending', 'approved', 'answering', 'answered', 'aside'] as const;
export type Column = (typeof COLUMNS)[number];

export function columnOf(state: InquiryState): Column {
  return state === 'declined' || state === 'merged' || state === 'withdrawn' ? 'aside' : state;
}

export type Columns = Record<Column, DeskInquiry[]>;

/** Columns whose order can be turned: the one of questions on the floor never has more than one. */
export const TURNABLE = ['pending', 'approved', 'answered', 'aside'] as const;
export type Turnable = (typeof TURNABLE)[number];
export type Turned = ReadonlySet<Turnable>;

/**
 * Every question in its column, in the column's order: the one asked first waits on top, the most supported and the
 * answer given last come first; a turned column is the other way round, approved ones then as they were asked. What was
 * named as next is on top in any order.
 */
export function columnsOf(
  inquiries: readonly DeskInquiry[],
  nextId: InquiryId | null,
  turned: Turned,
): Columns {
  const columns: Columns = { pending: [], approved: [], answering: [], answered: [], aside: [] };
  for (const inquiry of inquiries) columns[columnOf(inquiry.state)].push(inquiry);
  for (const column of TURNABLE) {
    const { usual, other } = ORDERS[column];
    columns[column].sort(turned.has(column) ? other : usual);
  }
  const next = columns.approved.findIndex(({ id }) => id === nextId);
  if (next > 0) columns.approved.unshift(...columns.approved.splice(next, 1));
  return columns;
}

// An answer that is still on its way to the server is the latest.
const timeOf = (at: string | undefined) => (at === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(at));
/** The server writes all instants alike, so they are in order as texts are; parsing 2,000 of them each time is felt. */
export const oldestFirst = (one: DeskInquiry, other: DeskInquiry) => {
  if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};
const newestFirst = (one: DeskInquiry, other: DeskInquiry) => oldestFirst(other, one);
const lastAnswered = (one: DeskInquiry, other: DeskInquiry) =>
  timeOf(other.answer?.at) - timeOf(one.answer?.at) || newestFirst(one, other);

type Order = (one: DeskInquiry, other: DeskInquiry) => number;
const ORDERS: Record<Turnable, { usual: Order; other: Order }> = {
  pending: { usual: oldestFirst, other: newestFirst },
  approved: {
    usual: (one, other) => other.votes - one.votes || oldestFirst(one, other),
    other: oldestFirst,
  },
  answered: { usual: lastAnswered, other: (one, other) => lastAnswered(other, one) },
  aside: { usual: newestFirst, other: oldestFirst },
};

/** The question that has the focus after `leaving` left: the one behind it, else the one before; null for none. */
export function focusAfter(column: readonly { id: InquiryId }[], leaving: readonly InquiryId[]) {
  const at = column.findIndex((inquiry) => leaving.includes(inquiry.id));
  if (at === -1) return column[0]?.id ?? null;
  const stays = (inquiry: { id: InquiryId }) => !leaving.includes(inquiry.id);
  return (column.slice(at).find(stays) ?? column.slice(0, at).findLast(stays))?.id ?? null;
}

export type SimilarPair = SimilarPairs['items'][number];

/** What a column lists: questions, before some of them the hint that two are close, and what is left of either. */
export type Row =
  | { kind: 'inquiry'; key: string; inquiry: DeskInquiry; place: number }
  /** `other`: null when it is the row after the next, else what to quote. */
  | { kind: 'pair'; key: string; pair: SimilarPair; inquiry: DeskInquiry; other: DeskInquiry | null }
  /** A question that has left while its place was held; `atHand`: it was the card at hand, and somebody else took it. */
  | { kind: 'gone'; key: string; inquiry: DeskInquiry; by: 'own' | 'other'; atHand: boolean }
  /** The place of a hint that stands no more. */
  | { kind: 'gap'; key: string; before: InquiryId };

/**
 * The rows of a column. In `pending` the later of a close pair moves up behind the first, so that both lie under the
 * hint; other columns keep their order and the hint quotes the other question. A question has at most one hint.
 */
export function rowsOf(column: Column, columns: Columns, pairs: readonly SimilarPair[]): Row[] {
  const partners = partnersIn(column, columns, pairs);
  const rows: Row[] = [];
  const placed = new Set<InquiryId>();
  const place = (inquiry: DeskInquiry) => {
    if (placed.has(inquiry.id)) return;
    placed.add(inquiry.id);
    rows.push({ kind: 'inquiry', key: inquiry.id, inquiry, place: placed.size });
  };
  for (const inquiry of columns[column]) {
    const partner = placed.has(inquiry.id) ? undefined : partners.get(inquiry.id);
    if (!partner) {
      place(inquiry);
      continue;
    }
    const { pair, other } = partner;
    const together = column === 'pending' && other.state === 'pending';
    const key = `${pair.one}+${pair.other}`;
    rows.push({ kind: 'pair', key, pair, inquiry, other: together ? null : other });
    place(inquiry);
    if (together) place(other);
  }
  return rows;
}

/** Of each pair the question its hint stands before, with the other one; a question is in one pair, the closest. */
function partnersIn(column: Column, columns: Columns, pairs: readonly SimilarPair[]) {
  const partners = new Map<InquiryId, { pair: SimilarPair; other: DeskInquiry }>();
  if (column !== 'pending' && column !== 'approved') return partners;
  const paired = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  const at = new Map<InquiryId, { inquiry: DeskInquiry; index: number }>();
  [...columns.pending, ...columns.approved].forEach((inquiry, index) => {
    if (paired.has(inquiry.id)) at.set(inquiry.id, { inquiry, index });
  });
  const taken = new Set<InquiryId>();
  for (const pair of pairs) {
    const ends = [at.get(pair.one), at.get(pair.other)].filter((end) => end !== undefined);
    const [first, second] = ends.sort((one, other) => one.index - other.index);
    if (!first || !second || taken.has(pair.one) || taken.has(pair.other)) continue;
    taken.add(pair.one).add(pair.other);
    if (first.inquiry.state === column) partners.set(first.inquiry.id, { pair, other: second.inquiry });
  }
  return partners;
}

/** The questions of a column in the order of its rows: what the keys go through. */
export const inquiriesIn = (rows: readonly Row[]): DeskInquiry[] =>
  rows.flatMap((row) => (row.kind === 'inquiry' ? [row.inquiry] : []));

/** How long an answer on air took on average, in whole seconds; null while there is none. */
export function meanSeconds(inquiries: readonly DeskInquiry[]): number | null {
  const seconds = inquiries.flatMap(({ answer }) => answer?.seconds ?? []);
  return seconds.length === 0
    ? null
    : Math.round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length);
}
