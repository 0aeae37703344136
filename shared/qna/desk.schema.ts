import { z } from 'zod';
import { idOf, memberId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { visibleLine, visibleLines } from '../kernel/visible-text.js';
import { declineReason, deskInquiry, questionText } from './inquiry.schema.js';
import { deskRole, inquiryId, MAX_LABELS, projection, qnaLive } from './session.schema.js';

export const moveId = idOf('QnaMoveId');
export type MoveId = z.infer<typeof moveId>;

export const MAX_MERGED_AT_ONCE = 20;
const one = { inquiryId, rev: z.int32() };
const person = visibleLine(120, 0);
const markdown = visibleLines(10_000);

/**
 * What somebody at the desk does with questions and with the room; each can be taken back. `rev` is the one on the
 * screen: an older one loses.
 */
export const deskMove = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve'), ...one, text: questionText.optional() }),
  /** Shortens the text; the original stays in the history. */
  z.object({ kind: z.literal('edit'), ...one, text: questionText }),
  z.object({
    kind: z.literal('decline'),
    ...one,
    reason: declineReason,
    note: visibleLines(500).default(''),
  }),
  /** Says what comes next; `on: false` takes it back. */
  z.object({ kind: z.literal('next'), ...one, on: z.boolean() }),
  /** Takes the floor. What was being answered counts as answered. `follow`: the projector shows what is on air. */
  z.object({
    kind: z.literal('answer_now'),
    ...one,
    by: person.optional(),
    follow: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('answered'), ...one, text: markdown.default('') }),
  z.object({ kind: z.literal('answer_in_writing'), ...one, text: markdown.min(1), by: person.min(1) }),
  /** Back to the queue: answering, answered → approved; declined → pending. */
  z.object({ kind: z.literal('return'), ...one }),
  /** Into the older of them, unless `targetId` says otherwise. */
  z.object({
    kind: z.literal('merge'),
    targetId: inquiryId,
    inquiryIds: z.array(inquiryId).min(1).max(MAX_MERGED_AT_ONCE),
    text: questionText.optional(),
  }),
  /** Takes one question out of the one it was merged into. */
  z.object({ kind: z.literal('split'), ...one }),
  /** These two are not the same: nobody is asked about them again. */
  z.object({ kind: z.literal('apart'), inquiryIds: z.tuple([inquiryId, inquiryId]) }),
  /** Only labels of the session, and those the question has already. */
  z.object({
    kind: z.literal('label'),
    ...one,
    labels: z.array(visibleLine(40)).max(MAX_LABELS),
  }),
  z.object({ kind: z.literal('note'), ...one, note: visibleLines(2000) }),
  z.object({ kind: z.literal('answerer'), ...one, by: person }),
  /** What the projector shows; what is left out stays as it is. */
  z.object({ kind: z.literal('project'), ...projection.partial().shape }),
  /** Whether questions, and votes, are taken. */
  z.object({ kind: z.literal('accepting'), on: z.boolean() }),
  z.object({ kind: z.literal('voting'), on: z.boolean() }),
]);
export type DeskMove = z.infer<typeof deskMove>;
export type DeskMoveKind = DeskMove['kind'];

export const moved = z.object({
  moveId,
  /** Every question the move touched, as it is now. */
  inquiries: z.array(deskInquiry),
  live: qnaLive,
});
export type Moved = z.infer<typeof moved>;

export const MAX_DESK_PAGE = 500;
/** The whole board, page by page, in order of asking. */
export const deskQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(MAX_DESK_PAGE).default(MAX_DESK_PAGE),
});
/** A lock says who is at a question; it is soft and ends by itself. */
export const deskLock = z.object({ inquiryId, memberId, name: z.string(), until: instant });
export type DeskLock = z.infer<typeof deskLock>;

export const deskPage = pageOf(deskInquiry).extend({ serverNow: instant });
export type DeskPage = z.infer<typeof deskPage>;

/** Who sits at the desk just now. */
export const deskPerson = z.object({ memberId, name: z.string(), role: deskRole });
export type DeskPerson = z.infer<typeof deskPerson>;

/** What merging would come to: nobody is counted twice. */
export const mergePreviewRequest = z.object({
  targetId: inquiryId,
  inquiryIds: z.array(inquiryId).min(1).max(MAX_MERGED_AT_ONCE),
});
export const mergePreview = z.object({
  inquiries: z.array(deskInquiry),
  /** Sum of the votes, and distinct people among them: what is left after merging. */
  votes: z.number().int(),
  voters: z.number().int(),
});
export type MergePreview = z.infer<typeof mergePreview>;

/** Pairs of open questions that are close to each other, closest first; those put aside by somebody are left out. */
export const similarPairs = z.object({
  items: z.array(
    z.object({
      one: inquiryId,
      other: inquiryId,
      similarity: z.number(),
      votes: z.number().int(),
      voters: z.number().int(),
    }),
  ),
  next: z.null(),
});
export type SimilarPairs = z.infer<typeof similarPairs>;

/** What moderators did, newest first. */
export const moveView = z.object({
  id: moveId,
  kind: z.string(),
  /** Whether it opened or showed something, or closed or hid it; null for what does neither. */
  on: z.boolean().nullable(),
  actor: z.string(),
  at: instant,
  inquiryIds: z.array(inquiryId),
  undone: z.boolean(),
});
export const movePage = pageOf(moveView);
