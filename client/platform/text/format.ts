import type { Language } from './language.js';
import { dateOf, serverNow } from '../time/server-time.js';

const ZONE = 'Asia/Ho_Chi_Minh';

type Instant = string | number;

/** 24:18, or 1:05:00 from an hour on; never negative. Rounds up, so that 0:00 means over. */
export function clockText(remainingMs: number): string {
  const total = Math.max(0, Math.ceil(remainingMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${two(minutes)}:${two(total % 60)}`;
}

/** Whole days, hours, minutes and seconds of a span, rounded up to the second. */
export function spanParts(remainingMs: number) {
  const total = Math.max(0, Math.ceil(remainingMs / 1000));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
}

/** All ways a value is written; one set per language, made once. */
function makeFormats(language: Language) {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    return (instant: Instant) => format.format(dateOf(instant));
  };
  const day: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' };
  const minute: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const date = dates(day);
  const time = dates(minute);
  const weekday = dates({ weekday: 'long' });
  const long = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const decimals = new Map<number, Intl.NumberFormat>();
  const number = (value: number, maxDecimals = 2) => {
    const known = decimals.get(maxDecimals);
    const format = known ?? new Intl.NumberFormat(locale, { maximumFractionDigits: maxDecimals });
    if (!known) decimals.set(maxDecimals, format);
    return format.format(value);
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    /** 24/11/2026 */
    date,
    /** 24/11 */
    dayMonth: (instant: Instant) => date(instant).slice(0, -5),
    /** thg 11 */
    month: dates({ month: 'short' }),
    /** Thứ Ba, 24 tháng 11 năm 2026 */
    longDate: (instant: Instant) => long(instant).replace(/(tháng \d+), (?=\d+$)/, '$1 năm '),
    /** Thứ Ba 24/11/2026 */
    weekdayDate: (instant: Instant) => `${weekday(instant)} ${date(instant)}`,
    /** 14:00 */
    time,
    /** 14:00:08 */
    timeWithSeconds: dates({ ...minute, second: '2-digit' }),
    /** 14:00, 24/11/2026 */
    dateTime: (instant: Instant) => `${time(instant)}, ${date(instant)}`,
    /** 10.480 and 72,1; at most `maxDecimals` (2) digits after the comma */
    number,
    /** 72 % of a share 0 to 1 */
    percent: (share: number) => percent.format(share),
    /** 24:18 left or used */
    clock: clockText,
    duration: (ms: number) => durationText(ms, locale),
    /** “12 phút trước”, by the server's clock */
    ago: (instant: Instant) => agoText(dateOf(instant).getTime() - serverNow(), relative),
    /** “thứ 3” and “3rd” as they stand inside a sentence */
    ordinal: (rank: number) => (language === 'en' ? englishOrdinal(rank) : number(rank)),
    list: (items: string[]) => list.format(items),
  };
}

export type Formats = ReturnType<typeof makeFormats>;
const made = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const formats = made.get(language) ?? makeFormats(language);
  made.set(language, formats);
  return formats;
}

/** “45 phút”, “1 giờ 5 phút”, “36 giây”: the two largest units. */
function durationText(ms: number, locale: string): string {
  const { days, hours, minutes, seconds } = spanParts(ms);
  const parts: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
    [seconds, 'second'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  const shown = first === -1 ? parts.slice(3) : parts.slice(first, first + 2).filter(([value]) => value > 0);
  return shown
    .map(([value, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    )
    .join(' ');
}

function agoText(deltaMs: number, relative: Intl.RelativeTimeFormat): string {
  const seconds = Math.round(deltaMs / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(0, 'second');
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  return relative.format(Math.trunc(seconds / 86_400), 'day');
}

const englishRules = new Intl.PluralRules('en', { type: 'ordinal' });
const suffixes: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
const englishOrdinal = (rank: number) => `${rank}${suffixes[englishRules.select(rank)] ?? 'th'}`;
