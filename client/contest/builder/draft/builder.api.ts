import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { MemberPage, UnitTree } from '../../../../shared/account/account.schema.js';
import type {
  ContestDraftView,
  contestPage,
  ExtendWindow,
  extraTimeList,
  PaperPreview,
  reopenAttempts as reopenWish,
  ReopenedAttempts,
  RoundSettings,
  SupplyView,
  WriteContest,
} from '../../../../shared/contest/contest.schema.js';
import type { MissingPeople, UnitProgress } from '../../../../shared/contest/standings.schema.js';
import type { Language } from '../../../platform/text/language.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../../../platform/api/api.js';

type ContestPage = z.infer<typeof contestPage>;
export type ReopenWish = z.input<typeof reopenWish>;
type ExtraTimes = z.infer<typeof extraTimeList>;

const segment = encodeURIComponent;
const contestPath = (id: string) => `/api/contests/${segment(id)}`;
const roundPath = (id: string) => `/api/rounds/${segment(id)}`;

export const ownContestsKey = ['contests', 'organiser'] as const;
export type Shelf = 'current' | 'archived';
export const draftKey = (contestId: string) => ['contest-draft', contestId] as const;
export const extraTimeKey = (roundId: string) => ['rounds', roundId, 'extra-time'] as const;

export function useOwnContests(shelf: Shelf) {
  return useInfiniteQuery({
    queryKey: [...ownContestsKey, shelf],
    queryFn: ({ signal, pageParam }) =>
      api<ContestPage>(withQuery('/api/contests', { as: 'organiser', shelf, cursor: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

export const createContest = (title: string) => apiPost<ContestDraftView>('/api/contests', { title });

export const readDraft = (contestId: string, signal?: AbortSignal) =>
  api<ContestDraftView>(`${contestPath(contestId)}/draft`, { signal });

/** Counts of who is in a round move on by themselves once the contest is open. */
const COUNTS_EVERY_MS = 15_000;

export function useDraft(contestId: string) {
  return useQuery({
    queryKey: draftKey(contestId),
    queryFn: ({ signal }) => readDraft(contestId, signal),
    refetchInterval: (query) => (query.state.data?.state === 'published' ? COUNTS_EVERY_MS : false),
  });
}

export const writeContest = (contestId: string, body: WriteContest) =>
  apiPut<ContestDraftView>(contestPath(contestId), body);
export const writeRound = (roundId: string, body: RoundSettings & { revision: number }) =>
  apiPut<ContestDraftView>(roundPath(roundId), body);
export const addRound = (contestId: string) => apiPost<ContestDraftView>(`${contestPath(contestId)}/rounds`);
export const removeRound = (roundId: string) => apiDelete<ContestDraftView>(roundPath(roundId));
export const publishContest = (contestId: string) =>
  apiPut<ContestDraftView>(`${contestPath(contestId)}/publication`);
export const cancelContest = (contestId: string, reason: string) =>
  apiPut<ContestDraftView>(`${contestPath(contestId)}/cancellation`, { reason });
export const extendWindow = (roundId: string, body: ExtendWindow) =>
  apiPut<ContestDraftView>(`${roundPath(roundId)}/window`, body);
export const drawPreview = (roundId: string) => apiPost<PaperPreview>(`${roundPath(roundId)}/preview`);
export const grantExtraTime = (
  { roundId, memberId }: { roundId: string; memberId: string },
  body: { minutes: number; reason: string },
) => apiPut<ExtraTimes>(`${roundPath(roundId)}/extra-time/${segment(memberId)}`, body);

export const reopenAttempts = (roundId: string, body: ReopenWish) =>
  apiPost<ReopenedAttempts>(`${roundPath(roundId)}/reopenings`, body);

/** All attempts with their answers, and who has not entered, as a file. */
export const attemptsFile = (roundId: string, form: 'xlsx' | 'csv', lang: Language) =>
  withQuery(`${roundPath(roundId)}/attempts.${form}`, { lang });

export function useSupply(roundId: string) {
  return useQuery({
    queryKey: ['rounds', roundId, 'supply'],
    queryFn: ({ signal }) => api<SupplyView>(`${roundPath(roundId)}/supply`, { signal }),
    // Somebody may have gone to add questions and come back.
    refetchOnWindowFocus: true,
  });
}

export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => api<UnitTree>('/api/units', { signal }),
    staleTime: 60_000,
  });
}

export function useExtraTimes(roundId: string) {
  return useQuery({
    queryKey: extraTimeKey(roundId),
    queryFn: ({ signal }) => api<ExtraTimes>(`${roundPath(roundId)}/extra-time`, { signal }),
  });
}

export function useMembersFound(q: string) {
  return useQuery({
    queryKey: ['members', 'found', q],
    queryFn: ({ signal }) => api<MemberPage>(withQuery('/api/members', { q, limit: 8 }), { signal }),
    enabled: q.length >= 2,
  });
}

/** `below`: the unit whose units are asked for; the topmost ones without. */
export function useUnitProgress(roundId: string, below = '') {
  return useQuery({
    queryKey: ['rounds', roundId, 'unit-progress', below],
    queryFn: ({ signal }) =>
      api<UnitProgress>(withQuery(`${roundPath(roundId)}/unit-progress`, { below }), { signal }),
    refetchInterval: COUNTS_EVERY_MS,
  });
}

export function useMissingPeople(roundId: string, unitId: string) {
  return useInfiniteQuery({
    queryKey: ['rounds', roundId, 'unit-progress', unitId, 'missing'],
    queryFn: ({ signal, pageParam }) =>
      api<MissingPeople>(
        withQuery(`${roundPath(roundId)}/unit-progress/${segment(unitId)}/missing`, { cursor: pageParam }),
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}
