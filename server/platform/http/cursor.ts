import type { z } from 'zod';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { fail } from '../failure-error.js';

/** A list's position as the opaque text that clients hand back. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The position a cursor stands for, null without one. Anybody can write one: its schema is as narrow as the columns it
 * is compared with, and no text in it is one that no database keeps.
 */
export function decodeCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.infer<Schema> | null {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(parsedJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  return parsed.success && isKeepable(parsed.data) ? parsed.data : fail(invalidInput, { cursor: 'invalid' });
}

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  return typeof value !== 'object' || value === null || Object.values(value).every(isKeepable);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
