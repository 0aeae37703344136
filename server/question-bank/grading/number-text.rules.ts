/** A number an author may write: "3.14", "3,14", "-2", "1e-3". null when the text is none. */
export function readNumber(text: string): number | null {
  const compact = text.trim().replace(/^\u2212/, '-');
  if (compact.length > 40 || !/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?$/i.test(compact))
    return null;
  const value = Number(compact.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** "10.480" is ten thousand in Vietnamese and ten in English files: the author should look at it. */
export function isAmbiguousNumber(text: string): boolean {
  return text.split(BETWEEN).some((part) => GROUPED.test(part.trim()));
}

const BETWEEN = /(\.\.|[:±])/;
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The text without marks between thousands where it is ambiguous: "10.480" → "10480". */
export function inThousands(text: string): string {
  return text
    .split(BETWEEN)
    .map((part) => (GROUPED.test(part.trim()) ? part.replace(/[.,]/, '') : part))
    .join('');
}

export type AcceptedNumber = { value: number; tolerance: number };

/**
 * What an author writes as a numeric answer: a value ("1945"), value and tolerance ("3.14:0.01", "3.14±0.01") or a
 * range with both ends in it ("1..5"). null when it is none of these, or a range the wrong way round.
 */
export function readAcceptedNumber(text: string): AcceptedNumber | null {
  const range = text.indexOf('..');
  if (range >= 0) {
    const low = readNumber(text.slice(0, range));
    const high = readNumber(text.slice(range + 2));
    if (low === null || high === null || low > high) return null;
    return middleOf(low, high);
  }
  const mark = text.search(/[:±]/);
  const value = readNumber(mark < 0 ? text : text.slice(0, mark));
  const tolerance = mark < 0 ? 0 : readNumber(text.slice(mark + 1));
  return value === null || tolerance === null || tolerance < 0 ? null : { value, tolerance };
}

/** Middle and half width, without the noise of halving ("3.141..3.142" is 3.1415 ± 0.0005). */
function middleOf(low: number, high: number): AcceptedNumber | null {
  const middle = low + (high - low) / 2;
  if (!Number.isFinite(middle)) return null;
  const exact = { value: middle, tolerance: Math.max(high - middle, middle - low) };
  const short = { value: Number(middle.toPrecision(12)), tolerance: Number(exact.tolerance.toPrecision(12)) };
  const noise = 2 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
  const same =
    Math.abs(short.value - short.tolerance - low) <= noise &&
    Math.abs(short.value + short.tolerance - high) <= noise;
  return same ? short : exact;
}

/** A share of the points as authors write it, in percent ("33.3333", "-50", "33,3"): −1 to 1, null when it is none. */
export function readPercent(text: string): number | null {
  const [, mantissa = '', exponent = '0'] =
    /^([+-]?\d{1,3}(?:[.,]\d*)?)(?:e(-\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (mantissa === '') return null;
  // Moving the point loses nothing, dividing by 100 would.
  const share = Number(`${mantissa.replace(',', '.').replace(/\.$/, '')}e${Number(exponent) - 2}`);
  return Math.abs(share) <= 1 ? share : null;
}

/** Exactly what `readPercent` reads as this share. */
export function percentText(share: number): string {
  const [mantissa = '', exponent] = String(share).split('e');
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) + 2}`;
  const [sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa)?.slice(1) ?? [];
  const digits = part.padEnd(2, '0');
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${moved}${digits.length > 2 ? `.${digits.slice(2)}` : ''}`;
}

/** What `readNumber` reads as this number and nobody takes for thousands: "1.234" has another zero. */
export const numberText = (value: number): string =>
  isAmbiguousNumber(String(value)) ? `${value}0` : String(value);
