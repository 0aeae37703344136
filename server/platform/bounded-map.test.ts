import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.js';

describe('a bounded map', () => {
  it('forgets what was set longest ago, and setting anew counts as new', () => {
    const map = new BoundedMap<string, number>(2);
    for (const key of ['a', 'b', 'a', 'c']) map.set(key, 1);
    expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([1, undefined, 1]);
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
    map.clear();
    map.set('b', 'x'.repeat(5));
    map.set('c', 'x'.repeat(5));
    expect([map.get('a'), map.get('b')?.length, map.get('c')?.length]).toEqual([undefined, 5, 5]);
  });
});
