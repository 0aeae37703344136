import { describe, expect, it } from 'vitest';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { ROLES, type Viewer } from '../../../shared/kernel/viewer.js';
import { isTurnOf, placeOf, seesKeyHolders } from './keys.policy.js';

const holder = (digit: number) => ({
  memberId: memberId.parse(`0190a000-0000-7000-8000-00000000000${digit}`),
});
const [first, second, stranger] = [holder(1), holder(2), holder(3)];

describe('the two keys of a session', () => {
  it('are one person’s each, the outer one and the inner one', () => {
    expect(placeOf(first, [first, second])).toBe(0);
    expect(placeOf(second, [first, second])).toBe(1);
    expect(placeOf(stranger, [first, second])).toBeNull();
  });

  it('open nothing where one person holds both: it takes two', () => {
    expect(placeOf(first, [first, holder(1)])).toBeNull();
    expect(placeOf(second, [first, holder(1)])).toBeNull();
  });

  it.each([
    ['outer', true, false],
    ['inner', false, true],
    ['opened', false, false],
  ] as const)('are used one after the other: %s', (stage, outersTurn, innersTurn) => {
    expect(isTurnOf(0, stage)).toBe(outersTurn);
    expect(isTurnOf(1, stage)).toBe(innersTurn);
  });
});

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
