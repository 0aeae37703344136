import { describe, expect, it } from 'vitest';
import { unitId } from '../../../shared/kernel/ids.js';
import { isEligible } from './eligibility.rules.js';

const unit = (digit: number) => unitId.parse(`0190a000-0000-7000-8000-00000000000${digit}`);
const [province, district, cell, elsewhere] = [unit(1), unit(2), unit(3), unit(4)];
const path = [province, district, cell];

describe('isEligible', () => {
  it.each([
    ['the own unit', [cell], true],
    ['a unit above', [province], true],
    ['one of several', [elsewhere, district], true],
    ['another unit', [elsewhere], false],
    ['no unit', [], false],
  ])('%s', (_, unitIds, eligible) => {
    expect(isEligible({ kind: 'units', unitIds }, path)).toBe(eligible);
  });

  it('does not reach upwards', () => {
    expect(isEligible({ kind: 'units', unitIds: [cell] }, [province, district])).toBe(false);
  });

  it('lets in everyone, with a unit or without, only when all may enter', () => {
    expect(isEligible({ kind: 'all' }, path)).toBe(true);
    expect(isEligible({ kind: 'all' }, [])).toBe(true);
    expect(isEligible({ kind: 'units', unitIds: [cell] }, [])).toBe(false);
  });
});
