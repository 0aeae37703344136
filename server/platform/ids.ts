import { v7 } from 'uuid';
import type { z } from 'zod';

/** A time-ordered id of the given brand. */
export function newId<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  return schema.parse(v7());
}
