import { describe, expect, it } from 'vitest';
import { memberId, unitId } from './ids.js';
import {
  anyone,
  hasRole,
  hasRoleOver,
  holderOf,
  signedIn,
  wholeAdmin,
  type Role,
  type Viewer,
} from './viewer.js';

const unit = (number: number) => unitId.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [root, north, south] = [unit(1), unit(2), unit(3)];

/** Somebody with these roles: over everything (`null`) or over a unit. */
const viewer = (...grants: [Role, ReturnType<typeof unit> | null][]): Viewer => ({
  memberId: memberId.parse('0198a000-0000-7000-8000-000000000100'),
  sessionId: 's',
  unitPath: [root, north],
  grants: grants.map(([role, of]) => ({ role, unitId: of })),
});

describe('who may call at all', () => {
  it.each<[string, Viewer | null, [anybody: boolean, member: boolean, admin: boolean]]>([
    ['somebody from outside', null, [true, false, false]],
    ['a member', viewer(), [true, true, false]],
    ['an organiser of everything', viewer(['organiser', null]), [true, true, false]],
    ['an administrator of a unit', viewer(['admin', north]), [true, true, false]],
    ['an administrator of everything', viewer(['admin', null]), [true, true, true]],
    ['one who is also something else', viewer(['moderator', north], ['admin', null]), [true, true, true]],
  ])('%s', (_who, one, allowed) => {
    expect([anyone, signedIn, wholeAdmin].map((policy) => policy.allows(one))).toEqual(allowed);
  });

  it('is somebody who holds one of the roles, wherever they hold it', () => {
    const policy = holderOf('organiser', 'moderator');
    expect(policy.allows(null)).toBe(false);
    expect(policy.allows(viewer())).toBe(false);
    expect(policy.allows(viewer(['admin', null]))).toBe(false);
    expect(policy.allows(viewer(['moderator', south]))).toBe(true);
    expect(policy.allows(viewer(['coordinator', south], ['organiser', null]))).toBe(true);
    expect(hasRole(null, ['admin'])).toBe(false);
  });

  it('is told in the description of the API by name', () => {
    expect([anyone, signedIn, wholeAdmin].map(({ name }) => name)).toEqual([
      'anyone',
      'signedIn',
      'wholeAdmin',
    ]);
    expect(holderOf('organiser', 'moderator').name).toBe('holderOf(organiser,moderator)');
  });
});

describe('a role over a unit', () => {
  it.each<[string, Viewer, boolean]>([
    ['holds for the unit itself', viewer(['coordinator', north]), true],
    ['holds for every unit below', viewer(['coordinator', root]), true],
    ['holds where it is one over everything', viewer(['coordinator', null]), true],
    ['does not hold for the unit beside', viewer(['coordinator', south]), false],
    ['is not another role', viewer(['moderator', north], ['coordinator', south]), false],
    ['is nobody’s who holds none', viewer(), false],
  ])('%s', (_case, one, holds) => {
    expect(hasRoleOver(one, ['coordinator', 'admin'], [root, north])).toBe(holds);
  });

  it('holds over the whole organisation only where it is given for it', () => {
    expect(hasRoleOver(viewer(['admin', root]), ['admin'], [])).toBe(false);
    expect(hasRoleOver(viewer(['admin', null]), ['admin'], [])).toBe(true);
  });
});
