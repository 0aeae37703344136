import { useMutation, useQuery } from '@tanstack/react-query';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { api, apiPut } from '../../platform/api.js';

const pathOf = (code: string) => `/api/qna-codes/${encodeURIComponent(code)}`;

/** What a code leads to. */
export const readInvitation = (code: string, signal?: AbortSignal) =>
  api<QnaInvitation>(pathOf(code), { signal });

export function useInvitation(code: string) {
  return useQuery({
    queryKey: ['qna', 'invitations', code],
    queryFn: ({ signal }) => readInvitation(code, signal),
    // Whether one is in already changes with signing in.
    staleTime: 0,
  });
}

export function useGuestEntry(code: string) {
  return useMutation({
    mutationFn: (name: string) => apiPut<QnaInvitation>(`${pathOf(code)}/guest`, { name }),
  });
}
