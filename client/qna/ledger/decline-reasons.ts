import type { LedgerStatistics } from '../../../shared/qna/ledger.schema.js';

type Reason = keyof LedgerStatistics['declinedBy'];

/** In the order in which they are told. Spelled out here, so that this page does without the schemas' library. */
export const DECLINE_REASONS: readonly Reason[] = [
  'off_topic',
  'already_answered',
  'unclear',
  'personal',
  'impolite',
  'no_time',
  'other',
];
