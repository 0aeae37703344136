import { expect, it } from 'vitest';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { factsOf, phaseAt } from './phase.rules.js';

const startsAt = '2026-11-26T07:00:00.000Z';
const start = Date.parse(startsAt);
const live: QnaSessionView['live'] = {
  accepting: true,
  voting: true,
  endedAt: null,
  now: null,
  nextId: null,
  projection: { inquiryId: null, blackout: false, dark: false },
  counts: { shown: 0, answered: 0, votes: 0 },
  present: 1,
};

it('begins by the clock, to the millisecond', () => {
  expect(phaseAt(factsOf({ startsAt, live }), start - 1)).toBe('upcoming');
  expect(phaseAt(factsOf({ startsAt, live }), start)).toBe('live');
});

it('is over as soon as a tick says so, even before its start', () => {
  const ended = { ...live, endedAt: '2026-11-26T06:00:00.000Z' };
  expect(phaseAt(factsOf({ startsAt, live: ended }), start - 1)).toBe('ended');
  expect(phaseAt(factsOf({ startsAt, live: ended }), start + 1)).toBe('ended');
});
