import type { DeclineReason } from '../../../shared/qna/inquiry.schema.js';

/** In the order in which they are offered and told. As in the contract, whose schemas would bring zod along. */
export const DECLINE_REASONS: readonly DeclineReason[] = [
  'off_topic',
  'already_answered',
  'unclear',
  'personal',
  'impolite',
  'no_time',
  'other',
];
