import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { SessionView } from '../../shared/account/account.schema.js';
import { api } from '../platform/api/api.js';
import { SessionContext, nobody, sessionKey } from '../platform/api/session.js';
import { onClockDoubt } from '../platform/time/server-time.js';
import { OfflinePage, ServerErrorPage } from './error-pages.js';
import { PageLoading } from './page-loading.js';
import { isFailure } from '../platform/api/api-failure.js';

/** Asks once who is signed in; nothing below renders before the answer. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => api<SessionView>('/api/session', { signal }),
    staleTime: 5 * 60_000,
  });
  const { refetch } = session;
  useEffect(() => onClockDoubt(() => void refetch()), [refetch]);
  if (session.isPending) return <PageLoading />;
  if (session.isError && !session.data) {
    const retry = () => void refetch();
    if (isFailure(session.error, 'network')) return <OfflinePage onRetry={retry} />;
    return <ServerErrorPage error={session.error} onRetry={retry} />;
  }
  return <SessionContext value={session.data ?? nobody}>{children}</SessionContext>;
}
