import { BoundedMap } from '../bounded-map.js';

export type RateLimit = { max: number; windowMs: number };

const MAX_KEYS = 50_000;

/** `max` tokens that come back evenly within `windowMs`. */
export class TokenBucket {
  private tokens: number;
  private atMs = Number.NaN;

  constructor(private readonly limit: RateLimit) {
    this.tokens = limit.max;
  }

  /** Takes one token. Returns 0 when there was one, else the milliseconds until the next. */
  take(nowMs: number): number {
    const { max, windowMs } = this.limit;
    if (nowMs > this.atMs) this.tokens = Math.min(max, this.tokens + ((nowMs - this.atMs) / windowMs) * max);
    this.atMs = nowMs;
    if (this.tokens < 1) return Math.ceil((1 - this.tokens) * (windowMs / max));
    this.tokens -= 1;
    return 0;
  }

  /** Takes the last token back: what it was taken for does not count. */
  giveBack(): void {
    this.tokens = Math.min(this.limit.max, this.tokens + 1);
  }
}

/** Token buckets by key, bounded in number: the key that waited longest is forgotten first. */
export class RateLimiter {
  private readonly buckets: BoundedMap<string, TokenBucket>;

  constructor(
    private readonly limit: RateLimit,
    maxKeys = MAX_KEYS,
  ) {
    this.buckets = new BoundedMap(maxKeys);
  }

  /** Takes one token of the key. Returns 0 when there was one, else the milliseconds until the next. */
  take(key: string, nowMs: number): number {
    const bucket = this.buckets.get(key) ?? new TokenBucket(this.limit);
    this.buckets.set(key, bucket);
    return bucket.take(nowMs);
  }

  /** Undoes a `take` that got its token. */
  giveBack(key: string): void {
    this.buckets.get(key)?.giveBack();
  }

  forget(key: string): void {
    this.buckets.delete(key);
  }
}
