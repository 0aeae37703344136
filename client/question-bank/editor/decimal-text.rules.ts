/** The number somebody typed, with a comma or a point before the decimals; null when it is none. */
export function typedDecimal(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '').replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** A number as one types it here: a comma before the decimals, no signs between thousands. */
export const decimalText = (value: number): string => String(value).replace('.', ',');

/** Percent (0 to 100, below 0 takes away) as a share of the points; null when it is no number. */
export function typedShare(text: string): number | null {
  const percent = typedDecimal(text);
  return percent === null ? null : percent / 100;
}

/** A share as percent with at most three decimals, which is what a third needs to add up again. */
export const shareText = (share: number): string => decimalText(Math.round(share * 100_000) / 1000);
