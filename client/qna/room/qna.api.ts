import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AskedReceipt,
  AskInquiry,
  AuthorKey,
  InquiryPage,
  InquirySort,
  OwnInquiries,
  ownInquiry,
  SimilarInquiries,
  VoteReceipt,
} from '../../../shared/qna/inquiry.schema.js';
import type { qnaSessionPage, QnaSessionView, SetQnaSwitches } from '../../../shared/qna/session.schema.js';
import { api, apiPost, apiPut, withQuery } from '../../platform/api/api.js';

type QnaSessionPage = z.infer<typeof qnaSessionPage>;
type OwnInquiry = z.infer<typeof ownInquiry>;

const PAGE_SIZE = 50;
const segment = encodeURIComponent;
const sessionPath = (sessionId: string) => `/api/qna-sessions/${segment(sessionId)}`;

export type InquiryShow = 'open' | 'answered';

export const qnaKeys = {
  sessions: (scope: 'all' | 'mine') => ['qna', 'sessions', scope] as const,
  /** Everything of one session. */
  all: (sessionId: string) => ['qna', sessionId] as const,
  session: (sessionId: string) => ['qna', sessionId, 'session'] as const,
  /** All lists of a session, whatever their order. */
  lists: (sessionId: string) => ['qna', sessionId, 'inquiries'] as const,
  list: (sessionId: string, show: InquiryShow, sort: InquirySort) =>
    ['qna', sessionId, 'inquiries', show, sort] as const,
  own: (sessionId: string) => ['qna', sessionId, 'own'] as const,
};

export function useQnaSessions(scope: 'all' | 'mine') {
  return useInfiniteQuery({
    queryKey: qnaKeys.sessions(scope),
    queryFn: ({ signal, pageParam }) =>
      api<QnaSessionPage>(withQuery('/api/qna-sessions', { scope, limit: PAGE_SIZE, cursor: pageParam }), {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

export function useQnaSession(sessionId: string) {
  return useQuery({
    queryKey: qnaKeys.session(sessionId),
    queryFn: ({ signal }) => api<QnaSessionView>(sessionPath(sessionId), { signal }),
  });
}

/** The room's questions, page by page. Ticks of the socket keep them true; their order is the server's. */
export function useInquiries(sessionId: string, show: InquiryShow, sort: InquirySort) {
  return useInfiniteQuery({
    queryKey: qnaKeys.list(sessionId, show, sort),
    queryFn: ({ signal, pageParam }) =>
      api<InquiryPage>(
        withQuery(`${sessionPath(sessionId)}/inquiries`, {
          sort,
          show,
          limit: PAGE_SIZE,
          cursor: pageParam,
        }),
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** What this device or this member asked. The keys go in the body: an address would end up in a log. */
export function useOwnInquiries(sessionId: string, keysNow: () => readonly AuthorKey[]) {
  return useQuery({
    queryKey: qnaKeys.own(sessionId),
    queryFn: () => apiPost<OwnInquiries>(`${sessionPath(sessionId)}/own-inquiries`, { keys: keysNow() }),
  });
}

export const ask = (sessionId: string, body: AskInquiry) =>
  apiPost<AskedReceipt>(`${sessionPath(sessionId)}/inquiries`, body);

export const editInquiry = (inquiryId: string, body: { key: AuthorKey | null; text: string }) =>
  apiPut<OwnInquiry>(`/api/inquiries/${segment(inquiryId)}`, body);

export const withdrawInquiry = (inquiryId: string, body: { key: AuthorKey | null }) =>
  api<OwnInquiry>(`/api/inquiries/${segment(inquiryId)}/withdrawal`, {
    method: 'PUT',
    body,
    keepalive: true,
  });

export const castVote = (inquiryId: string, up: boolean) =>
  apiPut<VoteReceipt>(`/api/inquiries/${segment(inquiryId)}/vote`, { up });

/** Questions close to a text; an empty text asks nothing. */
export function useSimilarInquiries(sessionId: string, text: string) {
  return useQuery({
    queryKey: [...qnaKeys.all(sessionId), 'similar', text],
    queryFn: ({ signal }) =>
      api<SimilarInquiries>(`${sessionPath(sessionId)}/similar-inquiries`, {
        method: 'POST',
        body: { text },
        signal,
      }),
    enabled: text !== '',
    retry: false,
    gcTime: 30_000,
  });
}

/** What the host does besides moves: ends the session, gives the answer on air more time. */
export function useSwitches(sessionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (switches: SetQnaSwitches) =>
      apiPut<QnaSessionView>(`${sessionPath(sessionId)}/switches`, switches),
    onSuccess: (view) => queryClient.setQueryData(qnaKeys.session(sessionId), view),
  });
}
