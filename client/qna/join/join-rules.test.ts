import { expect, it } from 'vitest';
import { enterAsGuest } from '../../../shared/qna/session.schema.js';
import { phaseAt } from '../room/phase.rules.js';
import { MIN_NAME, MAX_NAME } from '../../ui/join/guest-name.rules.js';

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
