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

const NOTHING: readonly string[] = [];

/**
 * What passed its schema with every text composed; top-level fields named in `raw` stay as they came. Refuses text that
 * no database keeps: NUL characters and halves of surrogate pairs. What needs no change is not copied.
 */
export function readable(value: unknown, raw: readonly string[] = NOTHING, path = 'body'): unknown {
  if (typeof value === 'string') return readableText(value, path);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const read = items.map((inner) => readable(inner, NOTHING, path));
    return read.every((inner, at) => inner === items[at]) ? items : read;
  }
  return isFields(value) ? readableFields(value, raw) : value;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function readableFields(fields: Readonly<Record<string, unknown>>, raw: readonly string[]): unknown {
  let changed: [string, unknown][] | undefined;
  for (const key of Object.keys(fields)) {
    if (raw.includes(key)) continue;
    const read = readable(fields[key], NOTHING, key);
    if (read !== fields[key]) (changed ??= []).push([key, read]);
  }
  // A key may be one that would set the prototype if it were assigned.
  return changed ? Object.fromEntries([...Object.entries(fields), ...changed]) : fields;
}

/** Nearly all that is sent while answering: as composed and as well-formed as can be. */
const PLAIN = /^[ -~]*$/;

function readableText(value: string, path: string): string {
  if (PLAIN.test(value)) return value;
  return value.isWellFormed() && !value.includes('\0')
    ? composed(value)
    : fail(invalidInput, { [path]: 'not_text' });
}
