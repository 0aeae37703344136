import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { blueprintCell } from '../../../shared/contest/contest.schema.js';
import { LEVELS, topicId, versionId } from '../../../shared/question-bank/question.schema.js';
import { referenceKeyHex, referencePaper, referenceWords } from '../../../test/vectors/draw-reference.js';
import { drawPaper, type DrawCell, type DrawPlan, type Paper } from './draw.rules.js';
import { drawKey, drawStream, nextBelow, take } from './hmac-stream.rules.js';

const vectorFile = z.object({
  algorithm: z.literal('haidang/draw/v1'),
  banks: z.record(
    z.string(),
    z.array(
      blueprintCell.extend({
        versions: z.array(z.object({ id: versionId, optionIds: z.array(z.string()) })),
      }),
    ),
  ),
  cases: z
    .array(
      z.object({
        name: z.string(),
        seedHex: z.hex(),
        publicValueHex: z.string(),
        entryNumber: z.number().int(),
        attemptOrdinal: z.number().int(),
        bank: z.string(),
        shuffleQuestions: z.boolean(),
        shuffleOptions: z.boolean(),
        keyHex: z.hex(),
        firstWords: z.array(z.number().int()),
        paper: z.array(z.object({ versionId, optionOrder: z.array(z.string()) })),
      }),
    )
    .min(10),
});

const vectors = vectorFile.parse(
  JSON.parse(readFileSync(new URL('../../../test/vectors/draw-v1.json', import.meta.url), 'utf8')),
);

describe.each(vectors.cases)('vector: $name', (vector) => {
  const cells = vectors.banks[vector.bank] ?? [];
  const plan = { cells, shuffleQuestions: vector.shuffleQuestions, shuffleOptions: vector.shuffleOptions };
  const key = drawKey(Buffer.from(vector.seedHex, 'hex'), Buffer.from(vector.publicValueHex, 'hex'));

  it('comes out of the rules', () => {
    expect(key.toString('hex')).toBe(vector.keyHex);
    const nextWord = drawStream(key, vector);
    expect(vector.firstWords.map(() => nextWord())).toEqual(vector.firstWords);
    expect(drawPaper(key, vector, plan)).toEqual({ ok: true, paper: vector.paper });
  });

  it('comes out of the independent implementation', async () => {
    expect(await referenceKeyHex(vector.seedHex, vector.publicValueHex)).toBe(vector.keyHex);
    const words = await referenceWords(vector, vector.firstWords.length);
    expect(words.map(Number)).toEqual(vector.firstWords);
    expect(await referencePaper({ ...vector, plan })).toEqual(vector.paper);
  });
});

/** Ids that differ in their last digits only; the caller decides their order in the plan. */
const idAt = (number: number) => `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const places = fc.record({
  entryNumber: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  attemptOrdinal: fc.integer({ min: 1, max: 100 }),
});
const plans: fc.Arbitrary<DrawPlan> = fc
  .record({
    shapes: fc.uniqueArray(
      fc.record({
        topic: fc.integer({ min: 0, max: 5 }),
        level: fc.constantFrom(...LEVELS),
        count: fc.integer({ min: 1, max: 6 }),
        spare: fc.integer({ min: 0, max: 8 }),
        options: fc.integer({ min: 0, max: 10 }),
      }),
      { maxLength: 8, selector: (shape) => `${shape.topic}/${shape.level}` },
    ),
    shuffleQuestions: fc.boolean(),
    shuffleOptions: fc.boolean(),
  })
  .map(({ shapes, ...shuffles }) => ({
    ...shuffles,
    cells: shapes.map((shape, cellNumber) =>
      cellOf(shape, { first: cellNumber * 100, size: shape.count + shape.spare }),
    ),
  }));

type Shape = { topic: number; level: DrawCell['level']; count: number; options: number };

function cellOf(shape: Shape, { first, size }: { first: number; size: number }): DrawCell {
  const optionIds = [...'abcdefghij'].slice(0, shape.options);
  return {
    topicId: topicId.parse(idAt(1_000_000 + shape.topic)),
    level: shape.level,
    count: shape.count,
    versions: Array.from({ length: size }, (_, at) => ({ id: versionId.parse(idAt(first + at)), optionIds })),
  };
}

function paperOf(...args: Parameters<typeof drawPaper>): Paper {
  const result = drawPaper(...args);
  if (!result.ok) throw new Error('The bank was too small');
  return result.paper;
}

describe('drawPaper', () => {
  it('fills every cell with its count, repeats nothing and permutes options', () => {
    fc.assert(
      fc.property(seeds, places, plans, (seed, place, plan) => {
        const paper = paperOf(drawKey(seed), place, plan);
        const ids = paper.map((question) => question.versionId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const cell of plan.cells) {
          const own = new Set(cell.versions.map((version) => version.id));
          expect(ids.filter((id) => own.has(id))).toHaveLength(cell.count);
        }
        expect(ids).toHaveLength(plan.cells.reduce((sum, cell) => sum + cell.count, 0));
        const written = new Map(plan.cells.flatMap((cell) => cell.versions.map((v) => [v.id, v.optionIds])));
        for (const { versionId: id, optionOrder } of paper) {
          const asWritten = written.get(id) ?? [];
          expect(plan.shuffleOptions ? optionOrder.toSorted() : optionOrder).toEqual(asWritten);
        }
      }),
    );
  });

  it('depends neither on the order of cells nor on that of versions, and leaves the plan as it was', () => {
    fc.assert(
      fc.property(seeds, places, plans, (seed, place, plan) => {
        const before = structuredClone(plan);
        const turned = {
          ...plan,
          cells: plan.cells.map((cell) => ({ ...cell, versions: cell.versions.toReversed() })).toReversed(),
        };
        expect(paperOf(drawKey(seed), place, turned)).toEqual(paperOf(drawKey(seed), place, plan));
        expect(plan).toEqual(before);
      }),
    );
  });

  it('agrees with the independent implementation on any plan', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, places, plans, async (seed, place, plan) => {
        const reference = await referencePaper({
          ...place,
          seedHex: Buffer.from(seed).toString('hex'),
          publicValueHex: '',
          plan: {
            ...plan,
            cells: plan.cells.map((cell) => ({
              ...cell,
              versions: cell.versions.map((version) => ({ ...version, optionIds: [...version.optionIds] })),
            })),
          },
        });
        expect(paperOf(drawKey(seed), place, plan)).toEqual(reference);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps the cells in canonical order when questions are not shuffled', () => {
    const shape = { count: 2, options: 0 };
    const cells = [
      cellOf({ ...shape, topic: 2, level: 'recall' }, { first: 0, size: 5 }),
      cellOf({ ...shape, topic: 1, level: 'analyse' }, { first: 100, size: 5 }),
      cellOf({ ...shape, topic: 1, level: 'understand' }, { first: 200, size: 5 }),
    ];
    const plan = { cells, shuffleQuestions: false, shuffleOptions: false };
    const paper = paperOf(drawKey(new Uint8Array(32)), { entryNumber: 1, attemptOrdinal: 1 }, plan);
    const cellIndex = paper.map(({ versionId: id }) =>
      cells.findIndex((cell) => cell.versions.some((version) => version.id === id)),
    );
    expect(cellIndex).toEqual([2, 2, 1, 1, 0, 0]);
  });

  it('says which cells the bank cannot fill', () => {
    const full = cellOf({ topic: 1, level: 'recall', count: 2, options: 4 }, { first: 0, size: 2 });
    const short = cellOf({ topic: 1, level: 'apply', count: 3, options: 4 }, { first: 100, size: 2 });
    const plan = { cells: [full, short], shuffleQuestions: true, shuffleOptions: true };
    const cell = { topicId: short.topicId, level: 'apply', count: 3, available: 2 };
    expect(drawPaper(drawKey(new Uint8Array(32)), { entryNumber: 1, attemptOrdinal: 1 }, plan)).toEqual({
      ok: false,
      problem: 'bank_too_small',
      cells: [cell],
    });
  });

  it('refuses a version that stands in two cells', () => {
    const one = cellOf({ topic: 1, level: 'recall', count: 1, options: 0 }, { first: 0, size: 2 });
    const plan = {
      cells: [one, { ...one, level: 'apply' as const }],
      shuffleQuestions: true,
      shuffleOptions: true,
    };
    expect(() => drawPaper(drawKey(new Uint8Array(32)), { entryNumber: 1, attemptOrdinal: 1 }, plan)).toThrow(
      RangeError,
    );
  });
});

describe('papers of different entries', () => {
  const plan = {
    cells: [cellOf({ topic: 1, level: 'recall', count: 20, options: 4 }, { first: 0, size: 100 })],
    shuffleQuestions: true,
    shuffleOptions: true,
  };
  const key = drawKey(Buffer.alloc(32, 7));
  const fingerprint = (entryNumber: number, attemptOrdinal: number) =>
    JSON.stringify(paperOf(key, { entryNumber, attemptOrdinal }, plan));

  it('differ from each other, from other attempts and from other seeds', () => {
    const papers = Array.from({ length: 500 }, (_, at) => [fingerprint(at + 1, 1), fingerprint(at + 1, 2)]);
    const other = JSON.stringify(
      paperOf(drawKey(Buffer.alloc(32, 8)), { entryNumber: 1, attemptOrdinal: 1 }, plan),
    );
    expect(new Set([...papers.flat(), other]).size).toBe(1001);
  });
});

describe('uniformity', () => {
  // Fixed seeds: the figures are the same in each run. 99.9 % quantiles of chi-square by degrees of freedom.
  const LIMIT = { 9: 27.88, 23: 49.73, 119: 173.6 };
  const DRAWS = 4_800;
  const chiSquare = (seen: Map<string, number>, bins: number, total: number) => {
    const expected = total / bins;
    const missing = (bins - seen.size) * expected;
    return [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, missing);
  };
  const shape = { topic: 1, level: 'recall' as const, options: 4 };
  const tally = (count: number, size: number, labelsOf: (paper: Paper) => string[]) => {
    const cells = [cellOf({ ...shape, count }, { first: 0, size })];
    const plan = { cells, shuffleQuestions: true, shuffleOptions: true };
    const key = drawKey(Buffer.alloc(32, 42));
    const seen = new Map<string, number>();
    for (let entryNumber = 1; entryNumber <= DRAWS; entryNumber += 1) {
      for (const label of labelsOf(paperOf(key, { entryNumber, attemptOrdinal: 1 }, plan))) {
        seen.set(label, (seen.get(label) ?? 0) + 1);
      }
    }
    return seen;
  };

  it('every question is drawn equally often', () => {
    const seen = tally(3, 10, (paper) => paper.map((question) => question.versionId));
    // Three of ten without putting back: counts spread less than independent draws, by (10 − 3) / (10 − 1).
    expect(chiSquare(seen, 10, DRAWS * 3) / (7 / 9)).toBeLessThan(LIMIT[9]);
  });

  it('every order of questions comes equally often', () => {
    const seen = tally(5, 5, (paper) => [paper.map((question) => question.versionId).join()]);
    expect(chiSquare(seen, 120, DRAWS)).toBeLessThan(LIMIT[119]);
  });

  it('every order of options comes equally often', () => {
    const seen = tally(1, 1, (paper) => paper.map((question) => question.optionOrder.join('')));
    expect(chiSquare(seen, 24, DRAWS)).toBeLessThan(LIMIT[23]);
  });
});

describe('hmac stream', () => {
  it('derives the key as RFC 5869 does', () => {
    fc.assert(
      fc.property(seeds, fc.uint8Array({ maxLength: 80 }), (seed, publicValue) => {
        const derived = hkdfSync('sha256', Buffer.concat([seed, publicValue]), '', 'haidang/draw/v1', 32);
        expect(drawKey(seed, publicValue)).toEqual(Buffer.from(derived));
      }),
    );
  });

  it.each([0, 31, 33])('refuses a seed of %i bytes', (length) => {
    expect(() => drawKey(new Uint8Array(length))).toThrow(RangeError);
  });

  it.each([
    [0, 1],
    [1, 0],
    [1.5, 1],
    [1, 2 ** 32],
    [2 ** 53, 1],
  ])('refuses entry %d, attempt %d', (entryNumber, attemptOrdinal) => {
    expect(() => drawStream(drawKey(new Uint8Array(32)), { entryNumber, attemptOrdinal })).toThrow(
      RangeError,
    );
  });

  const wordsOf = (words: number[]) => () => words.shift() ?? Number.NaN;

  it('throws away the words that would favour small numbers', () => {
    // 2³² is 1 more than a multiple of 3: only the highest word is refused.
    expect(nextBelow(wordsOf([2 ** 32 - 1, 5]), 3)).toBe(2);
    expect(nextBelow(wordsOf([2 ** 32 - 2]), 3)).toBe(2);
    expect(nextBelow(wordsOf([3 * 2 ** 30, 2 ** 32 - 1, 3 * 2 ** 30 - 1]), 3 * 2 ** 30)).toBe(
      3 * 2 ** 30 - 1,
    );
    expect(nextBelow(wordsOf([2 ** 32 - 1]), 2 ** 32)).toBe(2 ** 32 - 1);
  });

  it('takes one word for n = 1 too', () => {
    const words = [9, 4];
    expect(nextBelow(wordsOf(words), 1)).toBe(0);
    expect(words).toEqual([4]);
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('knows no integer below %d', (n) => {
    expect(() => nextBelow(() => 0, n)).toThrow(RangeError);
  });

  it('takes by swapping forward', () => {
    // Place 0 swaps with place 0 + 3 (d b c a), place 1 with place 1 + 1 (d c b a).
    expect(take(wordsOf([3, 1]), ['a', 'b', 'c', 'd'], 2)).toEqual(['d', 'c']);
    expect(() => take(() => 0, ['a'], 2)).toThrow(RangeError);
  });
});
