import type { FailureKind, FailureParams } from '../../../shared/kernel/failure.js';

/** A file as a whole cannot be read. Carries the declared failure; the service answers with it. */
export class ImportRefused extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly params: FailureParams = {},
  ) {
    super(kind.code);
  }
}
