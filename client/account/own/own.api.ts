import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangePassword,
  EndedSessions,
  FirstPassword,
  OwnAccount,
  OwnSessions,
} from '../../../shared/account/own.schema.js';
import { api, apiDelete, apiPut } from '../../platform/api/api.js';

const accountKey = ['account', 'own'] as const;
const sessionsKey = ['account', 'own', 'sessions'] as const;

export function useOwnAccount() {
  return useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => api<OwnAccount>('/api/account', { signal }),
  });
}

export function useOwnSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => api<OwnSessions>('/api/account/sessions', { signal }),
    refetchInterval: 60_000,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: accountKey });
}

export function useChangePassword() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (body: ChangePassword) => apiPut<EndedSessions>('/api/account/password', body),
    onSuccess,
  });
}

export function useSetFirstPassword() {
  return useMutation({
    mutationFn: (body: FirstPassword) => apiPut<EndedSessions>('/api/account/first-password', body),
  });
}

export function useEndSession() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (id: string) => apiDelete<void>(`/api/account/sessions/${id}`),
    onSettled,
  });
}

export function useEndOtherSessions() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: () => apiDelete<EndedSessions>('/api/account/sessions'),
    onSettled,
  });
}
