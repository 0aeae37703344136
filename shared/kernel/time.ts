import { z } from 'zod';

/** No place on earth is 15 hours from UTC, and a database keeps microseconds: it would round what is finer. */
const FITTING = /^[^.]*(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):\d\d)$/;
const AS_WRITTEN = '2026-01-01T00:00:00.000Z'.length;
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(9999, 0, 1);

/** An instant on the wire: ISO 8601, written in UTC with milliseconds; of the years 1900 to 9998 there. */
export const instant = z.iso.datetime({ offset: true }).refine(isFitting, 'out_of_range');
export type Instant = z.infer<typeof instant>;

/** Every answer that is saved carries two of them, as `toISOString` writes them: these are looked at once. */
function isFitting(text: string): boolean {
  const ms = Date.parse(text);
  if (ms < EARLIEST_MS || ms >= LATEST_MS) return false;
  return (text.length === AS_WRITTEN && text.endsWith('Z')) || FITTING.test(text);
}
