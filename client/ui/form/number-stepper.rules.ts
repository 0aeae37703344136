/** The nearest whole number inside the range. */
export function clampTo({ value, min, max }: { value: number; min: number; max: number }): number {
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** What somebody typed, with dots, commas or spaces between thousands; null when it is no whole number. */
export function typedNumber(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[.,\s](?=\d{3}(\D|$))/g, '');
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : null;
}
