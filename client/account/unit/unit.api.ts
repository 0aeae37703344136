import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UnitTree, UnitView, WriteUnit } from '../../../shared/account/account.schema.js';
import { api, apiDelete, apiPost, apiPut } from '../../platform/api/api.js';

const unitsKey = ['account', 'units'] as const;

/** The whole tree, depth first. */
export function useUnits() {
  return useQuery({
    queryKey: unitsKey,
    queryFn: async ({ signal }) => (await api<UnitTree>('/api/units', { signal })).items,
    staleTime: 60_000,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['account'] });
}

/** Creates the unit without an id, else edits the one with it. */
export function useWriteUnit(id: string | null) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (unit: WriteUnit) =>
      id === null ? apiPost<UnitView>('/api/units', unit) : apiPut<UnitView>(`/api/units/${id}`, unit),
    onSuccess: refresh,
  });
}

export function useSetCoordinators(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (memberIds: string[]) => apiPut<UnitView>(`/api/units/${id}/coordinators`, { memberIds }),
    onSuccess: refresh,
  });
}

export function useCloseUnit(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (close: boolean) =>
      close ? apiPut<UnitView>(`/api/units/${id}/closure`) : apiDelete<UnitView>(`/api/units/${id}/closure`),
    onSuccess: refresh,
  });
}
