import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/kernel/ids.js';
import { isTurnOf, placeOf } from './opening.policy.js';

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
