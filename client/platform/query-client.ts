import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.js';
import { connection, retryDelayMs } from './connection.js';

/** Only what may pass by itself is asked again; a refusal by the server is an answer. */
export function shouldRetry(failedBefore: number, error: unknown): boolean {
  return error instanceof ApiFailure && error.isTransient && failedBefore < 3;
}

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // Our own connection states decide; the browser's idea of being online is often wrong.
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay: retryDelayMs,
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  // Back online: what is on screen and failed or grew old meanwhile is fetched again.
  connection.subscribe(() => {
    if (connection.state() === 'back') void client.invalidateQueries({ refetchType: 'active' });
  });
  return client;
}
