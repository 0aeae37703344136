import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { fail } from '../failure-error.js';
import { ROUTE, stateOf, type RouteDeclaration } from './route.js';

/** Global: parses what came in and lets out only what the route's schema names. */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<RouteDeclaration | undefined>(ROUTE, context.getHandler());
    if (context.getType() !== 'http' || !route) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { input } = stateOf(request);
    input.params = parse(route.in?.params, request.params);
    input.query = parse(route.in?.query, request.query);
    input.body = parse(route.in?.body, request.body ?? undefined);
    return next.handle().pipe(map((body: unknown) => route.out.parse(body)));
  }
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(normalise(value));
  return parsed.success ? parsed.data : fail(invalidInput, issueParams(parsed.error));
}

/** `params` of `input.invalid`: path of the field → code of what is wrong with it. */
export function issueParams(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues
      .slice(0, 20)
      .map((issue) => [issue.path.join('.') || 'body', issue.code === 'custom' ? issue.message : issue.code]),
  );
}

/** Vietnamese arrives composed or decomposed depending on the keyboard; everything inside is NFC. */
function normalise(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalise);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normalise(inner)]));
}
