import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it. */
export const instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof instant>;
