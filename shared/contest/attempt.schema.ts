import { z } from 'zod';
import { idOf } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';
import {
  level,
  questionPrompt,
  questionResponse,
  questionSolution,
} from '../question-bank/question.schema.js';
import { contestId, roundId } from './contest.schema.js';

export const attemptId = idOf('AttemptId');
export type AttemptId = z.infer<typeof attemptId>;

export const attemptState = z.enum(['running', 'submitted']);

/** Per question the highest (epoch, sequence) wins, whatever the order of arrival. */
export const writeOrder = z.object({
  epoch: z.number().int().min(1).max(1_000_000),
  sequence: z.number().int().min(1).max(1_000_000_000),
});

/** `PUT /api/attempts/:id/answers/:position` (1-based). `response` null clears the choice. */
export const saveAnswer = writeOrder.extend({ response: questionResponse.nullable() });
export type SaveAnswer = z.infer<typeof saveAnswer>;

/**
 * What became of a save. `saved`: committed. `superseded`: a higher (epoch, sequence) was there already.
 * `held`: came from a device that no longer leads and is offered to the one that does.
 * `late`: arrived after deadline + grace or after submission, kept with the attempt and not scored.
 */
export const saveOutcome = z.enum(['saved', 'superseded', 'held', 'late']);
export const savedAnswer = z.object({
  outcome: saveOutcome,
  /** Server time of arrival that was stored. */
  savedAt: instant,
  /** The epoch that leads now. */
  epoch: z.number().int(),
  serverNow: instant,
});
export type SavedAnswer = z.infer<typeof savedAnswer>;

/** `PUT /api/attempts/:id/flags/:position` */
export const setFlag = z.object({ flagged: z.boolean() });
/** `PUT /api/attempts/:id/lead`: this device takes the attempt over; the epoch rises by one. */
export const leadTaken = z.object({ epoch: z.number().int(), serverNow: instant });
/** `PUT /api/attempts/:id/submission` */
export const submitAttempt = z.object({ epoch: z.int32().min(1) });

/** `PUT /api/attempts/:id/offers/:offerId`: what to do with an answer an older device had not sent in time. */
export const offerId = idOf('AnswerOfferId');
export const resolveOffer = writeOrder.extend({ use: z.boolean() });
export const answerOffer = z.object({
  id: offerId,
  position: z.number().int(),
  response: questionResponse.nullable(),
  receivedAt: instant,
});
export type AnswerOffer = z.infer<typeof answerOffer>;

/**
 * Why a deadline was moved last. `extra_time`: minutes for this person. `extended`: the round goes on for longer.
 * `reopened`: the server had ended the attempt, and it goes on. `cancelled`: the contest was cancelled.
 */
export const movedBy = z.enum(['extra_time', 'extended', 'reopened', 'cancelled']);
export type MovedBy = z.infer<typeof movedBy>;
export const deadlineMove = z.object({ by: movedBy, reason: z.string(), at: instant });
export type DeadlineMove = z.infer<typeof deadlineMove>;

export const paperQuestion = z.object({
  position: z.number().int(),
  /** Options stand in the order this attempt shows them. */
  prompt: questionPrompt,
  points: z.number(),
  response: questionResponse.nullable(),
  savedAt: instant.nullable(),
  flagged: z.boolean(),
});
export type PaperQuestion = z.infer<typeof paperQuestion>;

/** `POST /api/rounds/:id/attempts` and `GET /api/attempts/:id`. The start is answered with epoch 1. */
export const attemptView = z.object({
  id: attemptId,
  roundId,
  contestId,
  contestTitle: z.string(),
  roundTitle: z.string(),
  state: attemptState,
  ordinal: z.number().int(),
  attemptsAllowed: z.number().int().nullable(),
  startedAt: instant,
  deadlineAt: instant,
  /** Null while the deadline is the one the attempt began with. */
  moved: deadlineMove.nullable(),
  submittedAt: instant.nullable(),
  /** The epoch that leads: who holds a lower one is read-only. */
  epoch: z.number().int(),
  questions: z.array(paperQuestion),
  offers: z.array(answerOffer),
  serverNow: instant,
});
export type AttemptView = z.infer<typeof attemptView>;

/** For home and the slim bar on every page. */
export const runningAttempt = z.object({
  id: attemptId,
  contestId,
  contestTitle: z.string(),
  roundId,
  roundTitle: z.string(),
  ordinal: z.number().int(),
  attemptsAllowed: z.number().int().nullable(),
  answered: z.number().int(),
  questionCount: z.number().int(),
  /** First unanswered question, or the last. */
  resumeAt: z.number().int(),
  startedAt: instant,
  deadlineAt: instant,
});
export type RunningAttempt = z.infer<typeof runningAttempt>;
export const runningAttempts = z.object({
  items: z.array(runningAttempt),
  next: z.null(),
  serverNow: instant,
});

export const topicScore = z.object({
  topic: z.string(),
  correct: z.number().int(),
  questions: z.number().int(),
  /** Mean share of points of all counted attempts of the round, 0 to 1; null while standings are hidden. */
  mean: z.number().nullable(),
});

export const lateAnswer = z.object({
  position: z.number().int(),
  response: questionResponse.nullable(),
  receivedAt: instant,
  reason: z.enum(['late', 'held']),
});

export const reviewedQuestion = z.object({
  position: z.number().int(),
  prompt: questionPrompt,
  topic: z.string(),
  level,
  response: questionResponse.nullable(),
  flagged: z.boolean(),
  credit: z.number(),
  points: z.number(),
  solution: questionSolution,
  explanation: z.string(),
  source: z.string(),
});
export type ReviewedQuestion = z.infer<typeof reviewedQuestion>;

/** `GET /api/attempts/:id/result`. What is not visible yet is null, with the instant it opens. */
export const attemptResult = z.object({
  id: attemptId,
  roundId,
  contestId,
  contestTitle: z.string(),
  roundTitle: z.string(),
  ordinal: z.number().int(),
  /** Null while the best counts and the score is hidden: it would tell which attempt was the better one. */
  counts: z.boolean().nullable(),
  startedAt: instant,
  submittedAt: instant,
  closedBy: z.enum(['member', 'server']),
  timeUsedMs: z.number().int(),
  questionCount: z.number().int(),
  score: z
    .object({
      points: z.number(),
      maxPoints: z.number(),
      correct: z.number().int(),
      topics: z.array(topicScore),
      /** Points of the attempt before this one, to compare with. */
      previousPoints: z.number().nullable(),
    })
    .nullable(),
  scoreVisibleAt: instant.nullable(),
  standing: z
    .object({
      rank: z.number().int(),
      of: z.number().int(),
      unitRank: z.number().int(),
      unitOf: z.number().int(),
    })
    .nullable(),
  standingVisibleAt: instant.nullable(),
  review: z.array(reviewedQuestion).nullable(),
  reviewVisibleAt: instant.nullable(),
  late: z.array(lateAnswer),
  serverNow: instant,
});
export type AttemptResult = z.infer<typeof attemptResult>;
