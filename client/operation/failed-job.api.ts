import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FailedJobId, FailedJobPage } from '../../shared/operation/failed-job.schema.js';
import { api, apiDelete, apiPost, withQuery } from '../platform/api/api.js';

const listKey = ['operation', 'failed-jobs'] as const;

export function useFailedJobs() {
  return useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ signal, pageParam }) =>
      api<FailedJobPage>(withQuery('/api/failed-jobs', { cursor: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** Either decision takes the job off the list; when it was gone already, the list learns that, too. */
export function useJobDecisions() {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: listKey });
  const runAgain = useMutation({
    mutationFn: (id: FailedJobId) => apiPost<void>(`/api/failed-jobs/${id}/run`),
    onSettled,
  });
  const skip = useMutation({
    mutationFn: (id: FailedJobId) => apiDelete<void>(`/api/failed-jobs/${id}`),
    onSettled,
  });
  return { runAgain, skip };
}
