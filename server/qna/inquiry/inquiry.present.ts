import type {
  DeskInquiry,
  InquiryAnswer,
  InquiryStep,
  ListedInquiry,
  OwnInquiry,
  PublicInquiry,
} from '../../../shared/qna/inquiry.schema.js';
import type { InquiryRow } from './inquiry.queries.js';
import { fairReasonOf } from './ranking.rules.js';

/** What the room may see of a question; null when it may not see it at all. */
export function presentPublic(row: InquiryRow): PublicInquiry | null {
  const { state } = row;
  if (state !== 'approved' && state !== 'answering' && state !== 'answered') return null;
  return { ...commonOf(row), state };
}

/** What the desk sees: no author of an anonymous question either. */
export function presentDesk(row: InquiryRow): DeskInquiry {
  return {
    ...commonOf(row),
    state: row.state,
    authorId: row.authorId,
    flagged: row.flagged,
    originalText: row.originalText,
    decline: declineOf(row),
    mergedInto: row.mergedInto,
    note: row.note,
    answerer: row.answerer,
  };
}

export function presentListed(
  row: PublicInquiry,
  { key, voted, own, fair }: { key: InquiryRow; voted: boolean; own: boolean; fair: boolean },
): ListedInquiry {
  return { ...row, voted, own, fair: fair ? fairReasonOf(key) : null };
}

export type OwnContext = {
  steps: readonly InquiryStep[];
  mergedInto: OwnInquiry['mergedInto'];
  opening: { reason: string; at: Date; opened: boolean } | null;
  sessionEnded: boolean;
};

export function presentOwn(
  row: InquiryRow,
  { steps, mergedInto, opening, sessionEnded }: OwnContext,
): OwnInquiry {
  return {
    id: row.id,
    rev: row.rev,
    number: row.receipt,
    text: row.text,
    originalText: row.originalText,
    anonymous: row.anonymous,
    askedAt: row.askedAt.toISOString(),
    state: row.state,
    votes: row.votes,
    decline: declineOf(row),
    mergedInto,
    answer: answerOf(row),
    opening: opening && { ...opening, at: opening.at.toISOString() },
    steps: [...steps],
    can: { edit: !sessionEnded && isEditable(row), withdraw: isWithdrawable(row) },
  };
}

/** Nobody's support may come to stand under another text than the one they read. */
export function isEditable(row: Pick<InquiryRow, 'state' | 'votes' | 'mergedCount'>): boolean {
  return row.state === 'pending' || (row.state === 'approved' && row.votes === 0 && row.mergedCount === 0);
}

export function isWithdrawable(row: Pick<InquiryRow, 'state' | 'mergedCount'>): boolean {
  return (row.state === 'pending' || row.state === 'approved') && row.mergedCount === 0;
}

function commonOf(row: InquiryRow) {
  return {
    id: row.id,
    rev: row.rev,
    text: row.text,
    author: row.anonymous ? null : { name: row.authorName ?? '', unit: row.authorUnit ?? '' },
    askedAt: row.askedAt.toISOString(),
    votes: row.votes,
    labels: row.labels,
    edited: row.edited,
    mergedCount: row.mergedCount,
    answer: answerOf(row),
  };
}

export function answerOf(row: InquiryRow): InquiryAnswer | null {
  if (!row.answerHow || !row.answeredAt) return null;
  return {
    how: row.answerHow,
    text: row.answerText,
    by: row.answeredBy,
    at: row.answeredAt.toISOString(),
    seconds: row.answerSeconds,
  };
}

function declineOf(row: InquiryRow) {
  return row.declineReason && { reason: row.declineReason, note: row.declineNote };
}
