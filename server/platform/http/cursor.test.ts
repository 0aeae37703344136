import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instant } from '../../../shared/kernel/time.js';
import { FailureError } from '../failure-error.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const place = z.object({ name: z.string(), at: instant, number: z.int32(), id: z.uuid() });

describe('a cursor', () => {
  const keepable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

  it('comes back as the place it was made of', () => {
    const places = fc.record({
      name: keepable,
      at: fc
        .date({
          min: new Date('1900-01-01T00:00:00Z'),
          max: new Date('9998-12-31T00:00:00Z'),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString()),
      number: fc.integer(),
      id: fc.uuid(),
    });
    fc.assert(
      fc.property(places, (made) => {
        expect(decodeCursor(place, encodeCursor(made))).toEqual(made);
      }),
    );
  });

  it('is refused, and nothing worse, whatever stands in it', () => {
    const written = fc.oneof(
      fc.base64String(),
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(() => decodeCursor(place, text)).toThrow(FailureError);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a NUL', z.tuple([z.string()]), ['a\0']],
    [
      'half of a pair of surrogates',
      z.object({ inner: z.object({ name: z.string() }) }),
      { inner: { name: '\ud800' } },
    ],
  ])('with %s in a text is none, however deep it stands', (_what, schema, made) => {
    expect(() => decodeCursor(schema, encodeCursor(made))).toThrow(
      expect.objectContaining({ params: { cursor: 'invalid' } }),
    );
  });

  it('is nothing without one', () => {
    expect(decodeCursor(place, undefined)).toBeNull();
  });

  const pair = z.tuple([z.string().max(20), z.uuid()]);
  const id = '0190a000-0000-7000-8000-000000000001';
  it.each([
    ['an empty one', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[1,').toString('base64url')],
    ['another shape', encodeCursor({ name: 'a' })],
    ['too few parts', encodeCursor(['a'])],
    ['a part that does not fit', encodeCursor(['a', 'not an id'])],
    ['a part that is too long', encodeCursor(['a'.repeat(21), id])],
    ['null', encodeCursor(null)],
  ])('is refused: %s', (_, cursor) => {
    expect(() => decodeCursor(pair, cursor)).toThrow(
      expect.objectContaining({ kind: expect.objectContaining({ code: 'input.invalid', status: 400 }) }),
    );
  });
});
