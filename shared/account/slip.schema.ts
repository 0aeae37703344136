import { z } from 'zod';
import { memberId, unitId } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';

/** Letters without 0 O 1 I L, as they are printed: `KX7M-4Q2P`. */
export const SLIP_LENGTH = 8;
/** From when it is printed. */
export const SLIP_HOURS = 24;
/** So many at once; more come with a file of members. */
export const MAX_SLIPS = 1_000;

/** `POST /api/session/slip`: however it is typed; dashes, spaces and case do not count. */
export const useSlip = z.object({ code: z.string().trim().min(1).max(200) });
export type UseSlip = z.infer<typeof useSlip>;

/** The answer of `POST /api/members/:id/slip`, the only time the code is told. */
export const slipView = z.object({
  memberId,
  fullName: z.string(),
  memberCode: z.string(),
  unit: z.object({ id: unitId, name: z.string() }),
  /** In groups of four. */
  code: z.string(),
  expiresAt: instant,
});
export type SlipView = z.infer<typeof slipView>;

/** `POST /api/slips.pdf`: for those of a unit and below it who have not set a password yet, or for everybody there. */
export const printSlips = z.object({
  unitId,
  everybody: z.boolean().default(false),
  lang: z.enum(['vi', 'en']).default('vi'),
});
export type PrintSlips = z.infer<typeof printSlips>;

/** `GET /api/slips`: how many slips a print would make. */
export const slipQuery = z.object({ unitId, everybody: z.stringbool().default(false) });
export type SlipQuery = z.infer<typeof slipQuery>;
export const slipCount = z.object({ members: z.number().int(), pages: z.number().int() });
export type SlipCount = z.infer<typeof slipCount>;
