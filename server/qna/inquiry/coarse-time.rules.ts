const COARSE_MS = 5 * 60_000;

/** The instant to five minutes, which is all that is kept of the time an anonymous author did something. */
export function coarse(at: Date): Date {
  return new Date(Math.round(at.getTime() / COARSE_MS) * COARSE_MS);
}
