import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DeskPage, MergePreview, movePage, SimilarPairs } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { api, apiDelete, apiPut, withQuery } from '../../../platform/api/api.js';
import type { Language } from '../../../platform/text/language.js';
import { qnaKeys } from '../../room/qna.api.js';

type MovePage = z.infer<typeof movePage>;
export type MoveEntry = MovePage['items'][number];

const PAGE_SIZE = 500;
/** Close questions are a hint, not news: how old the list may grow. */
const PAIRS_EVERY_MS = 15_000;

const sessionPath = (sessionId: string) => `/api/qna-sessions/${encodeURIComponent(sessionId)}`;

export const deskKeys = {
  board: (sessionId: string) => [...qnaKeys.all(sessionId), 'desk'] as const,
  pairs: (sessionId: string) => [...qnaKeys.all(sessionId), 'pairs'] as const,
  moves: (sessionId: string) => [...qnaKeys.all(sessionId), 'moves'] as const,
  lastMove: (sessionId: string, { id, rev }: Pick<DeskInquiry, 'id' | 'rev'>) =>
    [...qnaKeys.all(sessionId), 'last-move', id, rev] as const,
};

/** Every question of a session, page by page. */
export async function loadBoard(sessionId: string, signal: AbortSignal): Promise<DeskInquiry[]> {
  const inquiries: DeskInquiry[] = [];
  let cursor: string | null = null;
  do {
    const path = withQuery(`${sessionPath(sessionId)}/desk`, { limit: PAGE_SIZE, cursor });
    const page: DeskPage = await api<DeskPage>(path, { signal });
    inquiries.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return inquiries;
}

const removalPath = (sessionId: string, participantId: string) =>
  `${sessionPath(sessionId)}/removals/${encodeURIComponent(participantId)}`;
export const removeFromSession = (sessionId: string, participantId: string) =>
  apiPut<undefined>(removalPath(sessionId, participantId));
export const letBackIn = (sessionId: string, participantId: string) =>
  apiDelete<undefined>(removalPath(sessionId, participantId));

export const useSimilarPairs = (sessionId: string, enabled: boolean) =>
  useQuery({
    queryKey: deskKeys.pairs(sessionId),
    queryFn: ({ signal }) => api<SimilarPairs>(`${sessionPath(sessionId)}/similar-pairs`, { signal }),
    refetchInterval: PAIRS_EVERY_MS,
    enabled,
  });

/** What merging would come to; asked anew when other questions are chosen. */
export const useMergePreview = (sessionId: string, targetId: InquiryId, inquiryIds: InquiryId[]) =>
  useQuery({
    queryKey: [...qnaKeys.all(sessionId), 'merge-preview', targetId, ...inquiryIds],
    queryFn: ({ signal }) =>
      api<MergePreview>(`${sessionPath(sessionId)}/merge-preview`, {
        method: 'POST',
        body: { targetId, inquiryIds },
        signal,
      }),
    gcTime: 0,
    staleTime: 0,
  });

export const useMoveHistory = (sessionId: string) =>
  useInfiniteQuery({
    queryKey: deskKeys.moves(sessionId),
    queryFn: ({ signal, pageParam }) =>
      api<MovePage>(withQuery(`${sessionPath(sessionId)}/moves`, { limit: 50, cursor: pageParam }), {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });

export type LastMove = Pick<MoveEntry, 'actor' | 'at'>;

/** Who moved a question last, as far as it is among the last moves of the desk; null when it was nobody's move. */
export async function loadLastMove(
  sessionId: string,
  inquiryId: InquiryId,
  signal: AbortSignal,
): Promise<LastMove | null> {
  const path = withQuery(`${sessionPath(sessionId)}/moves`, { limit: 30 });
  const { items } = await api<MovePage>(path, { signal });
  return items.find((entry) => !entry.undone && entry.inquiryIds.includes(inquiryId)) ?? null;
}

/** All questions with what the desk knows of them, in the reader's language, to be downloaded by a link. */
export const deskFile = (sessionId: string, kind: 'csv' | 'xlsx', lang: Language) =>
  withQuery(`${sessionPath(sessionId)}/desk.${kind}`, { lang });
