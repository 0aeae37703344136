import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from '../clock.js';
import { LOGGER } from '../log.js';

/** To be done by `untilMs` of the clock. Whoever answers `true` left something and is called again at once. */
export type Sweep = { name: string; run: (untilMs: number) => Promise<boolean | void> };

const EVERY_MS = 1_000;
const BUDGET_MS = 800;

/**
 * Does what is overdue, once a second. It only wakes work up: each sweep decides from rows and the clock what is due
 * and locks what it takes, so several processes may sweep and a missed beat loses nothing. Sweeps do not wait for each
 * other, and none is begun again before it has ended.
 */
@Injectable()
export class Sweeper implements OnApplicationShutdown {
  private readonly sweeps: Sweep[] = [];
  private readonly running = new Map<Sweep, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  add(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  start(): void {
    this.timer = setInterval(() => this.beat(), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await Promise.all(this.running.values());
  }

  private beat(): void {
    for (const sweep of this.sweeps) {
      if (this.running.has(sweep)) continue;
      const run = this.run(sweep).finally(() => this.running.delete(sweep));
      this.running.set(sweep, run);
    }
  }

  private async run(sweep: Sweep): Promise<void> {
    try {
      while (!this.stopped && (await sweep.run(this.clock.nowMs() + BUDGET_MS)) === true);
    } catch (error) {
      this.logger.warn({ err: error, sweep: sweep.name }, 'a sweep failed and is tried again');
    }
  }
}
