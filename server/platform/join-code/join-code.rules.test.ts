import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { underFreeCode } from './free-code.js';
import { codeFrom } from './join-code.rules.js';

const LETTERS = 31;

describe('codeFrom', () => {
  it('makes what cannot be misread, of as many letters as asked, from any bytes that suffice', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 8 }), (random, length) => {
        const code = codeFrom(random, length);
        const usable = [...random].filter((byte) => byte < 8 * LETTERS).length;
        if (usable < length) expect(code).toBeNull();
        else expect(code).toMatch(new RegExp(`^[2-9A-HJKMNP-Z]{${length}}$`));
      }),
    );
  });

  it('uses each letter equally often', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const code = codeFrom(new Uint8Array([byte]), 1);
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: LETTERS }, () => 8));
  });
});

describe('underFreeCode', () => {
  it('draws again while the database says that a code is taken', async () => {
    const drawn: string[] = [];
    const code = await underFreeCode(4, (one) => {
      drawn.push(one);
      return Promise.resolve(drawn.length === 4);
    });
    expect(drawn).toHaveLength(4);
    expect(code).toBe(drawn.at(-1));
    expect(new Set(drawn).size).toBe(4);
  });

  it('gives up where none is free, instead of trying for ever', async () => {
    await expect(underFreeCode(4, () => Promise.resolve(false))).rejects.toThrow('no code of 4 letters');
  });

  it('passes on what else goes wrong', async () => {
    await expect(underFreeCode(4, () => Promise.reject(new RangeError('away')))).rejects.toThrow(RangeError);
  });
});
