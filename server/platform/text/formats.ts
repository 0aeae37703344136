import type { Language } from './texts.js';

/** The people whom we write for live by one clock. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export const localeOf = (language: Language): string => LOCALES[language];

/** Making one takes longer than using it a hundred times. There are as many as languages. */
const formats = new Map<Language, Intl.DateTimeFormat>();

/** Day and minute. */
export function dateTimeText(at: Date | string, language: Language): string {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(LOCALES[language], {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: TIME_ZONE,
    });
  formats.set(language, format);
  return format.format(new Date(at));
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
