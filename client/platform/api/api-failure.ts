import type { FailureParams } from '../../../shared/kernel/failure.js';

/** Everything that can go wrong between the client and the server, with the server's stable code. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly params: FailureParams;
  readonly requestId: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;

  constructor(facts: { code: string; params?: FailureParams; requestId?: string; status?: number }) {
    super(facts.code);
    this.name = 'ApiFailure';
    this.code = facts.code;
    this.params = facts.params ?? {};
    this.requestId = facts.requestId ?? '';
    this.status = facts.status ?? 0;
  }

  /** True when asking again may help without any change: no answer, or a server that is down or busy. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /**
   * True when the same request may be taken later though it was answered: after signing in, with another role, or once
   * time has passed. What is invisible is answered like what is missing, so signing in may cure that as well.
   */
  get isCurable(): boolean {
    const { status } = this;
    return [401, 403, 408, 425, 429].includes(status) || status >= 500 || this.code === 'not_found';
  }
}

export const networkFailure = (): ApiFailure => new ApiFailure({ code: 'network' });

export const isFailure = (error: unknown, code: string): error is ApiFailure =>
  error instanceof ApiFailure && error.code === code;

const record = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads the failure body of an answer; anything else (a proxy's HTML) becomes `unavailable` or `internal`. */
export function failureOf(body: unknown, status: number): ApiFailure {
  if (!record(body) || typeof body.code !== 'string') {
    return new ApiFailure({ code: status >= 502 ? 'unavailable' : 'internal', status });
  }
  return new ApiFailure({
    code: body.code,
    status,
    params: paramsOf(body.params),
    requestId: typeof body.requestId === 'string' ? body.requestId : '',
  });
}

function paramsOf(value: unknown): FailureParams {
  if (!record(value)) return {};
  const params: FailureParams = {};
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string' || typeof entry === 'number') params[name] = entry;
  }
  return params;
}
