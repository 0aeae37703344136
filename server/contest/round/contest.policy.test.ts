import { describe, expect, it } from 'vitest';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import type { Role, Viewer } from '../../../shared/kernel/viewer.js';
import {
  canEditContest,
  canFollowSomeUnit,
  canOrganise,
  canSeeContest,
  followedUnits,
} from './contest.policy.js';

const idAt = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;
const [owner, stranger] = [memberId.parse(idAt(1)), memberId.parse(idAt(2))];
const [district, cell, elsewhere] = [unitId.parse(idAt(3)), unitId.parse(idAt(4)), unitId.parse(idAt(5))];

const viewer = (role: Role | null, { scope = null, id = stranger }: Partial<Scope> = {}): Viewer => ({
  memberId: id,
  sessionId: 'session',
  unitPath: [district, cell],
  grants: role === null ? [] : [{ role, unitId: scope }],
});
type Scope = { scope: typeof district | null; id: typeof owner };

const member = viewer(null);
const draft = { createdBy: owner, state: 'draft' as const };

describe('editing a contest', () => {
  it.each([
    ['a member', member, false],
    ['a moderator', viewer('moderator'), false],
    ['a coordinator', viewer('coordinator', { scope: cell }), false],
    ['an organiser', viewer('organiser'), true],
    ['an administrator', viewer('admin'), true],
    ['an organiser of one unit', viewer('organiser', { scope: district }), false],
    ['an organiser of one unit, the own contest', viewer('organiser', { scope: district, id: owner }), true],
    ['its creator, organiser no more', viewer(null, { id: owner }), false],
    ['its creator, now only moderator', viewer('moderator', { id: owner }), false],
  ])('%s', (...[, who, allowed]) => {
    expect(canEditContest(who, draft)).toBe(allowed);
    expect(canSeeContest(who, draft)).toBe(allowed);
  });

  it.each(['published', 'cancelled'] as const)('every member sees a %s contest', (state) => {
    expect(canSeeContest(member, { ...draft, state })).toBe(true);
  });
});

describe('roles at the door', () => {
  it.each([
    [null, false, false],
    ['moderator', false, false],
    ['coordinator', false, true],
    ['organiser', true, true],
    ['admin', true, true],
  ] as const)('%s', (role, organises, follows) => {
    expect(canOrganise.allows(viewer(role))).toBe(organises);
    expect(canFollowSomeUnit.allows(viewer(role))).toBe(follows);
  });

  it('is shut for who is not signed in', () => {
    expect(canOrganise.allows(null)).toBe(false);
    expect(canFollowSomeUnit.allows(null)).toBe(false);
  });
});

describe('whose people somebody follows', () => {
  it.each([
    ['the coordinator of a unit', viewer('coordinator', { scope: cell }), [cell]],
    ['the organiser of a unit', viewer('organiser', { scope: district }), [district]],
    ['an organiser of everything', viewer('organiser'), null],
    ['a moderator of everything', viewer('moderator'), []],
    ['a member', member, []],
  ])('%s', (...[, who, units]) => {
    expect(followedUnits(who)).toEqual(units);
  });

  it('adds up what several roles reach, and only roles that follow', () => {
    const grants = [
      { role: 'coordinator' as const, unitId: cell },
      { role: 'admin' as const, unitId: elsewhere },
      { role: 'moderator' as const, unitId: null },
    ];
    expect(followedUnits({ ...member, grants })).toEqual([cell, elsewhere]);
  });
});
