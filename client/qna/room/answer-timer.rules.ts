import type { QnaLive } from '../../../shared/qna/session.schema.js';

/** What the answer on air should take, with what the host added to it; null without such a time. */
export const allowedSeconds = (
  now: NonNullable<QnaLive['now']>,
  answerSeconds: number | null,
): number | null => (answerSeconds === null ? null : answerSeconds + (now.extraSeconds ?? 0));

export type AnswerTime = {
  /** How long the answer has taken, in ms, never negative. */
  usedMs: number;
  /** What is left of the time an answer should take, negative when over; null without such a time. */
  leftMs: number | null;
  tone: 'calm' | 'soon';
};

/** The last share of an answer's time in which its clock turns amber, and at least this long. */
const SOON_SHARE = 0.2;
const SOON_AT_LEAST_MS = 15_000;

/** Where an answer stands against the seconds it should take. It turns amber near the end and stays so: nobody is shouted at. */
export function answerTimeOf(
  { since, seconds }: { since: string; seconds: number | null },
  now: number,
): AnswerTime {
  const usedMs = Math.max(0, now - Date.parse(since));
  if (seconds === null) return { usedMs, leftMs: null, tone: 'calm' };
  const allowedMs = seconds * 1000;
  const leftMs = allowedMs - usedMs;
  return {
    usedMs,
    leftMs,
    tone: leftMs <= Math.max(SOON_AT_LEAST_MS, allowedMs * SOON_SHARE) ? 'soon' : 'calm',
  };
}
