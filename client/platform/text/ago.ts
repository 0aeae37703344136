import { LOCALES } from '../../../shared/kernel/formats.js';
import { serverNow } from '../time/server-time.js';
import { useLanguage } from './i18n.js';

const STEPS: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

/** “12 phút trước”, by the server's clock. */
export function useAgo(): (instant: string) => string {
  const relative = new Intl.RelativeTimeFormat(LOCALES[useLanguage()], { numeric: 'auto' });
  return (instant) => {
    const seconds = Math.round((Date.parse(instant) - serverNow()) / 1000);
    const [size, unit] = STEPS.find(([step]) => Math.abs(seconds) >= step) ?? [Infinity, 'second'];
    return relative.format(Math.trunc(seconds / size), unit);
  };
}
