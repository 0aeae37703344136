import { z } from 'zod';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { isVisible, readableLines } from '../kernel/visible-text.js';
import { inquiryId, participantId } from './session.schema.js';

export const MAX_QUESTION_LENGTH = 300;
/** The counter turns amber from here on. */
export const LONG_QUESTION_LENGTH = 260;
/** Texts closer than this, without accents and case, are called similar (trigram similarity, 0 to 1). */
export const SIMILAR_FROM = 0.4;

/** Length as people count: characters, not UTF-16 units. */
export const questionText = z
  .string()
  .overwrite(readableLines)
  .min(3)
  .refine(isVisible, 'unseen')
  .refine((text) => [...text].length <= MAX_QUESTION_LENGTH, 'too_long');

/**
 * Made by the device for each question, 256 random bits: repeating a request with it asks nothing twice, and whoever
 * shows it is the author. The server keeps only its hash. Never in an address, so never in a log.
 */
export const authorKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type AuthorKey = z.infer<typeof authorKey>;

export const INQUIRY_STATES = [
  'pending',
  'approved',
  'answering',
  'answered',
  'merged',
  'declined',
  'withdrawn',
] as const;
export const inquiryState = z.enum(INQUIRY_STATES);
export type InquiryState = z.infer<typeof inquiryState>;

export const DECLINE_REASONS = [
  'off_topic',
  'already_answered',
  'unclear',
  'personal',
  'impolite',
  'no_time',
  'other',
] as const;
export const declineReason = z.enum(DECLINE_REASONS);
export type DeclineReason = z.infer<typeof declineReason>;

export const inquiryAnswer = z.object({
  how: z.enum(['on_air', 'in_writing']),
  /** Markdown of a written answer, or of the summary of one on air; empty for none. */
  text: z.string(),
  by: z.string(),
  at: instant,
  /** How long an answer on air took; null in writing. */
  seconds: z.number().int().nullable(),
});
export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** What the whole room may know of a question. */
export const publicInquiry = z.object({
  id: inquiryId,
  /** Rises with every change but votes: the higher one is the newer one. */
  rev: z.number().int(),
  text: z.string(),
  /** Null for an anonymous question. */
  author: z.object({ name: z.string(), unit: z.string() }).nullable(),
  /** Of an anonymous question rounded to five minutes. */
  askedAt: instant,
  state: z.enum(['approved', 'answering', 'answered']),
  /** Distinct people who support it or a question merged into it. */
  votes: z.number().int(),
  labels: z.array(z.string()),
  /** A moderator shortened the text. */
  edited: z.boolean(),
  /** Questions merged into this one. */
  mergedCount: z.number().int(),
  answer: inquiryAnswer.nullable(),
});
export type PublicInquiry = z.infer<typeof publicInquiry>;

/** Why the exposure-fair order puts a question where it is. */
export const fairReason = z.object({
  /** `few_views`: hardly anybody saw it yet. `support`: many of those who saw it support it. `seen`: neither. */
  kind: z.enum(['few_views', 'support', 'seen']),
  /** Devices that had it on screen for a while, and people who support it. */
  views: z.number().int(),
  votes: z.number().int(),
});
export type FairReason = z.infer<typeof fairReason>;

/** A question in the list of one reader. */
export const listedInquiry = publicInquiry.extend({
  voted: z.boolean(),
  /** One's own, as far as the server knows: of an anonymous question only the device knows. */
  own: z.boolean(),
  fair: fairReason.nullable(),
});
export type ListedInquiry = z.infer<typeof listedInquiry>;

export const INQUIRY_SORTS = ['top', 'new', 'fair'] as const;
export const inquirySort = z.enum(INQUIRY_SORTS);
export type InquirySort = z.infer<typeof inquirySort>;
export const inquiryQuery = pageQuery.extend({
  sort: inquirySort.default('top'),
  /** `open`: not answered yet; `answered`. */
  show: z.enum(['open', 'answered']).default('open'),
});
export const inquiryPage = pageOf(listedInquiry).extend({ serverNow: instant });
export type InquiryPage = z.infer<typeof inquiryPage>;

export const askInquiry = z.object({
  key: authorKey,
  text: questionText,
  anonymous: z.boolean(),
  /** Who wrote it. Whoever has signed in on the same device since does not ask in their place. */
  by: participantId.optional(),
});
export type AskInquiry = z.infer<typeof askInquiry>;
/** Its author shows the question's key, or, where it was asked by name on another device, is known by who asks: null. */
export const editInquiry = z.object({ key: authorKey.nullable(), text: questionText });
export const withdrawInquiry = z.object({ key: authorKey.nullable() });

/** Steps that concern the authors of what was merged into a question as much as its own. */
export const SHARED_STEPS = [
  'approved',
  'edited',
  'declined',
  'merged',
  'split',
  'next',
  'answering',
  'answered_on_air',
  'answered_in_writing',
  'returned',
  'undone',
] as const;
const sharedStep = z.enum(SHARED_STEPS);

/**
 * One step in a question's life, as its author is told. `merged`: into another; `joined`: another into this one;
 * `target_…`: a step of the question it was merged into.
 */
export const inquiryStep = z.object({
  kind: z.union([
    sharedStep,
    z.enum(['asked', 'changed', 'joined', 'withdrawn', 'opening', 'opened']),
    z.templateLiteral(['target_', sharedStep]),
  ]),
  /** Of an anonymous question rounded to five minutes. */
  at: instant,
});
export type InquiryStep = z.infer<typeof inquiryStep>;

/** A question as its author sees it; at the same time the receipt. */
export const ownInquiry = z.object({
  id: inquiryId,
  rev: z.number().int(),
  /** Number of the receipt, by which the ledger knows the question; of an anonymous one it tells nothing of its time. */
  number: z.number().int(),
  text: z.string(),
  /** What the author wrote, when a moderator shortened it. */
  originalText: z.string().nullable(),
  anonymous: z.boolean(),
  askedAt: instant,
  state: inquiryState,
  votes: z.number().int(),
  decline: z.object({ reason: declineReason, note: z.string() }).nullable(),
  /** What is left after merging; its text and answer only as long as the room may read them. */
  mergedInto: z
    .object({ id: inquiryId, text: z.string().nullable(), answer: inquiryAnswer.nullable() })
    .nullable(),
  answer: inquiryAnswer.nullable(),
  /** Two key holders want to know, or know, who asked, and why. */
  opening: z.object({ reason: z.string(), at: instant, opened: z.boolean() }).nullable(),
  steps: z.array(inquiryStep),
  can: z.object({ edit: z.boolean(), withdraw: z.boolean() }),
});
export type OwnInquiry = z.infer<typeof ownInquiry>;

export const MAX_OWN_KEYS = 100;
/** The keys this device holds; what a member asked by name comes as well. */
export const ownInquiriesRequest = z.object({ keys: z.array(authorKey).max(MAX_OWN_KEYS) });
export const ownInquiries = z.object({
  items: z.array(ownInquiry.extend({ key: authorKey.nullable() })),
  next: z.null(),
  /** When the reader may ask again; null for at once. How many more questions; null for no limit. */
  askAgainAt: instant.nullable(),
  left: z.number().int().nullable(),
  serverNow: instant,
});
export type OwnInquiries = z.infer<typeof ownInquiries>;

export const askedReceipt = z.object({
  inquiry: ownInquiry,
  askAgainAt: instant.nullable(),
  left: z.number().int().nullable(),
  serverNow: instant,
});
export type AskedReceipt = z.infer<typeof askedReceipt>;

export const similarRequest = z.object({ text: z.string().trim().min(3).max(1200) });
/** At most five, closest first. */
export const similarInquiries = z.object({
  items: z.array(listedInquiry.extend({ similarity: z.number() })),
  next: z.null(),
});
export type SimilarInquiries = z.infer<typeof similarInquiries>;

export const castVote = z.object({ up: z.boolean() });
export const voteReceipt = z.object({ inquiryId, voted: z.boolean() });
export type VoteReceipt = z.infer<typeof voteReceipt>;

/** Everything a moderator sees of a question: all but an anonymous author. */
export const deskInquiry = publicInquiry.extend({
  state: inquiryState,
  /** To remove somebody from the session; null for an anonymous question. */
  authorId: participantId.nullable(),
  /** Words of the session's list that it holds. */
  flagged: z.array(z.string()),
  originalText: z.string().nullable(),
  decline: z.object({ reason: declineReason, note: z.string() }).nullable(),
  mergedInto: inquiryId.nullable(),
  /** For the minutes; staff only. */
  note: z.string(),
  answerer: z.string(),
});
export type DeskInquiry = z.infer<typeof deskInquiry>;
