import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.js';

describe('a bounded map', () => {
  it('holds as many as it may, and forgets what was set longest ago', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    expect([map.get('a'), map.get('b')]).toEqual([1, 2]);
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 2, 3]);
  });

  it('takes what is set again for new, and what is only read not', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.get('b');
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4]);
  });

  it('makes room where something is taken out', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.delete('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 2, 3]);
    map.clear();
    expect([map.get('b'), map.get('c')]).toEqual([undefined, undefined]);
  });

  it('never holds more than it may, whatever is done to it', () => {
    const key = fc.nat(9);
    const acts = fc.array(fc.tuple(fc.constantFrom('set', 'set', 'delete'), key), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), acts, (max, all) => {
        const map = new BoundedMap<number, string>(max);
        for (const [act, at] of all) {
          if (act === 'set') map.set(at, `${at}`);
          else map.delete(at);
          const held = Array.from({ length: 10 }, (_, other) => map.get(other)).filter(Boolean);
          expect(held.length).toBeLessThanOrEqual(max);
          if (act === 'set') expect(map.get(at)).toBe(`${at}`);
        }
      }),
    );
  });

  it('counts weights where they are told, also after deleting and replacing', () => {
    const map = new BoundedMap<string, string>(10, (_key, value) => value.length);
    map.set('a', 'x'.repeat(6));
    map.set('a', 'x'.repeat(3));
    map.set('b', 'x'.repeat(4));
    map.delete('b');
    map.set('c', 'x'.repeat(7));
    expect([map.get('a')?.length, map.get('c')?.length]).toEqual([3, 7]);
    map.set('d', 'x');
    expect([map.get('a'), map.get('c')?.length, map.get('d')]).toEqual([undefined, 7, 'x']);
  });

  it('keeps nothing that alone weighs more than all may, and forgets nothing for it', () => {
    const map = new BoundedMap<string, string>(10, (_key, value) => value.length);
    map.set('small', 'x');
    map.set('large', 'x'.repeat(11));
    expect([map.get('small'), map.get('large')]).toEqual(['x', undefined]);
    map.set('small', 'x'.repeat(11));
    expect(map.get('small')).toBeUndefined();
  });

  it('weighs nothing once it is cleared', () => {
    const map = new BoundedMap<string, string>(10, (_key, value) => value.length);
    map.set('a', 'x'.repeat(10));
    expect(map.isEmpty).toBe(false);
    map.clear();
    expect(map.isEmpty).toBe(true);
    map.set('b', 'x'.repeat(5));
    map.set('c', 'x'.repeat(5));
    expect([map.get('a'), map.get('b')?.length, map.get('c')?.length]).toEqual([undefined, 5, 5]);
  });
});
