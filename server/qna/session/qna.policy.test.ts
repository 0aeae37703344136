import { describe, expect, it } from 'vitest';
import { memberId, unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { ROLES, type Role, type RoleGrant, type Viewer } from '../../../shared/kernel/viewer.js';
import { canCreateSession, managesSession } from './qna.policy.js';

const [maker, other] = [1, 2].map((digit) => memberId.parse(`0190a000-0000-7000-8000-00000000000${digit}`));
const unit = unitId.parse('0190a000-0000-7000-8000-000000000008');

const viewer = (id: typeof maker, ...grants: RoleGrant[]): Viewer => ({
  memberId: memberId.parse(id),
  sessionId: 'session',
  unitPath: [unit],
  grants,
});

describe('making a session', () => {
  it.each([null, unit])('takes a role that leads one, over %s', (unitId) => {
    const makers = ROLES.filter((role) => canCreateSession.allows(viewer(maker, { role, unitId })));
    expect(makers).toEqual(['moderator', 'organiser', 'admin']);
  });

  it('is not for members, nor for who is not signed in', () => {
    expect(canCreateSession.allows(viewer(maker))).toBe(false);
    expect(canCreateSession.allows(null)).toBe(false);
  });
});

describe('managing a session', () => {
  const session = { createdBy: memberId.parse(maker) };
  const over = (role: Role, unitId: UnitId | null) => viewer(other, { role, unitId });

  it.each([
    ['who made it, whatever their roles are now', viewer(maker), true],
    ['an administrator of everything', over('admin', null), true],
    ['an administrator of a unit', over('admin', unit), false],
    ['another organiser', over('organiser', null), false],
    ['another moderator', over('moderator', null), false],
    ['a member', viewer(other), false],
  ])('%s', (...[, who, allowed]) => {
    expect(managesSession(who, session)).toBe(allowed);
  });
});
