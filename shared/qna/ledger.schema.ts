import { z } from 'zod';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { declineReason, inquiryAnswer, inquiryState } from './inquiry.schema.js';
import { inquiryId } from './session.schema.js';

/** Why nobody may read a text: it waits, was declined or withdrawn, or was merged into what waits or was declined. */
export const keptBack = z.enum(['pending', 'declined', 'withdrawn']);
export type KeptBack = z.infer<typeof keptBack>;

/** One line of the public ledger. The text of what is kept back stays with its author: null. */
export const ledgerEntry = z.object({
  id: inquiryId,
  /** As on the author's receipt. */
  number: z.number().int(),
  text: z.string().nullable(),
  /** Null where the text is there. */
  kept: keptBack.nullable(),
  author: z.object({ name: z.string(), unit: z.string() }).nullable(),
  askedAt: instant,
  state: inquiryState,
  votes: z.number().int(),
  labels: z.array(z.string()),
  mergedInto: inquiryId.nullable(),
  decline: declineReason.nullable(),
  answer: inquiryAnswer.nullable(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** Every question is in exactly one of the outcomes, so they add up to `asked`. */
export const ledgerStatistics = z.object({
  asked: z.number().int(),
  outcomes: z.object({
    onAir: z.number().int(),
    inWriting: z.number().int(),
    merged: z.number().int(),
    declined: z.number().int(),
    withdrawn: z.number().int(),
    /** Approved or pending, not answered. */
    open: z.number().int(),
  }),
  declinedBy: z.record(declineReason, z.number().int()),
  votes: z.number().int(),
  /** From asking to the answer, over what was answered; null while nothing is. Anonymous questions count with their rounded time. */
  medianSecondsToAnswer: z.number().nullable(),
  /** How long an answer on air took on average; null while there is none. */
  meanAnswerSeconds: z.number().nullable(),
});
export type LedgerStatistics = z.infer<typeof ledgerStatistics>;

export const ledgerQuery = pageQuery;
export const ledgerPage = pageOf(ledgerEntry).extend({ statistics: ledgerStatistics, serverNow: instant });
export type LedgerPage = z.infer<typeof ledgerPage>;
