import { describe, expect, it } from 'vitest';
import { formatsOf } from './format.js';

const vi = formatsOf('vi');
const instant = '2026-11-24T07:00:08.000Z';

describe('Vietnamese forms', () => {
  it('write dates and times in the zone of Vietnam, whatever the device is set to', () => {
    expect(vi.date(instant)).toBe('24/11/2026');
    expect(vi.time(instant)).toBe('14:00');
    expect(vi.timeWithSeconds(instant)).toBe('14:00:08');
    expect(vi.dateTime('2026-11-24T17:30:00.000Z')).toBe('00:30, 25/11/2026');
  });

  it('write numbers with dots between thousands and a comma before decimals', () => {
    expect(vi.number(10_480)).toBe('10.480');
    expect(vi.number(72.1)).toBe('72,1');
    expect(vi.number(72.16, 1)).toBe('72,2');
  });
});
