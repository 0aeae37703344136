import { expect, it } from 'vitest';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import { ROLES, type Viewer } from '../../shared/kernel/viewer.js';
import { canUseBank } from './bank.policy.js';

const unit = unitId.parse('0190a000-0000-7000-8000-000000000008');
const member: Viewer = {
  memberId: memberId.parse('0190a000-0000-7000-8000-000000000001'),
  sessionId: 'session',
  unitPath: [unit],
  grants: [],
};

it.each([null, unit])('opens the bank to who organises contests, over %s, and to nobody else', (unitId) => {
  const open = ROLES.filter((role) => canUseBank.allows({ ...member, grants: [{ role, unitId }] }));
  expect(open).toEqual(['organiser', 'admin']);
  expect(canUseBank.allows(member)).toBe(false);
  expect(canUseBank.allows(null)).toBe(false);
});
