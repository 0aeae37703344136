import { z } from 'zod';

/** An instant on the wire: ISO 8601, written in UTC with milliseconds; of the years 1900 to 9998. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1900' && text < '9999', 'out_of_range');
export type Instant = z.infer<typeof instant>;
