import { expect, it } from 'vitest';
import { longDatesOf } from './long-dates.js';

it('dates in headings are whole, and in the zone of Vietnam', () => {
  const { longDate, weekdayDate } = longDatesOf('vi');
  expect(longDate('2026-11-24T17:30:00.000Z')).toBe('Thứ Tư, 25 tháng 11 năm 2026');
  expect(weekdayDate('2026-11-24T07:00:00.000Z')).toBe('Thứ Ba 24/11/2026');
});
