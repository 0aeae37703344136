import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreateMember,
  DepartMember,
  EditMember,
  MemberPage,
  MemberView,
  SetRoles,
  TransferMember,
} from '../../shared/account/account.schema.js';
import type { SlipCount, SlipView } from '../../shared/account/slip.schema.js';
import { api, apiDelete, apiPost, apiPut, withQuery } from '../platform/api/api.js';
import { sessionKey } from '../platform/api/session.js';

export const MEMBERS_PER_PAGE = 25;

export const MEMBER_STATES = ['active', 'left', 'all'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export type MemberFilters = { q: string; unit: string; status: MemberState; cursor: string };

const listKey = ['account', 'members'] as const;
const oneKey = (id: string) => ['account', 'member', id] as const;

export function useMembers(filters: MemberFilters) {
  return useQuery({
    queryKey: [...listKey, filters],
    queryFn: ({ signal }) =>
      api<MemberPage>(withQuery('/api/members', { ...filters, limit: MEMBERS_PER_PAGE }), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** A handful of members whose name, code or e-mail matches; asks nothing while the search is empty. */
export function useMemberSearch(q: string) {
  return useQuery({
    queryKey: [...listKey, 'search', q],
    queryFn: ({ signal }) => api<MemberPage>(withQuery('/api/members', { q, limit: 6 }), { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}

export function useMember(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => api<MemberView>(`/api/members/${id}`, { signal }),
  });
}

/** Lists, units' counts and one's own rights may all have changed; the member itself is the answer. */
function useRefresh() {
  const queryClient = useQueryClient();
  return async (member: MemberView) => {
    queryClient.setQueryData(oneKey(member.id), member);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: listKey }),
      queryClient.invalidateQueries({ queryKey: ['account', 'units'] }),
      queryClient.invalidateQueries({ queryKey: sessionKey }),
    ]);
  };
}

export function useCreateMember() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (member: CreateMember) => apiPost<MemberView>('/api/members', member),
    onSuccess: refresh,
  });
}

export function useEditMember(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (member: EditMember) => apiPut<MemberView>(`/api/members/${id}`, member),
    onSuccess: refresh,
  });
}

export function useTransferMember(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (transfer: TransferMember) => apiPut<MemberView>(`/api/members/${id}/unit`, transfer),
    onSuccess: refresh,
  });
}

export function useDepartMember(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (departure: DepartMember) => apiPut<MemberView>(`/api/members/${id}/departure`, departure),
    onSuccess: refresh,
  });
}

export function useTakeBackMember(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => apiDelete<MemberView>(`/api/members/${id}/departure`),
    onSuccess: refresh,
  });
}

export function useSetRoles(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (roles: SetRoles) => apiPut<MemberView>(`/api/members/${id}/roles`, roles),
    onSuccess: refresh,
  });
}

export function useMakeSlip(id: string) {
  return useMutation({
    mutationFn: () => apiPost<SlipView>(`/api/members/${id}/slip`),
  });
}

/** How many slips a print for a unit would make; asks nothing while there is no unit. */
export function useSlipCount(unitId: string, everybody: boolean) {
  return useQuery({
    queryKey: ['account', 'slips', unitId, everybody],
    queryFn: ({ signal }) =>
      api<SlipCount>(withQuery('/api/slips', { unitId, everybody: String(everybody) }), { signal }),
    enabled: unitId !== '',
    placeholderData: keepPreviousData,
  });
}
