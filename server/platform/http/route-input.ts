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
  input.body = parse(schemas?.body, request.body ?? undefined);
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  return parsed.success ? compose(parsed.data) : fail(invalidInput, issueParams(parsed.error));
}

/** `params` of `input.invalid`: path of the field → code of what is wrong with it. */
export function issueParams(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues
      .slice(0, 20)
      .map((issue) => [issue.path.join('.') || 'body', issue.code === 'custom' ? issue.message : issue.code]),
  );
}

/** Every text composed. What passed its schema is no deeper than the schema. */
function compose(value: unknown): unknown {
  if (typeof value === 'string') return composed(value);
  if (Array.isArray(value)) return value.map(compose);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compose(inner)]));
}
