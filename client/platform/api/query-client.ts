import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure, isFailure } from './api-failure.js';
import { connection, retryDelayMs } from './connection.js';
import { sessionKey } from './session.js';

/** Only what may pass by itself is asked again; a refusal by the server is an answer. */
export function shouldRetry(failedBefore: number, error: unknown): boolean {
  return error instanceof ApiFailure && error.isTransient && failedBefore < 3;
}

export function createQueryClient(): QueryClient {
  // A session that ended elsewhere is noticed by any answer; asking for it again leads to the sign-in page.
  const onError = (error: unknown) => {
    if (isFailure(error, 'auth.required')) void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
