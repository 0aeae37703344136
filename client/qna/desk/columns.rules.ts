import type { SimilarPairs } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry, InquiryState } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';

/** `aside`: declined, merged, withdrawn; on screen only when asked for. */
export const COLUMNS = ['pending', 'approved', 'answering', 'answered', 'aside'] as const;
export type Column = (typeof COLUMNS)[number];

export function columnOf(state: InquiryState): Column {
  return state === 'declined' || state === 'merged' || state === 'withdrawn' ? 'aside' : state;
}

export type Columns = Record<Column, DeskInquiry[]>;

/** Every question in its column, in the column's order. */
export function columnsOf(inquiries: readonly DeskInquiry[], nextId: InquiryId | null): Columns {
  const columns: Columns = { pending: [], approved: [], answering: [], answered: [], aside: [] };
  for (const inquiry of inquiries) columns[columnOf(inquiry.state)].push(inquiry);
  columns.pending.sort(newestFirst);
  columns.approved.sort((one, other) => {
    if (one.id === nextId || other.id === nextId) return one.id === nextId ? -1 : 1;
    return other.votes - one.votes || oldestFirst(one, other);
  });
  columns.answered.sort(
    (one, other) => timeOf(other.answer?.at) - timeOf(one.answer?.at) || newestFirst(one, other),
  );
  columns.aside.sort(newestFirst);
  return columns;
}

// An answer that is still on its way to the server is the latest.
const timeOf = (at: string | undefined) => (at === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(at));
const newestFirst = (one: DeskInquiry, other: DeskInquiry) => oldestFirst(other, one);
/** The server writes all instants alike, so they are in order as texts are; parsing 2,000 of them each time is felt. */
export const oldestFirst = (one: DeskInquiry, other: DeskInquiry) => {
  if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** The question that has the focus after `leaving` left: the one behind it, else the one before; null for none. */
export function focusAfter(column: readonly { id: InquiryId }[], leaving: readonly InquiryId[]) {
  const at = column.findIndex((inquiry) => leaving.includes(inquiry.id));
  if (at === -1) return column[0]?.id ?? null;
  const stays = (inquiry: { id: InquiryId }) => !leaving.includes(inquiry.id);
  return (column.slice(at).find(stays) ?? column.slice(0, at).findLast(stays))?.id ?? null;
}

/** The question one was last at, else the first; null in an empty column. */
export const atHand = (column: readonly DeskInquiry[], id: InquiryId | undefined): DeskInquiry | null =>
  column.find((inquiry) => inquiry.id === id) ?? column[0] ?? null;

/** The question `step` places further, staying within the column. */
export function focusBeside(column: readonly { id: InquiryId }[], id: InquiryId | null, step: 1 | -1) {
  const at = column.findIndex((inquiry) => inquiry.id === id);
  const to = at === -1 ? 0 : Math.min(column.length - 1, Math.max(0, at + step));
  return column[to]?.id ?? null;
}

export type SimilarPair = SimilarPairs['items'][number];

/** What a column lists: questions, and before some of them the hint that two are close. */
export type Row =
  | { kind: 'inquiry'; key: string; inquiry: DeskInquiry; place: number }
  /** `other`: null when it is the row after the next, else what to quote. */
  | { kind: 'pair'; key: string; pair: SimilarPair; inquiry: DeskInquiry; other: DeskInquiry | null };

/**
 * The rows of a column. In `pending` the older of a close pair moves up behind the newer, so that both lie under the
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
