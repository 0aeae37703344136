import type { z } from 'zod';

/** Work that waits in the database until somebody does it. Its payload is JSON and is parsed before it is handled. */
export type Job<Schema extends z.ZodType<object, object> = z.ZodType<object, object>> = {
  readonly name: string;
  readonly schema: Schema;
};

/** Declared once, beside what it does: `sendMail = defineJob('notification.mail', z.object({ … }))`. */
export function defineJob<Schema extends z.ZodType<object, object>>(
  name: string,
  schema: Schema,
): Job<Schema> {
  return { name, schema };
}
