/** Whatever a session allows, nobody asks faster than this, nor writes anew: a desk of people reads it all. */
export const FASTEST = { max: 30, windowMs: 60_000 };

export type Asked = { count: number; latestAt: Date | null };

/** When somebody may ask again, null for at once, and how many questions are left, null for any number. */
export function allowanceOf(
  limits: { maxPerPerson: number | null; slowModeSeconds: number },
  asked: readonly Asked[],
  now: Date,
): { askAgainAt: Date | null; left: number | null } {
  const count = asked.reduce((sum, one) => sum + one.count, 0);
  const latestMs = Math.max(...asked.map((one) => one.latestAt?.getTime() ?? Number.NEGATIVE_INFINITY));
  const againMs = latestMs + limits.slowModeSeconds * 1000;
  return {
    askAgainAt: againMs > now.getTime() ? new Date(againMs) : null,
    left: limits.maxPerPerson === null ? null : Math.max(0, limits.maxPerPerson - count),
  };
}
