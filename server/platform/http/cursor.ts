import type { z } from 'zod';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { fail } from '../failure-error.js';

/** A list's position as the opaque text that clients hand back. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The position a cursor stands for, null without one; a text that is none of ours is an invalid input. */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.infer<Schema> | null {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(parsedJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : fail(invalidInput, { cursor: 'invalid' });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
