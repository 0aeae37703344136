import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { LOGGER } from '../log.js';

/** Two at least: a long piece of work does not keep a short one from its turn. */
const THREADS = Math.max(2, availableParallelism() - 1);
/** A piece that needs more ends, and not the process that saves answers. */
const MAX_HEAP_MB = 192;
const IDLE_MS = 30_000;
/** Where the system can, threads step back behind the one that saves answers. */
const NICE = 5;

/**
 * A function of a module that a thread loads by itself: without state, reached by its name, with an input that can be
 * sent. `out` parses what comes back.
 */
export type WorkerTask<Input, Output> = { module: URL; name: string; out: z.ZodType<Output>; input?: Input };

/** Threads for whatever computes longer than 20 ms. How people share them is for queues to say. */
@Injectable()
export class Workers implements OnApplicationShutdown {
  readonly width = THREADS;
  private pool: Piscina<unknown, unknown> | undefined;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** A signal ends the thread in the middle of its work; another takes its place. */
  async run<Input, Output>(
    { module, name, out }: WorkerTask<Input, Output>,
    input: Input,
    signal?: AbortSignal,
  ): Promise<Output> {
    const answer = await this.threads().run(input, {
      filename: fileURLToPath(module),
      name,
      ...(signal && { signal }),
    });
    return out.parse(answer);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  /** Started by the first who needs them: a thread costs memory. */
  private threads(): Piscina<unknown, unknown> {
    if (this.pool) return this.pool;
    const pool = new Piscina<unknown, unknown>({
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: IDLE_MS,
      // A task sleeps in its own event loop, as its libraries expect.
      atomics: 'disabled',
      niceIncrement: process.platform === 'linux' ? NICE : 0,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    pool.on('error', (err) => this.logger.error({ err }, 'a worker thread ended'));
    return (this.pool = pool);
  }
}
