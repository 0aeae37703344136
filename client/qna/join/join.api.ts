import { useMutation, useQuery } from '@tanstack/react-query';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { api, apiPut } from '../../platform/api/api.js';

const pathOf = (code: string) => `/api/qna-codes/${encodeURIComponent(code)}`;

export const invitationKey = (code: string | null) => ['qna', 'invitations', code] as const;

/** What a code leads to; null asks nothing. */
export function useInvitation(code: string | null) {
  return useQuery({
    queryKey: invitationKey(code),
    queryFn: ({ signal }) => api<QnaInvitation>(pathOf(code ?? ''), { signal }),
    enabled: code !== null,
    // Whether one is in already changes with signing in.
    staleTime: 0,
  });
}

export function useGuestEntry(code: string) {
  return useMutation({
    mutationFn: (name: string) => apiPut<QnaInvitation>(`${pathOf(code)}/guest`, { name }),
  });
}
