import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closePairs, trigramsOf } from './trigram.rules.js';

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
        const found = closePairs(list, { from: 0.4, limit: 100 });
        expect(found.map(({ one, other }) => `${one} ${other}`).sort()).toEqual(expected.sort());
        const order = found.map(({ similarity }) => similarity);
        expect(order).toEqual([...order].sort((one, other) => other - one));
        const few = closePairs(list, { from: 0.4, limit: 2 }).map(({ similarity }) => similarity);
        expect(few).toEqual(order.slice(0, 2));
      }),
    );
  });
});
