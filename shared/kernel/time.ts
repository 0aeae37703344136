import { z } from 'zod';

const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(9999, 0, 1);

/** An instant on the wire: ISO 8601, written in UTC with milliseconds; of the years 1900 to 9998. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => {
  const ms = Date.parse(text);
  return ms >= EARLIEST_MS && ms < LATEST_MS;
}, 'out_of_range');
export type Instant = z.infer<typeof instant>;
