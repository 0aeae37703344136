export type Folded<Id extends string> = { id: Id; folded: string };
export type Pair<Id extends string> = { one: Id; other: Id; similarity: number };

/** Trigrams of a text in lower case without accents, as the database makes them: each word with two blanks before and one after. */
export function trigramsOf(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [' ', ' ', ...word, ' '];
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/**
 * All pairs at least `from` alike (shared trigrams by trigrams of either, 0 to 1), closest first. Counts along the lists
 * of texts that share a trigram, so texts with nothing in common cost nothing.
 */
export function closePairs<Id extends string>(texts: readonly Folded<Id>[], from: number): Pair<Id>[] {
  const sets = texts.map(({ folded }) => trigramsOf(folded));
  const holders = new Map<string, number[]>();
  const pairs: Pair<Id>[] = [];
  const shared = new Uint16Array(texts.length);
  sets.forEach((trigrams, index) => {
    shared.fill(0);
    for (const trigram of trigrams) {
      const earlier = holders.get(trigram);
      if (earlier) for (const holder of earlier) shared[holder] = (shared[holder] ?? 0) + 1;
      if (earlier) earlier.push(index);
      else holders.set(trigram, [index]);
    }
    for (let other = 0; other < index; other += 1) {
      const both = shared[other] ?? 0;
      const similarity = both === 0 ? 0 : both / (trigrams.size + (sets[other]?.size ?? 0) - both);
      const [one, two] = [texts[other], texts[index]];
      if (both > 0 && similarity >= from && one && two)
        pairs.push({ one: one.id, other: two.id, similarity });
    }
  });
  return pairs.sort((one, other) => other.similarity - one.similarity);
}
