import type { z } from 'zod';

/** Something that happened, as the transaction that did it writes it down. Its payload is JSON. */
export type DomainEvent<Schema extends z.ZodType<object, object> = z.ZodType<object, object>> = {
  readonly name: string;
  readonly schema: Schema;
};

/** Declared once, beside its cause: `attemptSubmitted = defineEvent('attempt.submitted', z.object({ … }))`. */
export function defineEvent<Schema extends z.ZodType<object, object>>(
  name: string,
  schema: Schema,
): DomainEvent<Schema> {
  return { name, schema };
}
