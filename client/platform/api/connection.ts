import { useSyncExternalStore } from 'react';
import { ApiFailure } from './api-failure.js';

/** `slow`: an answer is due for more than 4 s. `back`: shown for 3 s after being offline. */
export type ConnectionState = 'online' | 'slow' | 'offline' | 'back';

export const SLOW_AFTER_MS = 4_000;
export const BACK_FOR_MS = 3_000;
const RETRY_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/** How long to wait before retry number `attempt` (0-based): 1, 2, 4, 8, 15 s, then every 15 s. */
export function retryDelayMs(attempt: number): number {
  return RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)] ?? 15_000;
}

/** Knows from the requests that pass through `watch` how the link is; offline it asks `probe` until one answers. */
export class Connection {
  private current: ConnectionState = 'online';
  private tries = 0;
  private late = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private backTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly probe: () => Promise<unknown>) {}

  readonly state = (): ConnectionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Passes a request on and draws its conclusion: no answer means offline, one that takes 4 s means slow. */
  async watch<Answer>(request: Promise<Answer>): Promise<Answer> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.late += 1;
      if (this.current === 'online') this.enter('slow');
    }, SLOW_AFTER_MS);
    try {
      const answer = await request;
      if (isKept(answer)) this.lost();
      else this.answered();
      return answer;
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 0) this.lost();
      throw error;
    } finally {
      clearTimeout(timer);
      if (isLate) this.late -= 1;
      if (this.current === 'slow' && this.late === 0) this.enter('online');
    }
  }

  /** Asks now instead of after the wait. */
  readonly tryNow = (): void => {
    clearTimeout(this.retryTimer);
    this.probe().then(
      () => this.answered(),
      () => (this.current === 'offline' ? this.retryLater() : this.lost()),
    );
  };

  readonly lost = (): void => {
    clearTimeout(this.backTimer);
    if (this.current === 'offline') return;
    this.enter('offline');
    this.tries = 0;
    this.retryLater();
  };

  private answered(): void {
    if (this.current !== 'offline') return;
    clearTimeout(this.retryTimer);
    this.enter('back');
    this.backTimer = setTimeout(() => this.enter(this.late > 0 ? 'slow' : 'online'), BACK_FOR_MS);
  }

  private retryLater(): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(this.tryNow, retryDelayMs(this.tries));
    this.tries += 1;
  }

  private enter(next: ConnectionState): void {
    if (next === this.current) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener();
  }
}

/** What a service worker kept is no answer: there is no network. */
const isKept = (answer: unknown): boolean => answer instanceof Response && answer.headers.has('x-kept');

/** Any answer of the server will do; its own address keeps it clear of `watch`. */
async function askHealth(): Promise<void> {
  const answer = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
  // A proxy in front of a server that is down answers for it.
  if (answer.status >= 502) throw new Error('unavailable');
}

export const connection = new Connection(askHealth);

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => connection.lost());
  window.addEventListener('online', () => connection.tryNow());
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state, connection.state);
}
