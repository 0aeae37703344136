import { searchText, searchWords } from '../../../shared/kernel/text.js';
import type { LedgerEntry, LedgerStatistics } from '../../../shared/qna/ledger.schema.js';

export type Outcome = keyof LedgerStatistics['outcomes'];

/** In the order in which they are told. */
export const OUTCOMES: readonly Outcome[] = ['onAir', 'inWriting', 'merged', 'declined', 'withdrawn', 'open'];

/** What became of a question: exactly one thing. */
export function outcomeOf({ state, answer }: Pick<LedgerEntry, 'state' | 'answer'>): Outcome {
  if (state === 'merged' || state === 'declined' || state === 'withdrawn') return state;
  if (state === 'answered') return answer?.how === 'in_writing' ? 'inWriting' : 'onAir';
  return 'open';
}

/** Whether the outcomes make up all that was asked, and the reasons all that was declined: what the page claims. */
export function addsUp({ asked, outcomes, declinedBy }: LedgerStatistics): boolean {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  return sum(outcomes) === asked && sum(declinedBy) === outcomes.declined;
}

type Search = { outcome: Outcome | null; text: string };

/** Entries of an outcome whose question, answer, author or label holds every word that is searched for. */
export function matching(entries: readonly LedgerEntry[], { outcome, text }: Search): LedgerEntry[] {
  const words = searchWords(text);
  return entries.filter((entry) => {
    if (outcome !== null && outcomeOf(entry) !== outcome) return false;
    if (words.length === 0) return true;
    const place = searchText(
      [
        String(entry.number),
        entry.text,
        entry.author?.name,
        entry.author?.unit,
        entry.answer?.text,
        entry.answer?.by,
        ...entry.labels,
      ]
        .filter(Boolean)
        .join(' '),
    );
    return words.every((word) => place.includes(word));
  });
}

/** How many questions were merged into each, by id. */
export function mergedCounts(entries: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { mergedInto } of entries) {
    if (mergedInto !== null) counts.set(mergedInto, (counts.get(mergedInto) ?? 0) + 1);
  }
  return counts;
}
