import { z } from 'zod';
import { memberId, unitId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import {
  level,
  questionPrompt,
  questionResponse,
  questionSolution,
} from '../question-bank/question.schema.js';
import { attemptId } from './attempt.schema.js';
import { contestId, roundId } from './contest.schema.js';

/** `expired`: the server submitted it when its time was up. */
export const inspectedState = z.enum(['running', 'submitted', 'expired']);
export type InspectedState = z.infer<typeof inspectedState>;

const flag = z.literal('1').optional();

/** Which attempts of a round, for who organises it; all that is given must hold. */
export const attemptFilter = z.object({
  /** Name, code or the part of the e-mail address before the @, by beginnings of words. */
  q: z.string().trim().max(200).optional(),
  /** The unit at the start, with all below it. */
  unit: unitId.optional(),
  state: inspectedState.optional(),
  /** Another device went on with it. */
  moved: flag,
  /** The person has extra time in the round. */
  extra: flag,
  /** Some of its answers came too late to count. */
  late: flag,
});
export type AttemptFilter = z.infer<typeof attemptFilter>;

/** `GET /api/rounds/:id/attempts` */
export const inspectionQuery = pageQuery.extend(attemptFilter.shape);
export type InspectionQuery = z.infer<typeof inspectionQuery>;

const person = z.object({ id: memberId, fullName: z.string(), code: z.string(), unit: z.string() });

export const inspectedRow = z.object({
  id: attemptId,
  member: person,
  ordinal: z.number().int(),
  state: inspectedState,
  startedAt: instant,
  deadlineAt: instant,
  /** Null while it runs. */
  timeUsedMs: z.number().int().nullable(),
  answered: z.number().int(),
  questionCount: z.number().int(),
  /** Null while it runs. */
  points: z.number().nullable(),
  /** How often another device took it over. */
  moves: z.number().int(),
  extraMinutes: z.number().int(),
  /** Questions with an answer that came too late. */
  lateCount: z.number().int(),
});
export type InspectedRow = z.infer<typeof inspectedRow>;

/** How many there would be under all other filters, by each value of a filter. */
export const inspectionCounts = z.object({
  all: z.number().int(),
  running: z.number().int(),
  submitted: z.number().int(),
  expired: z.number().int(),
  moved: z.number().int(),
  extra: z.number().int(),
  late: z.number().int(),
  /** Under all filters. */
  found: z.number().int(),
});
export type InspectionCounts = z.infer<typeof inspectionCounts>;

export const inspectionPage = pageOf(inspectedRow).extend({
  contestId,
  contestTitle: z.string(),
  roundTitle: z.string(),
  opensAt: instant.nullable(),
  attemptsAllowed: z.number().int().nullable(),
  counts: inspectionCounts,
  serverNow: instant,
});
export type InspectionPage = z.infer<typeof inspectionPage>;

export const inspectedQuestion = z.object({
  position: z.number().int(),
  /** As it stands in the bank. */
  code: z.string(),
  topic: z.string(),
  level,
  /** Options in the order this attempt shows them. */
  prompt: questionPrompt,
  solution: questionSolution,
  response: questionResponse.nullable(),
  savedAt: instant.nullable(),
  /** Null while it runs. */
  credit: z.number().nullable(),
  points: z.number().nullable(),
  /** Kept, but not scored: it came too late, or from a device that no longer led. */
  unscored: z
    .object({
      response: questionResponse.nullable(),
      receivedAt: instant,
      reason: z.enum(['late', 'held']),
    })
    .nullable(),
});
export type InspectedQuestion = z.infer<typeof inspectedQuestion>;

/** What happened, by the server's clock; `positions` for answers that came late, `minutes` for extra time. */
export const inspectedEvent = z.object({
  kind: z.enum(['started', 'moved', 'extra', 'last_answer', 'submitted', 'expired', 'late']),
  at: instant,
  positions: z.array(z.number().int()),
  minutes: z.number().int().nullable(),
});
export type InspectedEvent = z.infer<typeof inspectedEvent>;

/** `GET /api/attempts/:id/paper`, for who organises its round. */
export const inspectedPaper = inspectedRow.omit({ answered: true, questionCount: true }).extend({
  roundId,
  roundTitle: z.string(),
  contestId,
  contestTitle: z.string(),
  attemptsAllowed: z.number().int().nullable(),
  /** Until when the round is open. */
  closesAt: instant,
  submittedAt: instant.nullable(),
  maxPoints: z.number(),
  pointsPerQuestion: z.number(),
  /** Fully right answers; null while it runs. */
  correct: z.number().int().nullable(),
  questions: z.array(inspectedQuestion),
  events: z.array(inspectedEvent),
  /** In the list under the filters it was asked with: the one that started later, and the one before. */
  previous: attemptId.nullable(),
  next: attemptId.nullable(),
  serverNow: instant,
});
export type InspectedPaper = z.infer<typeof inspectedPaper>;
