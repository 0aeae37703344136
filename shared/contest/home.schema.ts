import { z } from 'zod';
import { unitId } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';
import { contestId, roundId } from './contest.schema.js';
import { unitStandingRow } from './standings.schema.js';

/** An open or coming round that the viewer may enter. */
export const currentRound = z.object({
  roundId,
  contestId,
  contestTitle: z.string(),
  roundTitle: z.string(),
  ordinal: z.number().int(),
  phase: z.enum(['upcoming', 'open']),
  opensAt: instant,
  closesAt: instant,
  durationMinutes: z.number().int(),
  questionCount: z.number().int(),
  attemptsUsed: z.number().int(),
  /** Null: unlimited. */
  attemptsLeft: z.number().int().nullable(),
  running: z.boolean(),
  /** The last time somebody reminded the viewer to enter; null where nobody did or the viewer has entered. */
  reminder: z.object({ by: z.string(), at: instant }).nullable(),
});
export type CurrentRound = z.infer<typeof currentRound>;
/** `GET /api/rounds/current`: open ones by their close, then coming ones by their opening. */
export const currentRounds = z.object({ items: z.array(currentRound), next: z.null(), serverNow: instant });
export type CurrentRounds = z.infer<typeof currentRounds>;

/** `GET /api/unit-standings/latest`: the last round whose standings are out, with the viewer's unit always in it. */
export const latestUnitStanding = z.object({
  standing: z
    .object({
      roundId,
      contestId,
      contestTitle: z.string(),
      roundTitle: z.string(),
      ordinal: z.number().int(),
      unitId,
      /** The first three and the own unit with its neighbour above, in order. */
      rows: z.array(unitStandingRow),
      units: z.number().int(),
    })
    .nullable(),
  serverNow: instant,
});
export type LatestUnitStanding = z.infer<typeof latestUnitStanding>;
