import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closePairs, TrigramIndex, trigramsOf } from './trigram.rules.js';

const words = fc.array(fc.constantFrom('bao', 'gio', 'co', 'phong', 'hop', 'moi', 'luong', 'thuong', 'tet'), {
  maxLength: 6,
});
const texts = fc
  .array(
    words.map((list) => list.join(' ')),
    { maxLength: 8 },
  )
  .map((list) => list.map((folded, index) => ({ id: `${index}`, folded })));

it('cuts words as the database does', () => {
  expect([...trigramsOf('bao gio?')]).toEqual(['  b', ' ba', 'bao', 'ao ', '  g', ' gi', 'gio', 'io ']);
  expect(trigramsOf('?!')).toEqual(new Set());
});

function pairsOf(...args: Parameters<typeof closePairs<string>>) {
  const steps = closePairs(...args);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('close pairs', () => {
  it('are those that comparing each with each finds', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const expected = list.flatMap((one, index) =>
          list.slice(index + 1).flatMap((other) => {
            const [a, b] = [trigramsOf(one.folded), trigramsOf(other.folded)];
            const both = [...a].filter((trigram) => b.has(trigram)).length;
            return both > 0 && both / (a.size + b.size - both) >= 0.4 ? [`${one.id} ${other.id}`] : [];
          }),
        );
        const found = pairsOf(list, { from: 0.4, limit: 100 });
        expect(found.map(({ one, other }) => `${one} ${other}`).sort()).toEqual(expected.sort());
        const order = found.map(({ similarity }) => similarity);
        expect(order).toEqual([...order].sort((one, other) => other - one));
        const few = pairsOf(list, { from: 0.4, limit: 2 }).map(({ similarity }) => similarity);
        expect(few).toEqual(order.slice(0, 2));
      }),
    );
  });

  it('are the same however often the search pauses', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (list, workPerStep) => {
        const wanted = { from: 0.4, limit: 3 };
        expect(pairsOf(list, wanted, workPerStep)).toEqual(pairsOf(list, wanted));
      }),
    );
  });

  it('are looked for with a pause after so much counting, not after so many texts', () => {
    const list = Array.from({ length: 60 }, (_, index) => ({ id: `${index}`, folded: 'bao gio co luong' }));
    const pausesIn = (workPerStep: number) =>
      [...closePairs(list, { from: 0.4, limit: 9 }, workPerStep)].length;
    // Of each text its trigrams are counted with all earlier ones; the last are the dearest.
    expect(pausesIn(1)).toBe(59);
    expect(pausesIn(10_000)).toBeGreaterThan(1);
    expect(pausesIn(10_000)).toBeLessThan(10);
    expect(pausesIn(1_000_000)).toBe(0);
  });
});

describe('an index of texts', () => {
  const options = { from: 0.4, limit: 100 };
  const similarity = (one: string, other: string) => {
    const [a, b] = [trigramsOf(one), trigramsOf(other)];
    const both = [...a].filter((trigram) => b.has(trigram)).length;
    return both === 0 ? 0 : both / (a.size + b.size - both);
  };

  it('finds what comparing with each finds, also after texts were written anew and taken out', () => {
    const changes = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        folded: fc.option(words.map((list) => list.join(' '))),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(changes, words, (list, wanted) => {
        const index = new TrigramIndex<string>();
        const present = new Map<string, string>();
        for (const { id, folded } of list) {
          if (folded === null) index.remove(id);
          else index.put(id, folded);
          if (folded === null) present.delete(id);
          else present.set(id, folded);
        }
        const text = wanted.join(' ');
        const expected = [...present]
          .map(([id, folded]) => ({ id, similarity: similarity(text, folded) }))
          .filter((one) => one.similarity >= options.from)
          .toSorted((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1));
        expect(index.closeTo(text, options)).toEqual(expected);
      }),
    );
  });

  it('agrees with the example of pg_trgm: “word” and “two words” are 4/11 alike, and what is just as alike counts', () => {
    const index = new TrigramIndex<string>();
    index.put('a', 'two words');
    index.put('b', 'quite another');
    expect(index.closeTo('word', { from: 4 / 11, limit: 9 })).toEqual([{ id: 'a', similarity: 4 / 11 }]);
    expect(index.closeTo('word', { from: 0.364, limit: 9 })).toEqual([]);
    const texts = [
      { id: 'a', folded: 'two words' },
      { id: 'b', folded: 'word' },
    ];
    const pair = { one: 'a', other: 'b', similarity: 4 / 11 };
    expect(pairsOf(texts, { from: 4 / 11, limit: 9 })).toEqual([pair]);
    expect(pairsOf(texts, { from: 0.364, limit: 9 })).toEqual([]);
  });

  it('gives the closest first, of equally close ones the lower id, and no more than was asked for', () => {
    const index = new TrigramIndex<string>();
    for (const [id, folded] of [
      ['c', 'bao gio co luong'],
      ['b', 'bao gio co luong thuong tet'],
      ['a', 'bao gio co luong thuong tet'],
      ['d', 'mua xuan'],
    ] as const)
      index.put(id, folded);
    const ids = (limit: number) =>
      index.closeTo('bao gio co luong', { from: 0.1, limit }).map(({ id }) => id);
    expect(ids(9)).toEqual(['c', 'a', 'b']);
    expect(ids(2)).toEqual(['c', 'a']);
    // Nothing in common is nothing alike, however little is asked for.
    expect(index.closeTo('qqq', { from: 0, limit: 9 }).map(({ similarity }) => similarity)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('says when a new one is better, after much was written anew', () => {
    const index = new TrigramIndex<string>();
    for (let turn = 0; turn < 1_002; turn += 1) index.put('a', `lan ${turn}`);
    expect(index.isWorn).toBe(false);
    index.put('a', 'lan cuoi');
    expect(index.isWorn).toBe(true);
  });
});
