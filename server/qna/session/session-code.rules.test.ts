import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionCode } from '../../../shared/qna/session.schema.js';
import { codeFrom } from './session-code.rules.js';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('codes', () => {
  it('are what people may type, from any bytes that suffice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const code = codeFrom(random);
        if (code !== null) expect(sessionCode.parse(code.toLowerCase())).toBe(code);
        else expect(random.filter((byte) => byte < 248).length).toBeLessThan(4);
      }),
    );
  });

  it('have four letters, of the 31 that nobody mistakes for another', () => {
    const codes = Array.from({ length: 31 }, (_, byte) => codeFrom(bytes(byte, byte, byte, byte, byte)));
    expect(codes.join('')).toMatch(/^[2-9A-HJKMNP-Z]{124}$/);
    expect(new Set(codes).size).toBe(31);
  });

  it.each([0, 1, 2, 3])('use each letter equally often, at place %i', (place) => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const letter = codeFrom(bytes(...[0, 0, 0].slice(0, place), byte, ...[0, 0, 0].slice(place)))?.[place];
      if (letter !== undefined) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 31 }, () => 8));
  });

  it('pass over bytes that would favour some letters', () => {
    const code = codeFrom(bytes(10, 11, 12, 13));
    for (let byte = 248; byte < 256; byte += 1) {
      expect(codeFrom(bytes(byte, 10, 11, byte, 12, 13))).toBe(code);
      expect(codeFrom(bytes(10, 11, 12, byte))).toBeNull();
    }
    expect(codeFrom(bytes(247, 11, 12, 13))).not.toBeNull();
  });

  it('come of no fewer bytes than letters', () => {
    expect(codeFrom(bytes(1, 2, 3))).toBeNull();
    expect(codeFrom(bytes(1, 2, 3, 4))).toHaveLength(4);
  });
});
