import { z } from 'zod';
import { idOf, memberId, unitId } from '../kernel/ids.js';
import { MAX_PAGE_SIZE, pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { contestId, roundId } from './contest.schema.js';

/** The same person is reminded again after an hour, whoever reminded them. */
export const REMINDED_AGAIN_MS = 3_600_000;

/** People who may enter, as they belong to the units now; who left is not among them. */
export const turnoutCounts = z.object({
  total: z.number().int(),
  /** Have not entered. */
  missing: z.number().int(),
  /** Have entered and have no result yet. */
  running: z.number().int(),
  /** Have a result. */
  done: z.number().int(),
});
export type TurnoutCounts = z.infer<typeof turnoutCounts>;

/** Of whom: everybody one looks after, or those of a unit among them and of all below it. */
export const turnoutScope = z.object({ unit: unitId.optional() });
export type TurnoutScope = z.infer<typeof turnoutScope>;

export const turnoutRound = z.object({
  roundId,
  contestId,
  contestTitle: z.string(),
  title: z.string(),
  ordinal: z.number().int(),
  phase: z.enum(['open', 'upcoming', 'closed']),
  opensAt: instant,
  closesAt: instant,
  counts: turnoutCounts,
});
export type TurnoutRound = z.infer<typeof turnoutRound>;

/**
 * `GET /api/turnout`: open rounds by their close, coming ones by their opening, then those closed in the last week, each
 * with people to send. `units` are the units one looks after, without those below them.
 */
export const turnoutRounds = z.object({
  items: z.array(turnoutRound),
  next: z.null(),
  units: z.array(z.object({ unitId, name: z.string() })),
  /** Of the scope: how many people, in how many units below the one named. */
  people: z.number().int(),
  unitsBelow: z.number().int(),
  serverNow: instant,
});
export type TurnoutRounds = z.infer<typeof turnoutRounds>;

/** `GET /api/rounds/:id/turnout` */
export const turnoutView = z.object({
  round: turnoutRound,
  /** Right below the scope, by name, each with all below it. */
  units: z.array(turnoutCounts.extend({ unitId, name: z.string() })),
  /** Where everybody one looks after is asked for and that is one unit, its name; else that of the unit asked for. */
  scopeName: z.string().nullable(),
  organisation: z.string(),
  serverNow: instant,
});
export type TurnoutView = z.infer<typeof turnoutView>;

export const TURNOUT_STATES = ['missing', 'running', 'done'] as const;
export const turnoutState = z.enum(TURNOUT_STATES);
export type TurnoutState = z.infer<typeof turnoutState>;

/** `q`: words from the beginning, in any order, of a name, a member code or a unit. */
export const turnoutFilter = turnoutScope.extend({
  state: turnoutState.default('missing'),
  q: z.string().max(200).default(''),
});
export type TurnoutFilter = z.infer<typeof turnoutFilter>;

export const reminded = z.object({ at: instant, times: z.number().int() });

export const turnoutPerson = z.object({
  memberId,
  fullName: z.string(),
  code: z.string(),
  /** With as much of what is above it as tells it from others of its name. */
  unit: z.string(),
  /** Of who has not entered: how often, and when last; null for never. */
  reminded: reminded.nullable(),
  mayRemind: z.boolean(),
});
export type TurnoutPerson = z.infer<typeof turnoutPerson>;

/** `GET /api/rounds/:id/turnout/people`: by given name, then by the rest of the name. */
export const turnoutPeople = pageOf(turnoutPerson).extend({
  /** How many of those who match were never reminded, 0 where nobody can be; null for more than are counted. */
  unreminded: z.number().int().nullable(),
  /** Of everybody in the scope at this moment, whatever was searched for. */
  counts: turnoutCounts,
  serverNow: instant,
});
export type TurnoutPeople = z.infer<typeof turnoutPeople>;
export const turnoutPeopleQuery = pageQuery.extend(turnoutFilter.shape);

export const reminderBatchId = idOf('ReminderBatchId');
export type ReminderBatchId = z.infer<typeof reminderBatchId>;

/** `POST /api/rounds/:id/reminders`: these people, or all who match and were never reminded. */
export const writeReminders = z.union([
  z.strictObject({ memberIds: z.array(memberId).min(1).max(MAX_PAGE_SIZE) }),
  z.strictObject({ ...turnoutScope.shape, q: z.string().max(200).default(''), everybody: z.literal(true) }),
]);
export type WriteReminders = z.infer<typeof writeReminders>;

/** Who has entered meanwhile, or was reminded within the hour, is left out. */
export const remindersView = z.object({
  batchId: reminderBatchId.nullable(),
  reminded: z.number().int(),
  at: instant,
});
export type RemindersView = z.infer<typeof remindersView>;
