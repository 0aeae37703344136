import type { FailureKind, FailureParams } from '../../shared/kernel/failure.js';

/** Thrown anywhere below a controller or gateway; HTTP and sockets turn it into `{ code, params, requestId }`. */
export class FailureError extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly params: FailureParams = {},
  ) {
    super(kind.code);
  }
}

export function fail(kind: FailureKind, params: FailureParams = {}): never {
  throw new FailureError(kind, params);
}
