import { BoundedMap } from '../bounded-map.js';
import type { Clock } from '../clock.js';

export type SharedReadingsOptions = {
  clock: Clock;
  /** How many are kept; the one made longest ago goes first. */
  max: number;
  /** For what the revision does not cover, such as a name that was corrected. */
  maxAgeMs: number;
};

type Reading<Value> = { revision: number; madeAtMs: number; value: Promise<Value> };

/**
 * What many ask for and is the same for all of them: made once for each revision of what it is made of, however many
 * ask meanwhile. Ask for the revision before `make` reads, so that nothing newer is ever kept under an older one.
 */
export class SharedReadings<Value> {
  private readonly readings: BoundedMap<string, Reading<Value>>;

  constructor(private readonly options: SharedReadingsOptions) {
    this.readings = new BoundedMap(options.max);
  }

  take(key: string, revision: number, make: () => Promise<Value>): Promise<Value> {
    const nowMs = this.options.clock.nowMs();
    const known = this.readings.get(key);
    if (known && known.revision >= revision && this.isYoung(known, nowMs)) return known.value;
    const made: Reading<Value> = { revision, madeAtMs: nowMs, value: make() };
    this.readings.set(key, made);
    made.value.catch(() => {
      if (this.readings.get(key) === made) this.readings.delete(key);
    });
    return made.value;
  }

  private isYoung({ madeAtMs }: Reading<Value>, nowMs: number): boolean {
    return nowMs >= madeAtMs && nowMs - madeAtMs < this.options.maxAgeMs;
  }
}
