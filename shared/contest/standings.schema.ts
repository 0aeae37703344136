import { z } from 'zod';
import { memberId, unitId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';

/** Which step of correct → time used → earlier submission put a row above the next one with the same score. */
export const decidedBy = z.enum(['score', 'time', 'submission', 'tie']);

export const standingRow = z.object({
  rank: z.number().int(),
  memberId,
  fullName: z.string(),
  unit: z.string().nullable(),
  points: z.number(),
  timeUsedMs: z.number().int(),
  submittedAt: instant,
  /** Set when rows of equal score were put in order by a later step. */
  decidedBy,
});
export type StandingRow = z.infer<typeof standingRow>;

/** `GET /api/rounds/:id/standings`: `own` is the viewer's row wherever it stands; null without one. */
export const standingsPage = pageOf(standingRow).extend({
  own: standingRow.nullable(),
  total: z.number().int(),
  /** The viewer's row and the two above it, for the card on the contest page. */
  aroundOwn: z.array(standingRow),
  final: z.boolean(),
  /** Who holds the contest: for the head of what is printed. */
  organisation: z.string(),
  serverNow: instant,
});
export type StandingsPage = z.infer<typeof standingsPage>;
export const standingsQuery = pageQuery;

export const unitStandingRow = z.object({
  rank: z.number().int(),
  unitId,
  name: z.string(),
  entrants: z.number().int(),
  headCount: z.number().int(),
  /** Sum of the counted scores divided by the head-count: who does not enter adds nothing. */
  points: z.number(),
  own: z.boolean(),
});
export type UnitStandingRow = z.infer<typeof unitStandingRow>;

/** `GET /api/rounds/:id/unit-standings` */
export const unitStandings = z.object({
  items: z.array(unitStandingRow),
  next: z.null(),
  final: z.boolean(),
  organisation: z.string(),
  serverNow: instant,
});
export type UnitStandings = z.infer<typeof unitStandings>;

/**
 * `GET /api/rounds/:id/unit-progress`: how many have entered, of the people one looks after. Without `below` the topmost
 * units, else those right below that one; each counts its own people and everybody below it.
 */
export const unitProgress = z.object({
  items: z.array(
    z.object({
      unitId,
      name: z.string(),
      total: z.number().int(),
      entered: z.number().int(),
      submitted: z.number().int(),
      /** Of its own people, without those of the units below. */
      missing: z.number().int(),
      hasUnits: z.boolean(),
    }),
  ),
  next: z.null(),
});
export type UnitProgress = z.infer<typeof unitProgress>;
export const unitProgressQuery = z.object({ below: unitId.optional() });

/** `GET /api/rounds/:id/unit-progress/:unitId/missing`: the unit's own people who have not entered, by name. */
export const missingPeople = pageOf(z.object({ memberId, fullName: z.string() }));
export type MissingPeople = z.infer<typeof missingPeople>;
