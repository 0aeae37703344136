import type { Logger } from 'pino';
import { FailureError } from '../failure-error.js';

export type TickerOptions<Change> = {
  /** A room hears at most one tick in this time. */
  everyMs: number;
  /** A change in which nothing changed yet. */
  nothing: () => Change;
  /** Tells a room all that changed since its last tick, as rows have it now; `later` keeps it for the next one. */
  tell: (room: string, change: Change) => Promise<'later' | void>;
  /** Adds what could not be told to what waits by now. */
  putBack: (waiting: Change, untold: Change) => void;
  /** A room hears one tick in so many; each, unless told. */
  stride?: (room: string) => number;
};

/**
 * Gathers what changes and tells it in ticks: the number of frames depends on time, not on how many people act. No room
 * waits for another, and none hears two ticks at once. A tick that fails is told with the next one, unless it is about
 * something that does not exist: tell what is read from rows, so that twice does no harm.
 */
export class Ticker<Change> {
  private readonly waiting = new Map<string, Change>();
  private readonly ticking = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private beats = 0;

  constructor(
    private readonly options: TickerOptions<Change>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => this.beat(), this.options.everyMs);
  }

  /** Ends after the ticks that are under way. What waits is not told any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.ticking.values());
  }

  /** Has the room hear a tick. Add to the answer what changed. */
  stir(room: string): Change {
    const known = this.waiting.get(room);
    if (known !== undefined) return known;
    const change = this.options.nothing();
    this.waiting.set(room, change);
    return change;
  }

  private beat(): void {
    this.beats += 1;
    for (const [room, change] of this.waiting) {
      if (this.ticking.has(room) || this.beats % (this.options.stride?.(room) ?? 1) !== 0) continue;
      this.waiting.delete(room);
      const tick = this.tick(room, change).finally(() => this.ticking.delete(room));
      this.ticking.set(room, tick);
    }
  }

  private async tick(room: string, change: Change): Promise<void> {
    try {
      if ((await this.options.tell(room, change)) !== 'later') return;
    } catch (error) {
      this.logger.warn({ err: error, room }, 'a tick failed');
      if (error instanceof FailureError) return;
    }
    this.options.putBack(this.stir(room), change);
  }
}
