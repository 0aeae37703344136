import { useInfiniteQuery } from '@tanstack/react-query';
import type { CorrectionPage, CorrectTexts } from '../../../../shared/contest/contest-life.schema.js';
import type { ContestDraftView } from '../../../../shared/contest/contest.schema.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../../../platform/api/api.js';

const contestPath = (id: string, rest = '') => `/api/contests/${encodeURIComponent(id)}${rest}`;

export const correctionsKey = (contestId: string) => ['contest-draft', contestId, 'corrections'] as const;

export const copyContest = (id: string, title: string) =>
  apiPost<ContestDraftView>(contestPath(id, '/copies'), { title });
export const removeDraft = (id: string) => apiDelete<undefined>(contestPath(id));
export const restoreDraft = (id: string) => apiPut<ContestDraftView>(contestPath(id, '/restoration'));
export const archiveContest = (id: string) => apiPut<ContestDraftView>(contestPath(id, '/archive'));
export const unarchiveContest = (id: string) => apiDelete<ContestDraftView>(contestPath(id, '/archive'));
export const correctTexts = (id: string, texts: CorrectTexts) =>
  apiPut<ContestDraftView>(contestPath(id, '/texts'), texts);

export function useCorrections(contestId: string) {
  return useInfiniteQuery({
    queryKey: correctionsKey(contestId),
    queryFn: ({ signal, pageParam }) =>
      api<CorrectionPage>(
        withQuery(contestPath(contestId, '/corrections'), { cursor: pageParam, limit: 20 }),
        {
          signal,
        },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}
