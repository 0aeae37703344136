import type { InquiryState } from '../../../shared/qna/inquiry.schema.js';
import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import type { InquiryRow } from '../inquiry/inquiry.queries.js';
import { answerOf } from '../inquiry/inquiry.present.js';
import { isReadable } from './ledger.rules.js';

/** A question as anybody may look it up: what the room never saw keeps its words and its author to itself. */
export function presentLedgerEntry(row: InquiryRow, rootState: InquiryState): LedgerEntry {
  const readable = isReadable(row.state, rootState);
  return {
    id: row.id,
    text: readable ? row.text : null,
    author: readable && !row.anonymous ? { name: row.authorName ?? '', unit: row.authorUnit ?? '' } : null,
    askedAt: row.askedAt.toISOString(),
    state: row.state,
    votes: row.votes,
    labels: readable ? row.labels : [],
    // What is left after merging, however many were merged on the way.
    mergedInto: row.state === 'merged' ? row.rootId : null,
    decline: row.declineReason,
    answer: answerOf(row),
  };
}
