import { z } from 'zod';
import { guestName } from '../account/guest.schema.js';
import { idOf, memberId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { sameText } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { visibleLine, visibleLines } from '../kernel/visible-text.js';

export const qnaSessionId = idOf('QnaSessionId');
export type QnaSessionId = z.infer<typeof qnaSessionId>;
export const inquiryId = idOf('InquiryId');
export type InquiryId = z.infer<typeof inquiryId>;
/** A member's id or a guest's: whoever takes part in a session. */
export const participantId = idOf('ParticipantId');
export type ParticipantId = z.infer<typeof participantId>;

export const CODE_LENGTH = 4;
/** What people type to join: letters and digits that cannot be mistaken for each other; compared without case. */
export const sessionCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[2-9A-HJKMNP-Z]{4}$/);

/** How anonymous a session is at least. Fixed when it is created; a question may be more anonymous, never less. */
export const LEVELS = ['named', 'hidden'] as const;
export const anonymityLevel = z.enum(LEVELS);
export type AnonymityLevel = z.infer<typeof anonymityLevel>;

/** Whether questions are read by a moderator before the room sees them, or afterwards. */
export const moderationOrder = z.enum(['before', 'after']);
export type ModerationOrder = z.infer<typeof moderationOrder>;

export const DESK_ROLES = ['triage', 'host', 'scribe'] as const;
export const deskRole = z.enum(DESK_ROLES);
export type DeskRole = z.infer<typeof deskRole>;

export const MAX_WORDS = 200;
export const MAX_LABELS = 20;
export const MAX_TEAM = 20;
const label = visibleLine(40);
/** One of those that are the same to a reader: the first. */
const distinct = (texts: string[]) =>
  [...new Map(texts.toReversed().map((text) => [sameText(text), text])).values()].toReversed();

/** Settings that may change while the session lives. */
export const qnaSettings = z.object({
  title: visibleLine(200),
  description: visibleLines(2000),
  startsAt: instant,
  /** When it should be over, for people to plan; it ends when its host ends it. */
  endsAt: instant.nullable(),
  moderation: moderationOrder,
  guestsAllowed: z.boolean(),
  /** Whether the votes of guests count: one who comes back without a cookie is another guest. */
  guestsVote: z.boolean(),
  /** Questions one person may ask; null for no limit. */
  maxPerPerson: z.number().int().min(1).max(50).nullable(),
  /** Seconds between two questions of one person; 0 for none. */
  slowModeSeconds: z.number().int().min(0).max(3600),
  /** A question that holds one of these waits for a moderator, whatever the order of moderation. */
  words: z.array(visibleLine(60)).max(MAX_WORDS).overwrite(distinct),
  labels: z.array(label).max(MAX_LABELS).overwrite(distinct),
  /** Seconds an answer should take, shown as a timer; null for none. */
  answerSeconds: z.number().int().min(30).max(3600).nullable(),
});
export type QnaSettings = z.infer<typeof qnaSettings>;

const endsAfterStart = (session: { startsAt: string | null; endsAt: string | null }) =>
  session.endsAt === null ||
  session.startsAt === null ||
  Date.parse(session.endsAt) > Date.parse(session.startsAt);

/** `revision` is the one the writing began on; when somebody wrote meanwhile the answer is `stale_write`. */
export const writeQnaSettings = qnaSettings
  .extend({ revision: z.int32().min(1) })
  .refine(endsAfterStart, { path: ['endsAt'], error: 'before_start' });
export type WriteQnaSettings = z.infer<typeof writeQnaSettings>;

/** Of a session nobody has said more of than its title. */
export const ANSWER_SECONDS = 180;
export const SLOW_MODE_SECONDS = 30;

/** A title is enough: the rest has careful defaults. */
export const createQnaSession = qnaSettings
  .extend({
    description: qnaSettings.shape.description.default(''),
    /** Null: as soon as it is made, or, of a draft, published. */
    startsAt: instant.nullable().default(null),
    endsAt: qnaSettings.shape.endsAt.default(null),
    moderation: moderationOrder.default('before'),
    guestsAllowed: z.boolean().default(false),
    guestsVote: z.boolean().default(true),
    maxPerPerson: qnaSettings.shape.maxPerPerson.default(null),
    slowModeSeconds: qnaSettings.shape.slowModeSeconds.default(SLOW_MODE_SECONDS),
    words: qnaSettings.shape.words.default([]),
    labels: qnaSettings.shape.labels.default([]),
    answerSeconds: qnaSettings.shape.answerSeconds.default(ANSWER_SECONDS),
    level: anonymityLevel.default('named'),
    /** The two who hold the keys to sealed authors; null means nobody can ever open one. */
    keyHolders: z.tuple([memberId, memberId]).nullable().default(null),
    /** Seen by its team alone, who try it out before they publish it. */
    draft: z.boolean().default(false),
  })
  .refine(endsAfterStart, { path: ['endsAt'], error: 'before_start' })
  .refine(({ keyHolders }) => keyHolders === null || keyHolders[0] !== keyHolders[1], {
    path: ['keyHolders'],
    error: 'same_person',
  });
export type CreateQnaSession = z.infer<typeof createQnaSession>;

/** Publishing a draft: when it starts; null for at once. */
export const publishQnaSession = z.object({ startsAt: instant.nullable() });
export type PublishQnaSession = z.infer<typeof publishQnaSession>;

/** A new draft with the settings, the team and the level of another session; none of its questions. */
export const copyQnaSession = z.object({ title: qnaSettings.shape.title });
export type CopyQnaSession = z.infer<typeof copyQnaSession>;

/** Where a session is, by the server's clock and what its host did. `draft`: its team tries it out, nobody else sees it. */
export const qnaPhase = z.enum(['draft', 'upcoming', 'live', 'ended']);
export type QnaPhase = z.infer<typeof qnaPhase>;

/** What the projector shows: a question, or what is on air, else code and invitation, when null; `blackout` shows nothing. */
export const projection = z.object({
  inquiryId: inquiryId.nullable(),
  blackout: z.boolean(),
  dark: z.boolean(),
});
export type Projection = z.infer<typeof projection>;

/** What changes while people look on. Every tick that carries it replaces the one before. */
export const qnaLive = z.object({
  accepting: z.boolean(),
  voting: z.boolean(),
  endedAt: instant.nullable(),
  /** The question that is being answered, since when and by whom. */
  now: z
    .object({
      inquiryId,
      since: instant,
      answeredBy: z.string(),
      /** Seconds the host added to what this answer should take; absent for none. */
      extraSeconds: z.number().int().positive().optional(),
    })
    .nullable(),
  nextId: inquiryId.nullable(),
  projection,
  counts: z.object({
    /** Questions the room can see. */
    shown: z.number().int(),
    answered: z.number().int(),
    /** Distinct people per question, summed up. */
    votes: z.number().int(),
  }),
  /** People who are connected, staff included and projectors not. */
  present: z.number().int(),
});
export type QnaLive = z.infer<typeof qnaLive>;

/** Who can learn whose name: the sentence on the screen is made of this and of nothing else. */
export const privacyRule = z.object({
  level: anonymityLevel,
  /** Whether two key holders together can open the author of an anonymous question. */
  openable: z.boolean(),
  keyHolders: z.array(z.object({ name: z.string() })),
});
export type PrivacyRule = z.infer<typeof privacyRule>;

export const qnaSessionView = z.object({
  id: qnaSessionId,
  code: z.string(),
  title: z.string(),
  description: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
  phase: qnaPhase,
  moderation: moderationOrder,
  guestsAllowed: z.boolean(),
  guestsVote: z.boolean(),
  maxPerPerson: z.number().int().nullable(),
  slowModeSeconds: z.number().int(),
  answerSeconds: z.number().int().nullable(),
  labels: z.array(z.string()),
  privacy: privacyRule,
  live: qnaLive,
  /** Who is looking; null when neither signed in nor let in as a guest. */
  me: z.object({ kind: z.enum(['member', 'guest']), id: participantId, name: z.string() }).nullable(),
  can: z.object({
    ask: z.boolean(),
    vote: z.boolean(),
    /** Role at the desk; null for the audience. */
    desk: deskRole.nullable(),
    /** Settings, team, removals. */
    manage: z.boolean(),
    /** Holds one of the two keys, so may ask for an author to be opened. */
    open: z.boolean(),
  }),
  serverNow: instant,
});
export type QnaSessionView = z.infer<typeof qnaSessionView>;

/** What somebody who is in, or may come in as a guest, learns before the session itself. */
export const qnaInvitation = z.object({
  id: qnaSessionId,
  code: z.string(),
  title: z.string(),
  description: z.string(),
  startsAt: instant,
  /** Planned: nothing ends then. */
  endsAt: instant.nullable(),
  phase: qnaPhase,
  privacy: privacyRule,
  /** Whether the asker is in already: signed in, or a guest of this session. */
  admitted: z.boolean(),
  serverNow: instant,
});
export type QnaInvitation = z.infer<typeof qnaInvitation>;

export const enterAsGuest = z.object({ name: guestName });
export type EnterAsGuest = z.infer<typeof enterAsGuest>;

export const qnaSummary = z.object({
  id: qnaSessionId,
  code: z.string(),
  title: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
  phase: qnaPhase,
  level: anonymityLevel,
  asked: z.number().int(),
  answered: z.number().int(),
  desk: deskRole.nullable(),
  /** Settings, team, copies, deletion. */
  manage: z.boolean(),
});
export type QnaSummary = z.infer<typeof qnaSummary>;
/** `scope=mine`: where the viewer is at the desk or may manage. */
export const qnaSessionQuery = pageQuery.extend({ scope: z.enum(['all', 'mine']).default('all') });
export const qnaSessionPage = pageOf(qnaSummary).extend({ serverNow: instant });

/** Settings with what only those who manage see. */
export const qnaManageView = z.object({
  session: qnaSessionView,
  settings: qnaSettings.extend({
    title: z.string(),
    description: z.string(),
    words: z.array(z.string()),
    labels: z.array(z.string()),
  }),
  /** Of the settings: one more with every change of them. */
  revision: z.number().int(),
  team: z.array(z.object({ memberId, name: z.string(), unit: z.string(), role: deskRole })),
  removed: z.array(z.object({ id: participantId, name: z.string(), at: instant })),
  /** A draft, or one in which nobody ever asked: it may be deleted. */
  unused: z.boolean(),
});
export type QnaManageView = z.infer<typeof qnaManageView>;

/** Guests of a session, behind how many addresses, and how many share the one with most of them. No address is kept. */
export const guestCrowd = z.object({
  guests: z.number().int(),
  addresses: z.number().int(),
  most: z.number().int(),
});
export type GuestCrowd = z.infer<typeof guestCrowd>;

export const setTeamMember = z.object({ role: deskRole });

/** Who could join the team, by name or member code: at most eight, and no more of them than the room reads anyway. */
export const teamCandidateQuery = z.object({ q: z.string().trim().min(2).max(120) });
export type TeamCandidateQuery = z.infer<typeof teamCandidateQuery>;
export const teamCandidates = z.object({
  items: z.array(z.object({ memberId, name: z.string(), code: z.string(), unit: z.string() })),
  /** Whether more are found than are listed. */
  more: z.boolean(),
  next: z.null(),
});
export type TeamCandidates = z.infer<typeof teamCandidates>;

/** What a host does to the session besides moves, which can be taken back; what is left out stays. */
export const setQnaSwitches = z.object({
  ended: z.boolean().optional(),
  /** More time for the answer on air; nothing happens when nothing is. */
  addSeconds: z.number().int().min(1).max(600).optional(),
});
export type SetQnaSwitches = z.infer<typeof setQnaSwitches>;
