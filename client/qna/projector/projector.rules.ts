import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaLive } from '../../../shared/qna/session.schema.js';

/** What the room wants to see: nothing, a question, or how to join. */
export type Wanted =
  { kind: 'blackout' } | { kind: 'question'; inquiryId: InquiryId } | { kind: 'invitation' };

/** Blackout before all; then what the host chose, else what is being answered, else code and invitation. */
export function wantedOf({ projection, now }: Pick<QnaLive, 'projection' | 'now'>): Wanted {
  if (projection.blackout) return { kind: 'blackout' };
  const inquiryId = projection.inquiryId ?? now?.inquiryId ?? null;
  return inquiryId === null ? { kind: 'invitation' } : { kind: 'question', inquiryId };
}

const LARGEST = 60;
const SMALLEST = 40;
/** Characters up to which the largest fits, and from which the smallest is used. */
const SHORT = 100;
const LONG = 140;

/** Size of a question's text, in pixels of a screen of 1440 × 900: 60 for short ones, evenly down to 40 over 140 characters. */
export function textSizeOf(text: string): number {
  const length = [...text].length;
  const share = Math.min(1, Math.max(0, (length - SHORT) / (LONG - SHORT)));
  return Math.round(LARGEST - share * (LARGEST - SMALLEST));
}

/** Questions that come after those on the screen: the one named as next, then by votes, the older first among equals. */
export function upcomingOf(
  open: readonly PublicInquiry[],
  { nextId, shown }: { nextId: InquiryId | null; shown: readonly (InquiryId | null)[] },
): PublicInquiry[] {
  return open
    .filter((inquiry) => inquiry.state === 'approved' && !shown.includes(inquiry.id))
    .toSorted(
      (one, other) =>
        Number(other.id === nextId) - Number(one.id === nextId) ||
        other.votes - one.votes ||
        one.askedAt.localeCompare(other.askedAt),
    );
}
