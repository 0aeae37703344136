import { expect, it } from 'vitest';
import { phaseOf } from './session-phase.rules.js';

const at = (minutes: number, ms = 0) => new Date(Date.UTC(2026, 10, 19, 7, minutes, 0, ms));

it.each([
  [at(-1, 59_999), null, 'upcoming'],
  [at(0), null, 'live'],
  [at(90), null, 'live'],
  [at(-1), at(-2), 'ended'],
  [at(1), at(1), 'ended'],
  [at(1), at(5), 'ended'],
] as const)('a session that starts at 07:00 is at %s, ended %s: %s', (now, endedAt, phase) => {
  expect(phaseOf({ draft: false, startsAt: at(0), endedAt }, now)).toBe(phase);
  expect(phaseOf({ draft: true, startsAt: at(0), endedAt }, now)).toBe('draft');
});
