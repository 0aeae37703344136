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

type Wanted = { from: number; limit: number };

/** Countings between two pauses: a few milliseconds of them. */
const WORK_PER_STEP = 300_000;

/**
 * The closest pairs that are at least `from` alike (shared trigrams by trigrams of either, 0 to 1), closest first, at
 * most `limit`. Counts along the lists of texts that share a trigram, so it takes no comparing of each with each. It
 * pauses after every `workPerStep` countings, so that whoever asks can let others have their turn.
 */
export function* closePairs<Id extends string>(
  texts: readonly Folded<Id>[],
  { from, limit }: Wanted,
  workPerStep = WORK_PER_STEP,
): Generator<undefined, Pair<Id>[]> {
  const holders = new Map<string, number[]>();
  const sizes = new Uint16Array(texts.length);
  let [best, floor]: [Pair<Id>[], number] = [[], from];
  let work = 0;
  for (const [index, text] of texts.entries()) {
    const trigrams = trigramsOf(text.folded);
    sizes[index] = trigrams.size;
    const { shared, countings } = sharedWithEarlier(trigrams, holders, index);
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
    work += countings + index;
    if (work >= workPerStep) {
      yield;
      work = 0;
    }
  }
  return closest(best, limit);
}

/** How many trigrams each earlier text has in common with this one, which joins the lists; and how much was counted. */
function sharedWithEarlier(
  trigrams: ReadonlySet<string>,
  holders: Map<string, number[]>,
  index: number,
): { shared: Uint16Array; countings: number } {
  const shared = new Uint16Array(index);
  let countings = 0;
  for (const trigram of trigrams) {
    const earlier = holders.get(trigram);
    if (earlier) {
      for (const holder of earlier) shared[holder] = (shared[holder] ?? 0) + 1;
      countings += earlier.push(index);
    } else holders.set(trigram, [index]);
  }
  return { shared, countings };
}

function closest<Id extends string>(pairs: readonly Pair<Id>[], limit: number): Pair<Id>[] {
  return [...pairs].sort((one, other) => other.similarity - one.similarity).slice(0, limit);
}

/** Texts by their trigrams, to find those close to another one without comparing it with each. */
export class TrigramIndex<Id extends string> {
  private readonly holders = new Map<string, number[]>();
  private readonly places = new Map<Id, number>();
  /** By place; null for a text that was taken out or written anew. */
  private readonly entries: ({ id: Id; size: number } | null)[] = [];

  /** Whether more was taken out than is in: then a new one is better than this one. */
  get isWorn(): boolean {
    return this.entries.length > 2 * this.places.size + 1_000;
  }

  put(id: Id, folded: string): void {
    this.remove(id);
    const trigrams = trigramsOf(folded);
    const place = this.entries.push({ id, size: trigrams.size }) - 1;
    this.places.set(id, place);
    for (const trigram of trigrams) {
      const holders = this.holders.get(trigram);
      if (holders) holders.push(place);
      else this.holders.set(trigram, [place]);
    }
  }

  remove(id: Id): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.entries[place] = null;
    this.places.delete(id);
  }

  /** The texts that are at least `from` alike (0 to 1), closest first, at most `limit`. */
  closeTo(
    folded: string,
    { from, limit }: { from: number; limit: number },
  ): { id: Id; similarity: number }[] {
    const trigrams = trigramsOf(folded);
    const shared = new Uint16Array(this.entries.length);
    for (const trigram of trigrams)
      for (const place of this.holders.get(trigram) ?? []) shared[place] = (shared[place] ?? 0) + 1;
    const close = this.entries.flatMap((entry, place) => {
      const both = shared[place] ?? 0;
      const similarity = entry && both > 0 ? both / (trigrams.size + entry.size - both) : 0;
      return entry && similarity >= from ? [{ id: entry.id, similarity }] : [];
    });
    return close
      .toSorted((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1))
      .slice(0, limit);
  }
}
