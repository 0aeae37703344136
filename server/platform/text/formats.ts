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
