import { searchText, searchWords } from '../../../../shared/kernel/text.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';

export const TRAITS = ['anonymous', 'flagged', 'edited', 'merged'] as const;
export type Trait = (typeof TRAITS)[number];

/** What is shown of the board. Empty lists and an empty text leave everything. */
export type DeskFilter = { text: string; labels: string[]; answerers: string[]; traits: Trait[] };

export const isFiltering = ({ text, labels, answerers, traits }: DeskFilter): boolean =>
  text !== '' || labels.length + answerers.length + traits.length > 0;

/** Those that hold every word searched for, one of the labels, one of the answerers, and all traits. */
export function filterInquiries(inquiries: readonly DeskInquiry[], filter: DeskFilter): DeskInquiry[] {
  if (!isFiltering(filter)) return [...inquiries];
  const words = searchWords(filter.text);
  return inquiries.filter(
    (inquiry) =>
      words.every((word) => haystackOf(inquiry).includes(word)) &&
      oneOf(filter.labels, inquiry.labels) &&
      oneOf(filter.answerers, [answererOf(inquiry)]) &&
      filter.traits.every((trait) => has[trait](inquiry)),
  );
}

export const answererOf = (inquiry: DeskInquiry): string => inquiry.answer?.by || inquiry.answerer;

const oneOf = (wanted: readonly string[], own: readonly string[]) =>
  wanted.length === 0 || wanted.some((name) => own.includes(name));

export const has: Record<Trait, (inquiry: DeskInquiry) => boolean> = {
  anonymous: (inquiry) => inquiry.author === null,
  flagged: (inquiry) => inquiry.flagged.length > 0,
  edited: (inquiry) => inquiry.edited,
  merged: (inquiry) => inquiry.mergedCount > 0,
};

/** Folding 2,000 questions at every letter typed would be felt; a question never changes, it is replaced. */
const haystacks = new WeakMap<DeskInquiry, string>();

function haystackOf(inquiry: DeskInquiry): string {
  const known = haystacks.get(inquiry);
  if (known !== undefined) return known;
  const { text, originalText, author, labels, note } = inquiry;
  const parts = [text, originalText, author?.name, author?.unit, ...labels, answererOf(inquiry), note];
  const haystack = searchText(parts.filter(Boolean).join('\n'));
  haystacks.set(inquiry, haystack);
  return haystack;
}

/** How often each name occurs, most frequent first. */
export function countedNames(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'vi'));
}
