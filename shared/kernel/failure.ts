import { z } from 'zod';

/** What every failed request or socket event answers. `code` is stable; the client translates it. */
export const failureView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string(),
});
export type FailureView = z.infer<typeof failureView>;

export type FailureParams = FailureView['params'];

/** A declared failure: stable code and the HTTP status it is sent with. */
export type FailureKind = { readonly code: string; readonly status: number };

/** Declares a failure once, beside its feature: `contestClosed = failure('contest.closed', 409)`. */
export function failure(code: string, status: number): FailureKind {
  return { code, status };
}

export const invalidInput = failure('input.invalid', 400);
export const notSignedIn = failure('auth.required', 401);
export const forbidden = failure('auth.forbidden', 403);
/** Of whoever signed in with a password or slip that somebody else has given them. */
export const passwordNotSet = failure('auth.password_not_set', 403);
export const notFound = failure('not_found', 404);
export const methodNotAllowed = failure('method.not_allowed', 405);
export const staleWrite = failure('stale_write', 409);
export const tooLarge = failure('input.too_large', 413);
export const tooManyRequests = failure('rate.limited', 429);
export const internalError = failure('internal', 500);
export const unavailable = failure('unavailable', 503);
/** Too much of the same waits already. params: retryAfterSeconds */
export const busy = failure('busy', 503);
