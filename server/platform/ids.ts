import { v4, v7 } from 'uuid';
import type { z } from 'zod';

/** A time-ordered id of the given brand. */
export function newId<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  return schema.parse(v7());
}

/** An id that tells nothing about when it was made. */
export function newUnorderedId<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  return schema.parse(v4());
}
