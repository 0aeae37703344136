import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';

/** The rows of packed parts, one part at a time, each row parsed by the schema. */
export function* unpacked<Schema extends z.ZodType>(
  schema: Schema,
  parts: readonly Uint8Array[],
): Generator<z.infer<Schema>> {
  for (const part of parts) {
    const rows: unknown = JSON.parse(gunzipSync(part).toString('utf8'));
    yield* schema.array().parse(rows);
  }
}
