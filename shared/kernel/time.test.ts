import { expect, it } from 'vitest';
import { instant } from './time.js';

it.each([
  '1900-01-01T00:00:00Z',
  '1899-12-31T19:00:00-05:00',
  '9998-12-31T23:59:59.999999Z',
  '9999-01-01T06:59:59+07:00',
  '2026-12-01T00:00:00+14:00',
  '2026-12-01T00:00:00.123456-12:00',
])('%s is an instant', (text) => {
  expect(instant.safeParse(text).success).toBe(true);
});

it.each([
  ['before 1900 in UTC', '1900-01-01T00:00:00+00:01'],
  ['after 9998 in UTC', '9998-12-31T23:59:59-14:00'],
  ['no year', '0000-01-01T00:00:00Z'],
  ['an offset that no place has', '1900-01-01T00:00:00+23:59'],
  ['nor this one', '2026-12-01T00:00:00+16:00'],
  ['nor this one to the west', '2026-12-01T00:00:00-15:00'],
  ['finer than any clock', '9998-12-31T23:59:59.9999999Z'],
  ['a long fraction', `2026-12-01T00:00:00.${'1'.repeat(200)}Z`],
  ['no zone', '2026-12-01T00:00:00'],
  ['no such day', '2026-02-30T00:00:00Z'],
])('%s is none: %s', (_why, text) => {
  expect(instant.safeParse(text).success).toBe(false);
});
