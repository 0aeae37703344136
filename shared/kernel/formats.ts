/** The people whom we write for live by one clock. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

export const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An instant as ISO text or in ms since 1970. */
export type Instant = string | number;

/**
 * Time `left` is rounded up to the second, so that nothing left means over; time `used` is rounded down, as a stopwatch
 * shows it: nobody is said to have needed a second that had not passed.
 */
export type Span = 'left' | 'used';

const two = (value: number) => String(value).padStart(2, '0');

/** Whole days, hours, minutes and seconds; never negative. */
export function spanParts(ms: number, span: Span) {
  const seconds = ms / 1000;
  const total = Math.max(0, span === 'left' ? Math.ceil(seconds) : Math.floor(seconds));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
}

/** 24:18, or 1:05:00 from an hour on. */
export function clockText(ms: number, span: Span): string {
  const { days, hours, minutes, seconds } = spanParts(ms, span);
  const whole = days * 24 + hours;
  return whole > 0 ? `${whole}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

/** “45 phút”, “1 giờ 5 phút”, “36 giây”: the two largest units. */
export function durationText(ms: number, span: Span, language: keyof typeof LOCALES): string {
  const parts = Object.entries(spanParts(ms, span));
  const first = parts.findIndex(([, value]) => value > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(([, value]) => value > 0);
  return shown
    .map(([units, value]) =>
      new Intl.NumberFormat(LOCALES[language], {
        style: 'unit',
        unit: units.slice(0, -1),
        unitDisplay: 'long',
      }).format(value),
    )
    .join(' ');
}

/** How dates and times are written; making one takes longer than using it a hundred times. */
export function datesOf(language: keyof typeof LOCALES) {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: TIME_ZONE, ...options });
    return (instant: Instant) => format.format(typeof instant === 'string' ? Date.parse(instant) : instant);
  };
  const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = writer({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = writer(minute);
  return {
    writer,
    /** 24/11/2026 */
    date,
    /** 14:00 */
    time,
    /** 14:00:08 */
    timeWithSeconds: writer({ ...minute, second: '2-digit' }),
    /** 14:00, 24/11/2026 */
    dateTime: (instant: Instant) => `${time(instant)}, ${date(instant)}`,
  };
}
