import { z } from 'zod';
import { idOf, memberId, unitId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { visibleLine, visibleLines } from '../kernel/visible-text.js';
import {
  cancellation,
  contestCan,
  contestContact,
  contestRules,
  contestSummary,
  corrected,
} from './contest-life.schema.js';
import { level, topicId, versionId, questionPrompt } from '../question-bank/question.schema.js';

export const contestId = idOf('ContestId');
export type ContestId = z.infer<typeof contestId>;
export const roundId = idOf('RoundId');
export type RoundId = z.infer<typeof roundId>;

/** draft → published; `cancelled` ends it early. What is running or over follows from the rounds' windows. */
export const contestState = z.enum(['draft', 'published', 'cancelled']);

/** Derived from the clock: before opensAt, between, after closesAt, and after the standings' instant. */
export const roundPhase = z.enum(['draft', 'upcoming', 'open', 'closed', 'cancelled']);
export type RoundPhase = z.infer<typeof roundPhase>;

export const countingRule = z.enum(['best', 'first', 'last']);
export type CountingRule = z.infer<typeof countingRule>;

/** Counts per topic × level. A cell with 0 is left out. */
export const blueprintCell = z.object({ topicId, level, count: z.number().int().min(1).max(200) });
export const blueprint = z
  .array(blueprintCell)
  .max(400)
  .refine((cells) => new Set(cells.map((cell) => `${cell.topicId}/${cell.level}`)).size === cells.length, {
    message: 'cells_repeat',
  });
export type BlueprintCell = z.infer<typeof blueprintCell>;
export type Blueprint = z.infer<typeof blueprint>;

export const eligibility = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  /** Members of these units and of all below them. */
  z.object({ kind: z.literal('units'), unitIds: z.array(unitId).min(1).max(500) }),
]);
export type Eligibility = z.infer<typeof eligibility>;

/** When something becomes visible to contestants. `at` is set for 'at' only. */
export const visibility = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on_submission') }),
  z.object({ kind: z.literal('on_close') }),
  z.object({ kind: z.literal('at'), at: instant }),
  z.object({ kind: z.literal('never') }),
]);
export type Visibility = z.infer<typeof visibility>;

export const roundSettings = z.object({
  title: visibleLine(200),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  durationMinutes: z.number().int().min(1).max(300),
  /** Null: as many as one likes. */
  attemptsAllowed: z.number().int().min(1).max(100).nullable(),
  counting: countingRule,
  graceSeconds: z.number().int().min(0).max(300),
  eligibility,
  blueprint,
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  pointsPerQuestion: z.number().int().min(1).max(100),
  /** Own score, right after submission or later. */
  resultsVisible: visibility,
  /** Key, explanation and source in the review. */
  answersVisible: visibility,
  /** Standings of members and units. */
  standingsVisible: visibility,
});
export type RoundSettings = z.infer<typeof roundSettings>;

export const createContest = z.object({ title: visibleLine(200) });
export type CreateContest = z.infer<typeof createContest>;

/** `PUT /api/contests/:id`: the whole draft (autosaved). `revision` guards against a second editor. */
export const writeContest = z.object({
  title: visibleLine(200),
  summary: contestSummary,
  rules: contestRules,
  /** Left as it is without. */
  contact: contestContact.optional(),
  revision: z.int32().min(1),
});
export type WriteContest = z.infer<typeof writeContest>;

/** `PUT /api/rounds/:id` */
export const writeRound = roundSettings.extend({ revision: z.int32().min(1) });
export type WriteRound = z.infer<typeof writeRound>;

/** `PUT /api/rounds/:id/window` after publication: the close may only move later, the open only before it came. */
export const extendWindow = z.object({
  opensAt: instant,
  closesAt: instant,
  reason: visibleLines(300, 1),
});
export type ExtendWindow = z.infer<typeof extendWindow>;

/** `PUT /api/contests/:id/cancellation` */
export const cancelContest = z.object({ reason: visibleLines(300, 1) });
export type CancelContest = z.infer<typeof cancelContest>;

/** How many reviewed questions the bank holds per topic × level, against what a round draws. */
export const supplyCell = z.object({
  topicId,
  topic: z.string(),
  level,
  available: z.number().int(),
});
export const supplyView = z.object({ items: z.array(supplyCell), next: z.null() });
export type SupplyView = z.infer<typeof supplyView>;

/** Why a contest cannot be published: stable codes with the place they belong to. */
export const publishProblem = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  roundId: roundId.nullable(),
  step: z.enum(['information', 'paper', 'time', 'standings']),
  severity: z.enum(['blocks', 'warns']),
});
export type PublishProblem = z.infer<typeof publishProblem>;

/** A contestant's own standing towards a round. */
export const ownRoundView = z.object({
  eligible: z.boolean(),
  /** Running attempt, if there is one. */
  runningAttemptId: z.uuid().nullable(),
  runningDeadlineAt: instant.nullable(),
  /** The close for this member: extra time moves it. Null while the round has none. */
  closesAt: instant.nullable(),
  attemptsUsed: z.number().int(),
  /** Null: unlimited. */
  attemptsLeft: z.number().int().nullable(),
  /**
   * Id of the attempt that counts, once one is submitted; the last one submitted while the best counts and the score is
   * hidden.
   */
  countedAttemptId: z.uuid().nullable(),
  /** Null while the result is not visible. */
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
});
export type OwnRoundView = z.infer<typeof ownRoundView>;

export const roundView = roundSettings.omit({ blueprint: true }).extend({
  title: z.string(),
  id: roundId,
  contestId,
  ordinal: z.number().int(),
  phase: roundPhase,
  questionCount: z.number().int(),
  maxScore: z.number(),
  standingsVisibleNow: z.boolean(),
  /** The instant the standings become visible, null when already or never. */
  standingsVisibleAt: instant.nullable(),
  own: ownRoundView.nullable(),
});
export type RoundView = z.infer<typeof roundView>;

/** What organisers additionally see of a round. */
export const roundDraftView = roundSettings.extend({
  title: z.string(),
  id: roundId,
  contestId,
  ordinal: z.number().int(),
  revision: z.number().int(),
  phase: roundPhase,
  frozenAt: instant.nullable(),
  entrantCount: z.number().int(),
  runningCount: z.number().int(),
  submittedCount: z.number().int(),
  /** What may be done with it now: a form that could only be refused is not offered. */
  can: z.object({ extend: z.boolean(), giveTime: z.boolean() }),
});
export type RoundDraftView = z.infer<typeof roundDraftView>;

export const contestRow = z.object({
  id: contestId,
  title: z.string(),
  summary: z.string(),
  state: contestState,
  /** Derived for the lists. */
  phase: z.enum(['draft', 'upcoming', 'running', 'closed', 'cancelled']),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  roundCount: z.number().int(),
  updatedAt: instant,
});
export type ContestRow = z.infer<typeof contestRow>;
export const contestPage = pageOf(contestRow).extend({ serverNow: instant });
export const contestQuery = pageQuery.extend({
  /** 'member': published ones one may see; 'organiser': all one may edit. */
  as: z.enum(['member', 'organiser']).default('member'),
  /** Those put away are in no other list. */
  shelf: z.enum(['current', 'archived']).default('current'),
});

export const contestView = contestRow.extend({
  rules: z.string(),
  contact: z.string(),
  /** Each text corrected after publication, once. */
  corrected: z.array(corrected),
  cancellation: cancellation.nullable(),
  rounds: z.array(roundView),
  can: z.object({ edit: z.boolean() }),
  serverNow: instant,
});
export type ContestView = z.infer<typeof contestView>;

export const contestDraftView = z.object({
  id: contestId,
  title: z.string(),
  summary: z.string(),
  rules: z.string(),
  contact: z.string(),
  state: contestState,
  revision: z.number().int(),
  publishedAt: instant.nullable(),
  archivedAt: instant.nullable(),
  corrected: z.array(corrected),
  cancellation: cancellation.nullable(),
  can: contestCan,
  rounds: z.array(roundDraftView),
  problems: z.array(publishProblem),
  serverNow: instant,
});
export type ContestDraftView = z.infer<typeof contestDraftView>;

/** A paper drawn for looking at, with a throw-away seed: what a contestant would see. */
export const paperPreview = z.object({
  questions: z.array(
    z.object({ position: z.number().int(), versionId, prompt: questionPrompt, points: z.number() }),
  ),
  durationMinutes: z.number().int(),
});
export type PaperPreview = z.infer<typeof paperPreview>;

/** `PUT /api/rounds/:id/extra-time/:memberId` */
export const extraTime = z.object({
  minutes: z.number().int().min(0).max(300),
  reason: visibleLines(300, 1),
});
export const extraTimeRow = z.object({
  memberId: z.uuid(),
  fullName: z.string(),
  unit: z.string().nullable(),
  minutes: z.number().int(),
  reason: z.string(),
});
/**
 * `POST /api/rounds/:id/reopenings`: what the server has ended goes on for so many minutes from now, for one member or for
 * all whom it hit since an instant.
 */
export const reopenAttempts = z.object({
  whom: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('member'), memberId }),
    z.object({ kind: z.literal('ended_since'), since: instant }),
  ]),
  minutes: z.number().int().min(1).max(300),
  reason: visibleLines(300, 1),
});
export type ReopenAttempts = z.infer<typeof reopenAttempts>;
export const reopenedAttempts = z.object({
  reopened: z.number().int(),
  /** Ended by the server as well, but the time is over for these people, or they have seen the key. */
  left: z.number().int(),
  /** When the last of them ends. */
  until: instant,
});
export type ReopenedAttempts = z.infer<typeof reopenedAttempts>;

export const extraTimeList = z.object({ items: z.array(extraTimeRow), next: z.null() });
