/** Value below which the share `p` (0 to 1) of the values lies; nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Ratio of medians with a 95 % bootstrap interval; resampling is seeded, so a result can be worked out again. */
export function ratioOfMedians(
  above: readonly number[],
  below: readonly number[],
): { ratio: number; low: number; high: number } {
  let state = 1;
  const draw = (values: readonly number[]): number[] =>
    values.map(() => {
      state = (state * 48_271) % 2_147_483_647;
      return values[state % values.length] ?? Number.NaN;
    });
  const ratios = Array.from({ length: 2000 }, () => median(draw(above)) / median(draw(below)));
  return {
    ratio: median(above) / median(below),
    low: percentile(ratios, 0.025),
    high: percentile(ratios, 0.975),
  };
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
