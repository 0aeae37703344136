import { describe, expect, it } from 'vitest';
import { memberId, unitId, type UnitId } from '../../shared/kernel/ids.js';
import type { Policy, Role, RoleGrant, Viewer } from '../../shared/kernel/viewer.js';
import {
  canAdministerMember,
  canAdministerUnit,
  canBrowseMembers,
  canGrant,
  canHostQna,
  canMakeSlip,
  canManageMembers,
  canOrganise,
  canSeeMember,
  canSeeUnitProgress,
  isWholeAdmin,
  MEMBERS_SEEN_BY,
  reachOf,
} from './account.policy.js';

const idAt = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;
const unit = (digit: number) => unitId.parse(idAt(digit));
/** A province with two districts, each with a cell. Paths run from the root. */
const [province, north, northCell, south, southCell] = [unit(1), unit(2), unit(3), unit(4), unit(5)];
const inNorth = [province, north];
const inNorthCell = [province, north, northCell];
const inSouthCell = [province, south, southCell];

const grant = (role: Role, over: UnitId | null = null): RoleGrant => ({ role, unitId: over });
const viewer = (...grants: RoleGrant[]): Viewer => ({
  memberId: memberId.parse(idAt(9)),
  sessionId: 'session',
  unitPath: inNorthCell,
  grants,
});
const member = viewer();
const wholeAdmin = viewer(grant('admin'));
const northAdmin = viewer(grant('admin', north));
const southAdmin = viewer(grant('admin', south));
const cellAdmin = viewer(grant('admin', northCell));

describe('the door of each area', () => {
  const doors: [string, Policy, Role[]][] = [
    ['organising', canOrganise, ['organiser', 'admin']],
    ['members and units', canManageMembers, ['admin']],
    ['progress of units', canSeeUnitProgress, ['coordinator', 'organiser', 'admin']],
    ['question sessions', canHostQna, ['moderator', 'organiser', 'admin']],
    ['choosing members and units', canBrowseMembers, ['admin', 'organiser', 'coordinator']],
  ];
  const roles: Role[] = ['moderator', 'organiser', 'admin', 'coordinator'];

  it.each(doors)('%s is open to those roles, over all or over a unit, and to nobody else', (...door) => {
    const [, policy, open] = door;
    for (const role of roles) {
      expect(policy.allows(viewer(grant(role)))).toBe(open.includes(role));
      expect(policy.allows(viewer(grant(role, south)))).toBe(open.includes(role));
    }
    expect(policy.allows(member)).toBe(false);
    expect(policy.allows(null)).toBe(false);
  });
});

describe('administering a unit', () => {
  it.each([
    ['the administrator of everything', wholeAdmin, inSouthCell, true],
    ['of the very unit', northAdmin, inNorth, true],
    ['of a unit above', northAdmin, inNorthCell, true],
    ['of a unit below', cellAdmin, inNorth, false],
    ['of the neighbour', southAdmin, inNorthCell, false],
    ['an organiser of everything', viewer(grant('organiser')), inNorth, false],
    ['a coordinator of the unit', viewer(grant('coordinator', north)), inNorth, false],
    ['a member of the unit', member, inNorthCell, false],
  ])('%s', (...[, who, path, allowed]) => {
    expect(canAdministerUnit(who, path)).toBe(allowed);
  });
});

describe('seeing a member of the northern cell', () => {
  it.each([
    ['an administrator', 'admin', true],
    ['an organiser', 'organiser', true],
    ['a coordinator', 'coordinator', true],
    ['a moderator', 'moderator', false],
  ] as const)('%s over it, above it, not beside it', (_, role, allowed) => {
    expect(canSeeMember(viewer(grant(role, northCell)), inNorthCell)).toBe(allowed);
    expect(canSeeMember(viewer(grant(role, province)), inNorthCell)).toBe(allowed);
    expect(canSeeMember(viewer(grant(role)), inNorthCell)).toBe(allowed);
    expect(canSeeMember(viewer(grant(role, southCell)), inNorthCell)).toBe(false);
  });

  it('is not for those who merely belong to the unit', () => {
    expect(canSeeMember(member, inNorthCell)).toBe(false);
  });
});

describe('giving a role', () => {
  it.each([
    ['over everything, by the administrator of everything', wholeAdmin, null, [], true],
    ['over everything, by the administrator of a unit', northAdmin, null, inNorth, false],
    ['over the own unit', northAdmin, north, inNorth, true],
    ['over a unit below', northAdmin, northCell, inNorthCell, true],
    ['over the unit above', cellAdmin, north, inNorth, false],
    ['over the neighbour', northAdmin, southCell, inSouthCell, false],
    ['over a unit, by an organiser of everything', viewer(grant('organiser')), north, inNorth, false],
    ['over a unit, by its coordinator', viewer(grant('coordinator', north)), north, inNorth, false],
  ])('%s', (...[, who, over, path, allowed]) => {
    for (const role of ['coordinator', 'admin'] as const)
      expect(canGrant(who, grant(role, over), path)).toBe(allowed);
  });
});

describe('the administration of everything', () => {
  it.each([
    ['alone', [grant('admin')], true],
    ['among others', [grant('moderator'), grant('admin', north), grant('admin')], true],
    ['not that of a unit', [grant('admin', north)], false],
    ['not another role over everything', [grant('organiser'), grant('moderator')], false],
    ['not without a role', [], false],
  ])('%s', (_, grants, whole) => {
    expect(isWholeAdmin(grants)).toBe(whole);
  });
});

describe('changing a member', () => {
  const plain = { unitPath: inNorthCell, roles: [] };
  const held = (role: Role, over: UnitId | null, unitPath: UnitId[]) => ({
    grant: grant(role, over),
    unitPath,
  });

  it('is for the administrator of the member’s unit or one above', () => {
    expect(canAdministerMember(wholeAdmin, plain)).toBe(true);
    expect(canAdministerMember(northAdmin, plain)).toBe(true);
    expect(canAdministerMember(cellAdmin, plain)).toBe(true);
    expect(canAdministerMember(southAdmin, plain)).toBe(false);
    expect(canAdministerMember(member, plain)).toBe(false);
  });

  it('is for nobody whose reach one of the member’s roles exceeds: a new password would hand it over', () => {
    const own = held('coordinator', northCell, inNorthCell);
    const beyond = held('organiser', south, [province, south]);
    const everything = held('moderator', null, []);
    expect(canAdministerMember(northAdmin, { ...plain, roles: [own] })).toBe(true);
    expect(canAdministerMember(northAdmin, { ...plain, roles: [own, beyond] })).toBe(false);
    expect(canAdministerMember(northAdmin, { ...plain, roles: [beyond, own] })).toBe(false);
    expect(canAdministerMember(northAdmin, { ...plain, roles: [everything] })).toBe(false);
    expect(canAdministerMember(wholeAdmin, { ...plain, roles: [own, beyond, everything] })).toBe(true);
  });

  it('takes reaching the roles alone for nothing', () => {
    const elsewhere = { unitPath: inSouthCell, roles: [held('coordinator', north, inNorth)] };
    expect(canAdministerMember(northAdmin, elsewhere)).toBe(false);
  });
});

describe('letting a member in by a slip', () => {
  const plain = { unitPath: inNorthCell, roles: [] };
  const coordinator = (over: UnitId) => viewer(grant('coordinator', over));
  const own = { grant: grant('coordinator', northCell), unitPath: inNorthCell };

  it('is for the coordinator of the member’s unit or one above, as for whoever administers them', () => {
    expect(canMakeSlip(coordinator(northCell), plain)).toBe(true);
    expect(canMakeSlip(coordinator(north), plain)).toBe(true);
    expect(canMakeSlip(coordinator(south), plain)).toBe(false);
    expect(canMakeSlip(northAdmin, plain)).toBe(true);
    expect(canMakeSlip(southAdmin, plain)).toBe(false);
  });

  it('is for no coordinator where the member holds a role, whichever: a slip opens all that they may do', () => {
    expect(canMakeSlip(coordinator(north), { ...plain, roles: [own] })).toBe(false);
    expect(canMakeSlip(northAdmin, { ...plain, roles: [own] })).toBe(true);
  });

  it.each(['organiser', 'moderator'] as const)('is not for the %s of a unit', (role) => {
    expect(canMakeSlip(viewer(grant(role, north)), plain)).toBe(false);
  });
});

describe('the units a role reaches', () => {
  it.each([
    ['all, by one role over everything', [grant('coordinator', north), grant('admin')], null],
    ['several together', [grant('coordinator', north), grant('admin', southCell)], [north, southCell]],
    ['none by roles that were not asked for', [grant('moderator'), grant('moderator', north)], []],
    ['only those that were', [grant('moderator'), grant('organiser', south)], [south]],
    ['none without a role', [], []],
  ])('%s', (_, grants, reach) => {
    expect(reachOf(viewer(...grants), MEMBERS_SEEN_BY)).toEqual(reach);
  });
});
