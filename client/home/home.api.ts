import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { runningAttempts } from '../../shared/contest/attempt.schema.js';
import type { ContestView } from '../../shared/contest/contest.schema.js';
import type { CurrentRounds, LatestUnitStanding } from '../../shared/contest/home.schema.js';
import type { qnaSessionPage } from '../../shared/qna/session.schema.js';
import { api } from '../platform/api/api.js';

type RunningAttempts = z.infer<typeof runningAttempts>;
type QnaSessionPage = z.infer<typeof qnaSessionPage>;

const EVERY_MS = 60_000;

export const homeKeys = {
  // The bar on the other pages asks the same, under the same key.
  running: ['attempts', 'running'] as const,
  rounds: ['home', 'rounds'] as const,
};

export function useRunning() {
  return useQuery({
    queryKey: homeKeys.running,
    queryFn: ({ signal }) => api<RunningAttempts>('/api/attempts/running', { signal }),
    staleTime: 0,
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
}

export function useCurrentRounds() {
  return useQuery({
    queryKey: homeKeys.rounds,
    queryFn: ({ signal }) => api<CurrentRounds>('/api/rounds/current', { signal }),
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: true,
  });
}

/** Question sessions, latest start first: what is going on or comes soon is among the first. */
export function useQnaSessions() {
  return useQuery({
    queryKey: ['home', 'qna-sessions'],
    queryFn: ({ signal }) => api<QnaSessionPage>('/api/qna-sessions?limit=100', { signal }),
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: true,
  });
}

export function useLatestUnitStanding() {
  return useQuery({
    queryKey: ['home', 'unit-standing'],
    queryFn: ({ signal }) => api<LatestUnitStanding>('/api/unit-standings/latest', { signal }),
  });
}

/** The contest in the timeline. */
export function useTimelineContest(contestId: string) {
  return useQuery({
    queryKey: ['home', 'contest', contestId],
    queryFn: ({ signal }) => api<ContestView>(`/api/contests/${encodeURIComponent(contestId)}`, { signal }),
  });
}
