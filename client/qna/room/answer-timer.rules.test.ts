import { expect, it } from 'vitest';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { allowedSeconds, answerTimeOf } from './answer-timer.rules.js';

const since = '2026-11-19T07:00:00.000Z';
const at = (seconds: number) => Date.parse(since) + seconds * 1000;

it.each([
  ['at the start', 180, 0, { usedMs: 0, leftMs: 180_000, tone: 'calm' }],
  ['before the last fifth', 180, 143, { usedMs: 143_000, leftMs: 37_000, tone: 'calm' }],
  ['in the last fifth', 180, 144, { usedMs: 144_000, leftMs: 36_000, tone: 'soon' }],
  ['over', 180, 200, { usedMs: 200_000, leftMs: -20_000, tone: 'soon' }],
  ['near the end of a short one', 30, 15, { usedMs: 15_000, leftMs: 15_000, tone: 'soon' }],
  ['without a time', null, 500, { usedMs: 500_000, leftMs: null, tone: 'calm' }],
  ['by a clock that runs behind', 180, -3, { usedMs: 0, leftMs: 180_000, tone: 'calm' }],
] as const)('knows an answer %s', (...[, seconds, elapsed, time]) => {
  expect(answerTimeOf({ since, seconds }, at(elapsed))).toEqual(time);
});

it('gives an answer what the session allows and what the host added, and no time where there is none', () => {
  const now = {
    inquiryId: inquiryId.parse('00000000-0000-4000-8000-000000000001'),
    since,
    answeredBy: '',
  };
  expect(allowedSeconds(now, 180)).toBe(180);
  expect(allowedSeconds({ ...now, extraSeconds: 60 }, 180)).toBe(240);
  expect(allowedSeconds({ ...now, extraSeconds: 60 }, null)).toBeNull();
});
