import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AttemptResult, AttemptView, runningAttempts } from '../../shared/contest/attempt.schema.js';
import type { ContestView, contestPage } from '../../shared/contest/contest.schema.js';
import type { StandingsPage, UnitStandings } from '../../shared/contest/standings.schema.js';
import type { z } from 'zod';
import { api, apiPost, withQuery } from '../platform/api/api.js';

type ContestPage = z.infer<typeof contestPage>;
type RunningAttempts = z.infer<typeof runningAttempts>;

export const STANDINGS_PAGE_SIZE = 50;
const LIST_PAGE_SIZE = 100;
/** While an attempt runs, extra time or a submission elsewhere is learnt at the latest after this. */
const RUNNING_EVERY_MS = 60_000;

const segment = encodeURIComponent;

export const contestKeys = {
  list: ['contests', 'member'] as const,
  view: (contestId: string) => ['contests', 'view', contestId] as const,
  /** The standings of all rounds. */
  rounds: ['rounds'] as const,
  standings: (roundId: string) => ['rounds', roundId, 'standings'] as const,
  unitStandings: (roundId: string) => ['rounds', roundId, 'unit-standings'] as const,
  result: (attemptId: string) => ['results', attemptId] as const,
  running: ['attempts', 'running'] as const,
};

export const startAttempt = (roundId: string) =>
  apiPost<AttemptView>(`/api/rounds/${segment(roundId)}/attempts`);

export function useContestList() {
  return useInfiniteQuery({
    queryKey: contestKeys.list,
    queryFn: ({ signal, pageParam }) =>
      api<ContestPage>(
        withQuery('/api/contests', { as: 'member', limit: LIST_PAGE_SIZE, cursor: pageParam }),
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

export function useContest(contestId: string) {
  return useQuery({
    queryKey: contestKeys.view(contestId),
    queryFn: ({ signal }) => api<ContestView>(`/api/contests/${segment(contestId)}`, { signal }),
  });
}

/** One page of a round's standings, from the top or after a cursor; the page before stays while the next one loads. */
export function useStandings(roundId: string, cursor = '') {
  return useQuery({
    queryKey: [...contestKeys.standings(roundId), cursor],
    queryFn: ({ signal }) =>
      api<StandingsPage>(
        withQuery(`/api/rounds/${segment(roundId)}/standings`, { limit: STANDINGS_PAGE_SIZE, cursor }),
        { signal },
      ),
    placeholderData: (previous, query) => (query?.queryKey[1] === roundId ? previous : undefined),
  });
}

export function useUnitStandings(roundId: string) {
  return useQuery({
    queryKey: contestKeys.unitStandings(roundId),
    queryFn: ({ signal }) => api<UnitStandings>(`/api/rounds/${segment(roundId)}/unit-standings`, { signal }),
  });
}

export function useResult(attemptId: string) {
  return useQuery({
    queryKey: contestKeys.result(attemptId),
    queryFn: ({ signal }) => api<AttemptResult>(`/api/attempts/${segment(attemptId)}/result`, { signal }),
  });
}

export function useRunningAttempts() {
  return useQuery({
    queryKey: contestKeys.running,
    queryFn: ({ signal }) => api<RunningAttempts>('/api/attempts/running', { signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
    refetchInterval: (query) => (query.state.data?.items.length ? RUNNING_EVERY_MS : false),
  });
}
