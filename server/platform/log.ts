import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

const REDACTED = [
  'req.headers.cookie',
  'req.headers.authorization',
  'password',
  'body.password',
  '*.password',
];

/** Writes to standard output unless told where else. */
export function createLogger(level: string, to?: DestinationStream): Logger {
  const options = { level, redact: REDACTED, serializers: { err: errorOf } };
  return to ? pino(options, to) : pino(options);
}

/** A failed statement brings its values along: answers, names and password hashes are nobody's to read in a log. */
function errorOf(error: Error): object {
  const {
    parameters: _values,
    driverError: _driver,
    detail: _row,
    ...rest
  } = Object.assign(
    { parameters: undefined, driverError: undefined, detail: undefined },
    stdSerializers.err(error),
  );
  return rest;
}

/** Nest's own messages through the one logger. */
@Injectable()
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
}

export const LOGGER = Symbol('Logger');
