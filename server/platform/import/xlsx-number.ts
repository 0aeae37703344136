const DAY_MS = 86_400_000;
/** Days are counted from here, so that they come out right from March 1900. */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);
/** Workbooks of old Macintoshes count from 1904. */
export const DAYS_TO_1904 = 1_462;
/** What the format itself numbers: dates, times, percent (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  ...{ 9: '0%', 10: '0.00%', 14: 'd/m/yyyy', 15: 'd/m/yyyy', 16: 'd/m', 17: 'm/yyyy' },
  ...{
    18: 'h:m',
    19: 'h:m:s',
    20: 'h:m',
    21: 'h:m:s',
    22: 'd/m/yyyy h:m',
    45: 'm:s',
    46: 'h:m:s',
    47: 'm:s',
  },
};

/** The code of a number format, by its id and those the workbook adds; empty for a plain number. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? BUILT_IN[id] ?? '';

/**
 * A number as its reader sees it, as far as it matters: dates as day, month, year; times; percent; leading zeros. Of
 * other numbers all digits that count, without the noise of binary fractions.
 */
export function shownNumber(value: number, code: string, addDays: number): string {
  const plain = String(Number(value.toPrecision(15)));
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  if (letters.includes('%')) return `${Number((value * 100).toPrecision(15))}%`;
  if (/^0{2,}$/.test(letters) && Number.isInteger(value) && value >= 0)
    return plain.padStart(letters.length, '0');
  if (!/[dyhs]|^m+$/.test(letters)) return plain;
  const moment = new Date(FIRST_DAY_MS + Math.round((value + addDays) * DAY_MS));
  return Number.isNaN(moment.getTime()) ? plain : shownMoment(moment, letters);
}

function shownMoment(moment: Date, letters: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const hasTime = /[hs]/.test(letters);
  const day = [
    ...(letters.includes('d') ? [two(moment.getUTCDate())] : []),
    ...(/[dy]/.test(letters) && letters.includes('m') ? [two(moment.getUTCMonth() + 1)] : []),
    ...(letters.includes('y') ? [String(moment.getUTCFullYear())] : []),
  ].join('/');
  const seconds = moment.getUTCSeconds();
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}${seconds > 0 ? `:${two(seconds)}` : ''}`;
  return [day, hasTime ? time : ''].filter(Boolean).join(' ');
}
