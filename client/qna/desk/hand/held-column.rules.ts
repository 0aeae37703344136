import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import type { Row } from './columns.rules.js';

/** Who is in a column: a pointer, which no card may slide under, or the focus alone; null when nobody is. */
export type Presence = 'pointer' | 'focus' | null;

/** What this desk itself did with a question of this revision, and with what: a key closes the gap, a press leaves it. */
export type OwnAct = { rev: number; by: 'key' | 'pointer' };

export type Holding = {
  /** The rows drawn last; empty before the first. */
  before: readonly Row[];
  /** The rows of a column that nobody is in. */
  due: readonly Row[];
  presence: Presence;
  /** The card at hand, if the keys act in this column. */
  handId: InquiryId | undefined;
  own: ReadonlyMap<InquiryId, OwnAct>;
  /** Everything in the column's state, whatever the filter leaves of it. */
  members: ReadonlyMap<InquiryId, DeskInquiry>;
};

export type HeldColumn = {
  rows: Row[];
} & Behind;

export type Behind = {
  /** Questions that are not drawn yet. */
  waiting: number;
  /** Whether one of them will stand above all that is drawn. */
  isAbove: boolean;
  /** What else is due: another order of the same questions, or a hint. */
  stale: 'order' | 'hints' | null;
};

/**
 * The rows to draw. In a column somebody is in nothing moves by itself: what was drawn keeps its place, what has left
 * leaves its place empty, what is new waits. In any column a card at hand that was taken stays as a line until another
 * one is chosen, and an empty column takes in what comes.
 */
export function holdColumn(holding: Holding): HeldColumn {
  const kept = holding.presence === null ? followed(holding) : held(holding);
  const isEmpty = !kept.some((row) => row.kind === 'inquiry');
  const rows = numbered(isEmpty ? [...kept.filter(isGone), ...holding.due] : withAdmitted(kept, holding));
  return { rows, ...behind(rows, holding.due) };
}

/** The column as it is due, with the line of the card at hand where the card was. */
function followed({ before, due, handId, own, members }: Holding): Row[] {
  const at = before.findIndex((row) => keyOf(row) === handId);
  const row = before[at];
  const left = row && (row.kind === 'gone' ? row : row.kind === 'inquiry' ? leftBehind(row, own) : null);
  const isDue = due.some((one) => keyOf(one) === handId);
  if (!left || isDue || left.by === 'own' || (handId && members.has(handId))) return [...due];
  const dueKeys = new Set(due.map(({ key }) => key));
  const above = before.slice(0, at).findLast(({ key }) => dueKeys.has(key));
  const place = above ? due.findIndex(({ key }) => key === above.key) + 1 : 0;
  return due.toSpliced(place, 0, { ...left, atHand: true });
}

/** The rows drawn before, each in its place, as what it is now. */
function held(holding: Holding): Row[] {
  const { before, due, presence } = holding;
  const now = new Map(due.map((row) => [row.key, row]));
  const rows = before.flatMap((row) =>
    row.kind === 'pair' || row.kind === 'gap'
      ? hintNow(row, now.get(row.key), presence === 'pointer')
      : cardNow(row, now.get(row.key), holding),
  );
  if (!before.some((row) => isMovedByKey(row, holding))) return rows;
  // A key of one's own moves the list in any case, so empty places go with it.
  return rows.filter((row) => row.kind !== 'gap' && (row.kind !== 'gone' || row.atHand));
}

type Card = Extract<Row, { kind: 'inquiry' | 'gone' }>;

function cardNow(row: Card, fresh: Row | undefined, { presence, handId, own, members }: Holding): Row[] {
  const holdsPlace = presence === 'pointer';
  if (fresh?.kind === 'inquiry') return [fresh];
  if (row.kind === 'gone') return row.atHand || holdsPlace ? [row] : [];
  const member = members.get(row.inquiry.id);
  // Only the filter does not find it any more.
  if (member) return [{ ...row, inquiry: member }];
  const left = leftBehind(row, own);
  const isTaken = left.by === 'other' && handId === row.inquiry.id;
  return isTaken || holdsPlace ? [{ ...left, atHand: isTaken }] : [];
}

function isMovedByKey(row: Row, { own, members }: Holding): boolean {
  if (row.kind !== 'inquiry' || members.has(row.inquiry.id)) return false;
  return own.get(row.inquiry.id)?.by === 'key' && leftBehind(row, own).by === 'own';
}

type Hint = Extract<Row, { kind: 'pair' | 'gap' }>;

function hintNow(row: Hint, fresh: Row | undefined, holdsPlaces: boolean): Row[] {
  const before = row.kind === 'pair' ? row.inquiry.id : row.before;
  if (fresh?.kind === 'pair' && fresh.inquiry.id === before) return [fresh];
  return holdsPlaces ? [{ kind: 'gap', key: row.key, before }] : [];
}

function leftBehind(row: Extract<Row, { kind: 'inquiry' }>, own: Holding['own']) {
  const act = own.get(row.inquiry.id);
  const by = act && act.rev >= row.inquiry.rev ? ('own' as const) : ('other' as const);
  return { kind: 'gone' as const, key: row.key, inquiry: row.inquiry, by, atHand: false };
}

/** What this desk brought here itself, and the card at hand, do not wait: each goes behind what is due before it. */
function withAdmitted(rows: Row[], { due, own, handId }: Holding): Row[] {
  const drawn = new Set(rows.map(({ key }) => key));
  const result = [...rows];
  due.forEach((row, at) => {
    if (row.kind !== 'inquiry' || drawn.has(row.key)) return;
    const act = own.get(row.inquiry.id);
    const isOwn = act !== undefined && act.rev >= row.inquiry.rev - 1;
    if (!isOwn && row.inquiry.id !== handId) return;
    const above = due.slice(0, at).findLast((one) => one.kind === 'inquiry' && drawn.has(one.key));
    result.splice(above ? result.findIndex(({ key }) => key === above.key) + 1 : 0, 0, row);
    drawn.add(row.key);
  });
  return result;
}

function numbered(rows: readonly Row[]): Row[] {
  let place = 0;
  return rows.map((row) => {
    if (row.kind !== 'inquiry') return row;
    place += 1;
    return row.place === place ? row : { ...row, place };
  });
}

function behind(rows: readonly Row[], due: readonly Row[]): Behind {
  const drawn = keysOf(rows, 'inquiry');
  const wanted = keysOf(due, 'inquiry');
  const dueOrder = [...wanted].filter((key) => drawn.has(key));
  const order = [...drawn].filter((key) => wanted.has(key));
  const waiting = wanted.size - dueOrder.length;
  const [first] = wanted;
  const isAbove = first !== undefined && !drawn.has(first);
  if (order.some((key, at) => key !== dueOrder[at])) return { waiting, isAbove, stale: 'order' };
  const hints = keysOf(rows, 'pair');
  const isHintMissing = [...keysOf(due, 'pair')].some((key) => !hints.has(key));
  return { waiting, isAbove, stale: isHintMissing ? 'hints' : null };
}

const keysOf = (rows: readonly Row[], kind: Row['kind']): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.kind === kind).map(({ key }) => key));
const isGone = (row: Row) => row.kind === 'gone';
const keyOf = (row: Row): InquiryId | undefined =>
  row.kind === 'inquiry' || row.kind === 'gone' ? row.inquiry.id : undefined;

/** What the letter keys find: the card at hand, the line of one that somebody else took, or neither. */
export type Hand = { card: DeskInquiry } | { taken: DeskInquiry } | null;

export function handIn(rows: readonly Row[], id: InquiryId | undefined): Hand {
  const row = rows.find((one) => keyOf(one) === id);
  if (id === undefined || !row) return null;
  if (row.kind === 'inquiry') return { card: row.inquiry };
  return row.kind === 'gone' ? { taken: row.inquiry } : null;
}

/** The card to have at hand: the chosen one while it is drawn, be it as a line; else the first. */
export function pinnedIn(rows: readonly Row[], id: InquiryId | undefined): InquiryId | undefined {
  if (id !== undefined && handIn(rows, id) !== null) return id;
  return rows.find((row) => row.kind === 'inquiry')?.inquiry.id;
}

/** The card `step` places from the card at hand, past lines; from a line the card next to it. Null when there is none. */
export function cardBeside(rows: readonly Row[], id: InquiryId | undefined, step: 1 | -1): InquiryId | null {
  const cards = (list: readonly Row[]) => list.filter((row) => row.kind === 'inquiry');
  const at = rows.findIndex((row) => id !== undefined && keyOf(row) === id);
  if (at === -1) return cards(rows)[0]?.inquiry.id ?? null;
  const ahead = step === 1 ? cards(rows.slice(at + 1))[0] : cards(rows.slice(0, at)).at(-1);
  const other = step === 1 ? cards(rows.slice(0, at + 1)).at(-1) : cards(rows.slice(at))[0];
  return (ahead ?? other)?.inquiry.id ?? null;
}
