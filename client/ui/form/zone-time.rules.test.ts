import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOfZoneText, zoneTextOf } from './zone-time.rules.js';

it('shows an instant as the clocks in Vietnam do', () => {
  expect(zoneTextOf('2026-11-24T07:00:00.000Z')).toBe('2026-11-24 14:00:00');
  expect(zoneTextOf('2026-11-24T18:30:00.000Z')).toBe('2026-11-25 01:30:00');
  expect(zoneTextOf(null)).toBeNull();
});

it('takes a date and time for those clocks', () => {
  expect(instantOfZoneText('2026-11-24 14:00:00')).toBe('2026-11-24T07:00:00.000Z');
  expect(instantOfZoneText('2026-01-01 06:59')).toBe('2025-12-31T23:59:00.000Z');
  expect(instantOfZoneText('2026-11-24T14:00')).toBe('2026-11-24T07:00:00.000Z');
  expect(instantOfZoneText('ngày 2026-11-24 14:00')).toBeNull();
  expect(instantOfZoneText('2026-11-24')).toBeNull();
  expect(instantOfZoneText('24-11-2026 14:00')).toBeNull();
  expect(instantOfZoneText('')).toBeNull();
  expect(instantOfZoneText(null)).toBeNull();
  expect(instantOfZoneText('2026-13-45 99:99')).toBeNull();
});

it('agrees with the time zone database on every minute of this century', () => {
  const reference = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2099, 11) / 60_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000);
      const text = zoneTextOf(instant.toISOString());
      expect(text).toBe(reference.format(instant));
      expect(instantOfZoneText(text)).toBe(instant.toISOString());
    }),
  );
});
