import { tooManyRequests, type FailureKind } from '../../../shared/kernel/failure.js';
import { BoundedMap } from '../bounded-map.js';
import type { Clock } from '../clock.js';
import { fail } from '../failure-error.js';

/** So many at once, and so many again within the window, one after the other. */
export type RateLimit = { max: number; windowMs: number };

const MAX_KEYS = 50_000;
/** Sums of fractions of a millisecond are off by less than this. */
const NOISE_MS = 0.001;

/**
 * A bucket of tokens for each key (a member, a guest's device, an address), which fills up evenly. The keys are bounded
 * in number: the one that took longest ago is forgotten first.
 */
export class RateLimiter {
  /** When a key's bucket will be full again; of a key that is not here it is full. */
  private readonly fullAtMs: BoundedMap<string, number>;

  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Pick<Clock, 'nowMs'>,
    maxKeys = MAX_KEYS,
  ) {
    this.fullAtMs = new BoundedMap(maxKeys);
  }

  /** Takes one token of the key. Returns 0 when there was one, else the milliseconds until the next. */
  take(key: string): number {
    const { max, windowMs } = this.limit;
    const nowMs = this.clock.nowMs();
    const emptyMs = nowMs + windowMs;
    const before = Math.min(emptyMs, Math.max(nowMs, this.fullAtMs.get(key) ?? nowMs));
    const after = before + windowMs / max;
    const waitMs = Math.ceil(after - emptyMs - NOISE_MS);
    if (waitMs > 0) return waitMs;
    this.fullAtMs.set(key, after);
    return 0;
  }

  /** Takes one token of the key or refuses. */
  pass(key: string, refusal: FailureKind = tooManyRequests): void {
    const waitMs = this.take(key);
    if (waitMs > 0) refuseFor(waitMs, refusal);
  }

  /** Undoes a `take` that got its token: what it was taken for does not count. */
  giveBack(key: string): void {
    const fullAtMs = this.fullAtMs.get(key);
    if (fullAtMs !== undefined) this.fullAtMs.set(key, fullAtMs - this.limit.windowMs / this.limit.max);
  }

  forget(key: string): void {
    this.fullAtMs.delete(key);
  }
}

/** Every refusal for being too fast says when to come back, in whole seconds that are never too few. */
export function refuseFor(waitMs: number, refusal: FailureKind = tooManyRequests): never {
  return fail(refusal, { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}
