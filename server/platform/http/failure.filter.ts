import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import {
  forbidden,
  internalError,
  invalidInput,
  methodNotAllowed,
  notFound,
  notSignedIn,
  tooLarge,
  unavailable,
  type FailureKind,
} from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';
import { LOGGER } from '../log.js';
import { isDatabaseAway } from '../database/database-away.js';

/** Every error leaves as `{ code, params, requestId }`; only what we did not foresee is logged as an error. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { kind, params } = failureOf(error);
    if (kind.status >= 500)
      this.logger.error({ err: error, requestId: request.id, url: request.url }, kind.code);
    if (reply.sent) return;
    const { retryAfterSeconds = kind.status === 503 ? 1 : undefined } = params;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    void reply.status(kind.status).send({ code: kind.code, params, requestId: request.id });
  }
}

/** A database that is away, or a queue that is full, is looked at again after a moment. */
const UNAVAILABLE_SECONDS = 1;

/** The failure an error stands for. Who is told to come back later is told when. */
export function failureOf(error: unknown): Pick<FailureError, 'kind' | 'params'> {
  if (isDatabaseAway(error) || (error instanceof FailureError && error.kind === unavailable))
    return { kind: unavailable, params: { retryAfterSeconds: UNAVAILABLE_SECONDS } };
  if (error instanceof FailureError) return error;
  const status = statusOf(error);
  return { kind: status === undefined ? internalError : kindOfStatus(status), params: {} };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return undefined;
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return notSignedIn;
  if (status === 403) return forbidden;
  if (status === 404) return notFound;
  if (status === 405) return methodNotAllowed;
  if (status === 413) return tooLarge;
  return status < 500 ? invalidInput : internalError;
}
