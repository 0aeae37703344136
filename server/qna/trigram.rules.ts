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
 * The closest pairs that are at least `from` alike (shared trigrams by trigrams of either, 0 to 1), closest first, at
 * most `limit`. Counts along the lists of texts that share a trigram, so it takes no comparing of each with each.
 */
export function closePairs<Id extends string>(
  texts: readonly Folded<Id>[],
  { from, limit }: { from: number; limit: number },
): Pair<Id>[] {
  const holders = new Map<string, number[]>();
  const sizes = new Uint16Array(texts.length);
  let [best, floor]: [Pair<Id>[], number] = [[], from];
  texts.forEach((text, index) => {
    const trigrams = trigramsOf(text.folded);
    sizes[index] = trigrams.size;
    const shared = sharedWithEarlier(trigrams, holders, index);
    for (let other = 0; other < index; other += 1) {
      const both = shared[other] ?? 0;
      const similarity = both === 0 ? 0 : both / (trigrams.size + (sizes[other] ?? 0) - both);
      const earlier = texts[other];
      if (both === 0 || similarity < floor || !earlier) continue;
      best.push({ one: earlier.id, other: text.id, similarity });
      if (best.length < 2 * limit) continue;
      best = closest(best, limit);
      floor = best.at(-1)?.similarity ?? from;
    }
  });
  return closest(best, limit);
}

/** How many trigrams each earlier text has in common with this one, which joins the lists. */
function sharedWithEarlier(
  trigrams: ReadonlySet<string>,
  holders: Map<string, number[]>,
  index: number,
): Uint16Array {
  const shared = new Uint16Array(index);
  for (const trigram of trigrams) {
    const earlier = holders.get(trigram);
    if (earlier) {
      for (const holder of earlier) shared[holder] = (shared[holder] ?? 0) + 1;
      earlier.push(index);
    } else holders.set(trigram, [index]);
  }
  return shared;
}

function closest<Id extends string>(pairs: readonly Pair<Id>[], limit: number): Pair<Id>[] {
  return [...pairs].sort((one, other) => other.similarity - one.similarity).slice(0, limit);
}
