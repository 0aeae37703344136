import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../log.js';

export type Sweep = { name: string; run: () => Promise<void> };

const EVERY_MS = 1_000;

/**
 * Does what is overdue, once a second. It only wakes work up: each sweep decides from rows and the clock what is due
 * and locks what it takes, so several processes may sweep and a missed beat loses nothing.
 */
@Injectable()
export class Sweeper implements OnApplicationShutdown {
  private readonly sweeps: Sweep[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  add(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  start(): void {
    this.timer = setInterval(() => this.beat(), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private beat(): void {
    if (this.busy) return;
    this.busy = true;
    this.running = this.runAll().finally(() => {
      this.busy = false;
    });
  }

  private async runAll(): Promise<void> {
    for (const sweep of this.sweeps) {
      try {
        await sweep.run();
      } catch (error) {
        this.logger.warn({ err: error, sweep: sweep.name }, 'a sweep failed and is tried again');
      }
    }
  }
}
