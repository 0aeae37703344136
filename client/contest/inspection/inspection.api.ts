import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InspectedPaper, InspectionPage } from '../../../shared/contest/inspection.schema.js';
import { api, withQuery } from '../../platform/api/api.js';
import type { InspectionFilter } from './inspection-address.js';

const segment = encodeURIComponent;
const listPath = (roundId: string) => `/api/rounds/${segment(roundId)}/attempts`;

/** A list that somebody reads does not move by itself; this often it is asked whether there is more. */
const NEWS_EVERY_MS = 15_000;

const inspectionKey = (roundId: string) => ['rounds', roundId, 'attempts'] as const;

/** A page of the attempts as they were when it was asked for. */
export function useAttempts(roundId: string, filter: InspectionFilter, cursor: string) {
  return useQuery({
    queryKey: [...inspectionKey(roundId), filter, cursor],
    queryFn: ({ signal }) =>
      api<InspectionPage>(withQuery(listPath(roundId), { ...filter, cursor }), { signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** How many there are by now under the same filters. */
export function useFoundNow(roundId: string, filter: InspectionFilter) {
  return useQuery({
    queryKey: [...inspectionKey(roundId), filter, 'news'],
    queryFn: async ({ signal }) => {
      const page = await api<InspectionPage>(withQuery(listPath(roundId), { ...filter, limit: 1 }), {
        signal,
      });
      return page.counts.found;
    },
    refetchInterval: NEWS_EVERY_MS,
  });
}

/** Each time it is opened, the log says so: it is not fetched again for looking away and back. */
export function usePaper(attemptId: string, filter: InspectionFilter) {
  return useQuery({
    queryKey: ['attempts', attemptId, 'paper', filter],
    queryFn: ({ signal }) =>
      api<InspectedPaper>(withQuery(`/api/attempts/${segment(attemptId)}/paper`, { ...filter }), { signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
