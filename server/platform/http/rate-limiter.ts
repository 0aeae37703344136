import { BoundedMap } from '../bounded-map.js';

export type RateLimit = { max: number; windowMs: number };

type Bucket = { tokens: number; atMs: number };

const MAX_KEYS = 50_000;

/** Token buckets by key, bounded in number: the key that waited longest is forgotten first. */
export class RateLimiter {
  private readonly buckets = new BoundedMap<string, Bucket>(MAX_KEYS);

  constructor(private readonly limit: RateLimit) {}

  /** Takes one token. Returns 0 when there was one, else the milliseconds until the next. */
  take(key: string, nowMs: number): number {
    const bucket = this.refilled(key, nowMs);
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * (this.limit.windowMs / this.limit.max));
    bucket.tokens -= 1;
    return 0;
  }

  forget(key: string): void {
    this.buckets.delete(key);
  }

  private refilled(key: string, nowMs: number): Bucket {
    const known = this.buckets.get(key);
    if (!known) return { tokens: this.limit.max, atMs: nowMs };
    const gained = (Math.max(0, nowMs - known.atMs) / this.limit.windowMs) * this.limit.max;
    return { tokens: Math.min(this.limit.max, known.tokens + gained), atMs: nowMs };
  }
}
