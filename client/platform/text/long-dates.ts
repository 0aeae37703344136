import { datesOf, type Instant } from '../../../shared/kernel/formats.js';
import { useLanguage } from './i18n.js';
import type { Language } from './language.js';

/** Dates as a heading has them; few pages do. */
export function longDatesOf(language: Language) {
  const { writer, date } = datesOf(language);
  const weekday = writer({ weekday: 'long' });
  const long = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return {
    /** thg 11 */
    month: writer({ month: 'short' }),
    /** Thứ Ba, 24 tháng 11 năm 2026 */
    longDate: (instant: Instant) => long(instant).replace(/(tháng \d+), (?=\d+$)/, '$1 năm '),
    /** Thứ Ba 24/11/2026 */
    weekdayDate: (instant: Instant) => `${weekday(instant)} ${date(instant)}`,
  };
}

export const useLongDates = () => longDatesOf(useLanguage());
