import { z } from 'zod';
import { memberId, unitId } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { roleGrant } from '../kernel/viewer.js';
import { visibleLine, visibleLines } from '../kernel/visible-text.js';
import { newPassword, preferences } from './own.schema.js';

const name = visibleLine(120);

/** Letters, digits, dots and dashes; compared without case. */
export const memberCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{1,30}$/);

export const signIn = z.object({
  /** E-mail address or member code. */
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof signIn>;

export const sessionView = z.object({
  /** Null when nobody is signed in. */
  member: z
    .object({
      id: memberId,
      fullName: z.string(),
      code: z.string(),
      unit: z.object({ id: unitId, name: z.string() }).nullable(),
      roles: z.array(roleGrant),
      preferences,
      /** Who gave the password or slip, while one's own has yet to be set; empty for the installation, else null. */
      passwordGivenBy: z.string().nullable(),
    })
    .nullable(),
  /** The session this device had was ended by its member from another one. */
  endedElsewhere: z.boolean(),
  can: z.object({
    organise: z.boolean(),
    manageMembers: z.boolean(),
    /** May let members in who have lost their password. */
    makeSlips: z.boolean(),
    seeUnitProgress: z.boolean(),
    /** May set up question sessions. Being on the team of one is no role: such people find it among the sessions. */
    hostQna: z.boolean(),
    /** Looks after the installation itself: work that failed. */
    operate: z.boolean(),
  }),
  serverNow: instant,
});
export type SessionView = z.infer<typeof sessionView>;

export const unitView = z.object({
  id: unitId,
  name: z.string(),
  parentId: unitId.nullable(),
  /** 0 for a root. */
  depth: z.number().int(),
  /** How many people belong to the unit by its own count; the base of participation rates. */
  headCount: z.number().int(),
  /** Members registered here (this unit only); null for who does not see them. */
  memberCount: z.number().int().nullable(),
  /** Empty for who does not see the unit's members. */
  coordinators: z.array(z.object({ id: memberId, fullName: z.string() })),
  closedAt: instant.nullable(),
  can: z.object({ edit: z.boolean() }),
});
export type UnitView = z.infer<typeof unitView>;
/** The whole tree in depth-first order; an organisation has at most some thousand units. */
export const unitTree = z.object({ items: z.array(unitView), next: z.null() });
export type UnitTree = z.infer<typeof unitTree>;

export const writeUnit = z.object({
  name,
  parentId: unitId.nullable(),
  headCount: z.number().int().min(0).max(1_000_000),
});
export type WriteUnit = z.infer<typeof writeUnit>;

/** `PUT /api/units/:id/coordinators`: the whole new set. */
export const setCoordinators = z.object({ memberIds: z.array(memberId).max(20) });
export type SetCoordinators = z.infer<typeof setCoordinators>;

export const memberRow = z.object({
  id: memberId,
  fullName: z.string(),
  code: z.string(),
  email: z.string().nullable(),
  unit: z.object({ id: unitId, name: z.string() }).nullable(),
  roles: z.array(roleGrant),
  leftAt: instant.nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;
export const memberPage = pageOf(memberRow).extend({ total: z.number().int() });
export type MemberPage = z.infer<typeof memberPage>;

export const memberQuery = pageQuery.extend({
  /** Name, code or e-mail; accents and case do not matter. */
  q: z.string().trim().max(200).optional(),
  /** Members of this unit and all below it. */
  unit: unitId.optional(),
  status: z.enum(['active', 'left', 'all']).default('active'),
});
export type MemberQuery = z.infer<typeof memberQuery>;

export const createMember = z.object({
  fullName: name,
  code: memberCode,
  email: z.email().max(200).nullable().default(null),
  unitId,
  /** A first password, which is replaced at the first sign-in; without one a slip lets the member in. */
  password: newPassword.nullable().default(null),
});
export type CreateMember = z.infer<typeof createMember>;

export const editMember = z.object({
  fullName: name,
  code: memberCode,
  email: z.email().max(200).nullable(),
});
export type EditMember = z.infer<typeof editMember>;

/** `PUT /api/members/:id/unit` */
export const transferMember = z.object({ unitId, reason: visibleLines(300).default('') });
export type TransferMember = z.infer<typeof transferMember>;
/** `PUT /api/members/:id/departure` and its withdrawal by DELETE. */
export const departMember = z.object({ reason: visibleLines(300).default('') });
export type DepartMember = z.infer<typeof departMember>;
/** `PUT /api/members/:id/roles`: the whole new set. A coordinator is one of a unit, never of everything. */
export const setRoles = z.object({
  roles: z
    .array(
      roleGrant.refine(({ role, unitId: unit }) => role !== 'coordinator' || unit !== null, {
        path: ['unitId'],
        message: 'required',
      }),
    )
    .max(20),
});
export type SetRoles = z.infer<typeof setRoles>;
/** `PUT /api/members/:id/password` */
export const setPassword = z.object({ password: newPassword });
export type SetPassword = z.infer<typeof setPassword>;

export const membershipView = z.object({
  unit: z.object({ id: unitId, name: z.string() }),
  from: instant,
  until: instant.nullable(),
  /** Why the stay ended; empty while it lasts. */
  reason: z.string(),
});
export const memberView = memberRow.extend({
  history: z.array(membershipView),
  can: z.object({ edit: z.boolean(), setRoles: z.boolean(), makeSlip: z.boolean() }),
});
export type MemberView = z.infer<typeof memberView>;
