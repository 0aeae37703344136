import { datesOf, LOCALES, TIME_ZONE } from '../../../shared/kernel/formats.js';
import type { Language } from './texts.js';

export const localeOf = (language: Language): string => LOCALES[language];

const dates = { vi: datesOf('vi'), en: datesOf('en') };

/** Day and minute. */
export function dateTimeText(at: Date | string, language: Language): string {
  return dates[language].dateTime(typeof at === 'string' ? at : at.getTime());
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

/** What the clock on the wall shows at a moment, as if it were UTC: milliseconds, whole seconds of them. */
export function wallClockMs(at: Date): number {
  const parts = wallClock.formatToParts(at);
  const part = (wanted: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === wanted)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
