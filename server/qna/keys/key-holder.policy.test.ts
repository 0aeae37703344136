import { expect, it } from 'vitest';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { ROLES, type Viewer } from '../../../shared/kernel/viewer.js';
import { seesKeyHolders } from './key-holder.policy.js';

const unit = unitId.parse('0190a000-0000-7000-8000-000000000008');
const member: Viewer = {
  memberId: memberId.parse('0190a000-0000-7000-8000-000000000001'),
  sessionId: 'session',
  unitPath: [unit],
  grants: [],
};

it('shows those who may hold keys to whoever may make a session, and to nobody else', () => {
  const seeing = ROLES.filter((role) =>
    seesKeyHolders.allows({ ...member, grants: [{ role, unitId: null }] }),
  );
  const seeingInUnit = ROLES.filter((role) =>
    seesKeyHolders.allows({ ...member, grants: [{ role, unitId: unit }] }),
  );
  expect(seeing).toEqual(['moderator', 'organiser', 'admin']);
  expect(seeingInUnit).toEqual(seeing);
  expect(seesKeyHolders.allows(member)).toBe(false);
  expect(seesKeyHolders.allows(null)).toBe(false);
});
