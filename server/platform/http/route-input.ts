import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { composed } from '../../../shared/kernel/text.js';
import { fail } from '../failure-error.js';
import { stateOf, type RouteInput } from './route.js';

/** Parses what came in by the route's schemas; names the fields that do not fit. */
export function parseInput(request: FastifyRequest, schemas: RouteInput | undefined): void {
  const { input } = stateOf(request);
  input.params = parse(schemas?.params, request.params);
  input.query = parse(schemas?.query, request.query);
  input.body = parse(schemas?.body, request.body ?? undefined, schemas?.raw);
}

function parse(schema: z.ZodType | undefined, value: unknown, raw?: readonly string[]): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  return parsed.success ? readable(parsed.data, raw) : fail(invalidInput, issueParams(parsed.error));
}

/** `params` of `input.invalid`: path of the field → code of what is wrong with it. */
export function issueParams(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues
      .slice(0, 20)
      .map((issue) => [issue.path.join('.') || 'body', issue.code === 'custom' ? issue.message : issue.code]),
  );
}

/**
 * What passed its schema with every text composed; top-level fields named in `raw` stay as they came. Refuses text that
 * no database keeps: NUL characters and halves of surrogate pairs. What needs no change is not copied.
 */
export function readable(value: unknown, raw: readonly string[] = [], path = 'body'): unknown {
  if (typeof value === 'string') return readableText(value, path);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const read = items.map((inner) => readable(inner, [], path));
    return read.every((inner, at) => inner === items[at]) ? items : read;
  }
  if (value === null || typeof value !== 'object') return value;
  const entries: [string, unknown][] = Object.entries(value);
  let same = true;
  for (const entry of entries) {
    const [key, inner] = entry;
    if (raw.includes(key)) continue;
    entry[1] = readable(inner, [], key);
    same &&= entry[1] === inner;
  }
  return same ? value : Object.fromEntries(entries);
}

/** Nearly all that is sent while answering: as composed and as well-formed as can be. */
const PLAIN = /^[ -~]*$/;

function readableText(value: string, path: string): string {
  if (PLAIN.test(value)) return value;
  return value.isWellFormed() && !value.includes('\0')
    ? composed(value)
    : fail(invalidInput, { [path]: 'not_text' });
}
