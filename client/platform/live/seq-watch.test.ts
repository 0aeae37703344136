import { describe, expect, it } from 'vitest';
import { createSeqWatch } from './seq-watch.js';

describe('the sequence of a room', () => {
  it('delivers what follows, reports a gap once, drops what was seen', () => {
    const watch = createSeqWatch();
    watch.start('round:1', 4);
    expect([5, 6, 9, 10, 8, 10].map((seq) => watch.look('round:1', seq))).toEqual([
      'next',
      'next',
      'gap',
      'next',
      'old',
      'old',
    ]);
  });

  it('counts each room by itself', () => {
    const watch = createSeqWatch();
    watch.start('round:1', 7);
    expect(watch.look('round:2', 1)).toBe('next');
    expect(watch.look('round:1', 8)).toBe('next');
  });

  it('accepts any number after a reconnection, when the server may have started over', () => {
    const watch = createSeqWatch();
    watch.start('round:1', 40);
    watch.forgetAll();
    expect(watch.look('round:1', 2)).toBe('next');
    expect(watch.look('round:1', 3)).toBe('next');
  });
});
