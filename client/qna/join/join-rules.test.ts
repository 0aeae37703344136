import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, enterAsGuest } from '../../../shared/qna/session.schema.js';
import { phaseAt } from '../phase.rules.js';
import { CODE_SIZE, codeFrom } from './code.rules.js';
import { MIN_NAME, MAX_NAME } from './guest-name.rules.js';

describe('a code', () => {
  it('is as long as the contract says', () => {
    expect(CODE_SIZE).toBe(CODE_LENGTH);
  });

  it.each([
    ['ab3k', 'AB3K'],
    [' AB 3K ', 'AB3K'],
    ['AB-3K', 'AB3K'],
    ['http://10.0.0.5:3000/q/AB3K', 'AB3K'],
    ['AB3K9', 'AB3K'],
    ['', ''],
  ])('of “%s” is “%s”', (typed, code) => {
    expect(codeFrom(typed)).toBe(code);
  });
});

it('takes the names that the contract takes', () => {
  const fits = (length: number) => enterAsGuest.safeParse({ name: 'a'.repeat(length) }).success;
  expect([MIN_NAME - 1, MIN_NAME, MAX_NAME, MAX_NAME + 1].map(fits)).toEqual([false, true, true, false]);
});

it('begins by the clock and ends by its host', () => {
  const startsAt = '2026-11-26T07:00:00.000Z';
  const start = Date.parse(startsAt);
  expect(phaseAt({ startsAt, endedAt: null }, start - 1)).toBe('upcoming');
  expect(phaseAt({ startsAt, endedAt: null }, start)).toBe('live');
  expect(phaseAt({ startsAt, endedAt: startsAt }, start - 1)).toBe('ended');
});
