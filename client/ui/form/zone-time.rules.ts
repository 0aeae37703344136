/** Asia/Ho_Chi_Minh: seven hours ahead of UTC all year round, since 1975. */
const OFFSET_MS = 7 * 3_600_000;

/** An instant as the organisation's clocks show it, `2026-11-24 14:00:00`; null stays null. */
export function zoneTextOf(instant: string | null): string | null {
  if (instant === null) return null;
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant of a date and time on those clocks (`2026-11-24 14:00` or with seconds); null when it is none. */
export function instantOfZoneText(text: string | null): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?/.exec(text ?? '');
  const at = parts ? Date.parse(`${parts[1]}T${parts[2]}:00.000Z`) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at - OFFSET_MS).toISOString();
}
