import { busy } from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';

export type FairQueueLimits = {
  /** Pieces of work that go on at the same time. */
  width: number;
  /** Pieces that may wait, of everybody together and of one person. */
  maxWaiting: number;
  maxWaitingOfOne: number;
};

type Waiting = { begin: () => void; refuse: (reason: unknown) => void };

/**
 * Work of many people in turns: one piece of each person's after the other, so that a hundred pieces of one are no
 * longer a wait for the next than one. Of a person nothing goes on beside something else. What there is no room to
 * wait for is refused with `busy`.
 */
export class FairQueue {
  /** In the order in which people's turns come; nobody is in it without waiting work. */
  private readonly lines = new Map<string, Waiting[]>();
  private readonly working = new Set<string>();
  private waiting = 0;
  /** How long a piece has taken lately, for telling others when to come back. */
  private usualMs = 1_000;

  constructor(private readonly limits: FairQueueLimits) {}

  /** Does the work when it is the person's turn. A signal takes it out of the queue; once begun, it is the work's own to heed. */
  async run<Result>(person: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    await this.turnOf(person, signal);
    const beganMs = performance.now();
    try {
      return await work();
    } finally {
      this.usualMs += (performance.now() - beganMs - this.usualMs) / 4;
      this.end(person);
    }
  }

  private async turnOf(person: string, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const line = this.lines.get(person) ?? [];
    if (this.waiting >= this.limits.maxWaiting || line.length >= this.limits.maxWaitingOfOne)
      throw this.refusal();
    let leave = (): void => undefined;
    const turn = new Promise<void>((begin, refuse) => {
      const waiting: Waiting = { begin, refuse };
      line.push(waiting);
      this.lines.set(person, line);
      this.waiting += 1;
      leave = () => this.leave(person, waiting, signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
    });
    this.next();
    try {
      await turn;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  /** Whoever had a turn goes to the end. */
  private end(person: string): void {
    this.working.delete(person);
    const line = this.lines.get(person);
    this.lines.delete(person);
    if (line) this.lines.set(person, line);
    this.next();
  }

  private next(): void {
    for (const [person, line] of this.lines) {
      if (this.working.size >= this.limits.width) return;
      if (this.working.has(person)) continue;
      const first = line.shift();
      if (line.length === 0) this.lines.delete(person);
      this.working.add(person);
      this.waiting -= 1;
      first?.begin();
    }
  }

  private leave(person: string, waiting: Waiting, reason: unknown): void {
    const line = this.lines.get(person) ?? [];
    const place = line.indexOf(waiting);
    if (place < 0) return;
    line.splice(place, 1);
    if (line.length === 0) this.lines.delete(person);
    this.waiting -= 1;
    waiting.refuse(reason);
  }

  private refusal(): FailureError {
    const allMs = (this.usualMs * (this.waiting + 1)) / this.limits.width;
    const retryAfterSeconds = Math.min(60, Math.max(1, Math.ceil(allMs / 1_000)));
    return new FailureError(busy, { retryAfterSeconds });
  }
}
