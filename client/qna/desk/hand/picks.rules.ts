import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import type { Columns } from './columns.rules.js';

/** Columns whose questions can be handled several at once. */
export type PickColumn = 'pending' | 'approved';

export type Picked = {
  column: PickColumn | null;
  ids: ReadonlySet<InquiryId>;
  /** The one chosen last: a range goes from here. */
  from: InquiryId | null;
};

export const noPicks: Picked = { column: null, ids: new Set(), from: null };

export const pickColumnOf = ({ state }: Pick<DeskInquiry, 'state'>): PickColumn | null =>
  state === 'pending' || state === 'approved' ? state : null;

/** Chooses a question or lets it go. Those chosen are of one column: another column begins anew. */
export function pickToggle(picks: Picked, inquiry: DeskInquiry): Picked {
  const column = pickColumnOf(inquiry);
  if (column === null) return picks;
  const ids = new Set(column === picks.column ? picks.ids : []);
  if (!ids.delete(inquiry.id)) ids.add(inquiry.id);
  return ids.size === 0 ? noPicks : { column, ids, from: inquiry.id };
}

/** Chooses everything from the question chosen last up to this one, as they are drawn. */
export function pickRange(picks: Picked, inquiry: DeskInquiry, listed: Columns): Picked {
  const column = pickColumnOf(inquiry);
  if (column === null) return picks;
  const drawn = listed[column].map(({ id }) => id);
  const from = column === picks.column && picks.from !== null ? drawn.indexOf(picks.from) : -1;
  const to = drawn.indexOf(inquiry.id);
  if (from === -1 || to === -1) return pickToggle(picks, inquiry);
  const range = drawn.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { column, ids: new Set([...picks.ids, ...range]), from: inquiry.id };
}

export type PickedNow = {
  /** All that were chosen. */
  ids: ReadonlySet<InquiryId>;
  /** Those of them still where they were chosen, as they are now. */
  open: DeskInquiry[];
  /** How many somebody has taken meanwhile. */
  taken: number;
};

export function pickedNow({ column, ids }: Picked, all: Columns): PickedNow {
  const open = column === null ? [] : all[column].filter(({ id }) => ids.has(id));
  return { ids, open, taken: ids.size - open.length };
}
