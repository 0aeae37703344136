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
export function createConnection(probe: () => Promise<unknown>) {
  let state: ConnectionState = 'online';
  let attempt = 0;
  let waiting = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let backTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const enter = (next: ConnectionState) => {
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const answered = () => {
    clearTimeout(retryTimer);
    attempt = 0;
    if (state === 'offline') {
      enter('back');
      backTimer = setTimeout(() => enter(waiting > 0 ? 'slow' : 'online'), BACK_FOR_MS);
    } else if (state === 'slow' && waiting === 0) enter('online');
  };
  const tryNow = () => {
    clearTimeout(retryTimer);
    probe().then(answered, (error: unknown) => (isAnswer(error) ? answered() : scheduleRetry()));
  };
  const scheduleRetry = () => {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(tryNow, retryDelayMs(attempt));
    attempt += 1;
  };
  const lost = () => {
    clearTimeout(backTimer);
    if (state === 'offline') return;
    enter('offline');
    attempt = 0;
    scheduleRetry();
  };

  /** Passes the request on and draws its conclusion: no answer means offline, a late one means slow. */
  const watch = async <Answer>(request: Promise<Answer>): Promise<Answer> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      waiting += 1;
      if (state === 'online') enter('slow');
    }, SLOW_AFTER_MS);
    const settle = () => {
      clearTimeout(timer);
      if (late) waiting -= 1;
    };
    try {
      const answer = await request;
      settle();
      answered();
      return answer;
    } catch (error) {
      settle();
      if (error instanceof ApiFailure && error.status === 0) lost();
      else if (state === 'slow' && waiting === 0) enter('online');
      throw error;
    }
  };

  return {
    watch,
    tryNow,
    lost,
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const isAnswer = (error: unknown) => error instanceof ApiFailure && error.status !== 0;

/** Any answer of the server will do; its own address keeps it clear of `watch`. */
async function askHealth(): Promise<void> {
  const answer = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
  // A proxy in front of a server that is down answers for it.
  if (answer.status >= 502) throw new Error('unavailable');
}

export const connection = createConnection(askHealth);

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => connection.lost());
  window.addEventListener('online', () => connection.tryNow());
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
