import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { KeyHolder, keyHolders, Opening, openings } from '../../../shared/qna/opening.schema.js';
import { api, apiPost, apiPut } from '../../platform/api/api.js';

const segment = encodeURIComponent;
const holdersKey = ['qna-key-holders'] as const;
const openingsKey = ['qna-openings'] as const;

/** Everybody who made a key; nobody for who neither makes sessions nor holds one. */
export function useKeyHolders() {
  return useQuery({
    queryKey: holdersKey,
    queryFn: ({ signal }) => api<z.infer<typeof keyHolders>>('/api/qna-key-holders', { signal }),
    // Somebody may have gone to make one and come back.
    refetchOnWindowFocus: true,
  });
}

export function useRegisterKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (publicKey: string) => apiPut<KeyHolder>('/api/qna-key-holders/me', { publicKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: holdersKey }),
  });
}

/** Openings of the sessions whose keys one holds. The other holder acts meanwhile, so it is asked again. */
const AGAIN_EVERY_MS = 20_000;

export function useOpenings() {
  return useQuery({
    queryKey: openingsKey,
    queryFn: ({ signal }) => api<z.infer<typeof openings>>('/api/qna-openings', { signal }),
    refetchInterval: AGAIN_EVERY_MS,
  });
}

export function useRequestOpening(inquiryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      apiPost<Opening>(`/api/inquiries/${segment(inquiryId)}/openings`, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: openingsKey }),
  });
}

export function useOpenBox(openingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (opened: string) =>
      apiPut<Opening>(`/api/qna-openings/${segment(openingId)}/box`, { opened }),
    onSettled: () => client.invalidateQueries({ queryKey: openingsKey }),
  });
}
