import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Reads the database's idea of now (`SELECT app_now()`), in milliseconds since the epoch. */
export type ReadDatabaseNow = () => Promise<number>;

const SYNC_EVERY_MS = 10_000;
const SYNC_SAMPLES = 3;

/**
 * The only source of time in the server. It runs on the process's monotonic counter, anchored to the database's
 * clock, so that a jump of this machine's wall clock moves no deadline and several nodes agree with each other.
 */
@Injectable()
export class Clock implements OnApplicationShutdown {
  private anchor = { databaseMs: Date.now(), monotonicMs: performance.now() };
  private timer: NodeJS.Timeout | undefined;

  now(): Date {
    return new Date(this.nowMs());
  }

  nowMs(): number {
    return Math.floor(this.anchor.databaseMs + (performance.now() - this.anchor.monotonicMs));
  }

  /** Anchors to the sample with the shortest round trip; half of that trip is taken off as its age. */
  async synchronise(readDatabaseNow: ReadDatabaseNow): Promise<void> {
    let best = Number.POSITIVE_INFINITY;
    for (let sample = 0; sample < SYNC_SAMPLES; sample += 1) {
      const sentMs = performance.now();
      const databaseMs = await readDatabaseNow();
      const tripMs = performance.now() - sentMs;
      if (tripMs >= best) continue;
      best = tripMs;
      this.anchor = { databaseMs: databaseMs + tripMs / 2, monotonicMs: sentMs + tripMs };
    }
  }

  keepSynchronised(readDatabaseNow: ReadDatabaseNow, onError: (error: unknown) => void): void {
    this.timer = setInterval(() => void this.synchronise(readDatabaseNow).catch(onError), SYNC_EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
