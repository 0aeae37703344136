import { clockText, datesOf, durationText, LOCALES, type Instant } from '../../../shared/kernel/formats.js';
import type { Language } from './language.js';

/** All ways a value is written; one set per language, made once. */
function makeFormats(language: Language) {
  const locale = LOCALES[language];
  const dates = datesOf(language);
  const decimals = new Map<number, Intl.NumberFormat>();
  const number = (value: number, maxDecimals = 2) => {
    const known = decimals.get(maxDecimals);
    const format = known ?? new Intl.NumberFormat(locale, { maximumFractionDigits: maxDecimals });
    if (!known) decimals.set(maxDecimals, format);
    return format.format(value);
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    ...dates,
    /** 24/11 */
    dayMonth: (instant: Instant) => dates.date(instant).slice(0, -5),
    /** 10.480 and 72,1; at most `maxDecimals` (2) digits after the comma */
    number,
    /** 72 % of a share 0 to 1 */
    percent: (share: number) => percent.format(share),
    /** 24:18 */
    clockLeft: (ms: number) => clockText(ms, 'left'),
    clockUsed: (ms: number) => clockText(ms, 'used'),
    /** “1 giờ 5 phút” */
    durationLeft: (ms: number) => durationText(ms, 'left', language),
    durationUsed: (ms: number) => durationText(ms, 'used', language),
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
