import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { applyChange, boardOf, type DeskBoard, type DeskTick } from './board.rules.js';
import { deskKeys, loadBoard } from './desk.api.js';

/** The board in the query cache: loaded whole, then kept true by ticks and by the answers to one's own moves. */
export function useDeskBoard(sessionId: string) {
  const queryClient = useQueryClient();
  /** What was heard while pages were being fetched: it may be later than what they say. */
  const heard = useRef<DeskTick[] | null>(null);
  const query = useQuery({
    queryKey: deskKeys.board(sessionId),
    queryFn: async ({ signal }) => {
      const meanwhile: DeskTick[] = [];
      heard.current = meanwhile;
      try {
        const fetched = await loadBoard(sessionId, signal);
        const before = queryClient.getQueryData<DeskBoard>(deskKeys.board(sessionId));
        return meanwhile.reduce(applyChange, boardOf(fetched, before));
      } finally {
        if (heard.current === meanwhile) heard.current = null;
      }
    },
    // Comparing 2,000 questions field by field at every refetch saves nothing: the lists are virtual.
    structuralSharing: false,
    staleTime: Infinity,
  });
  const patch = useCallback(
    (change: (board: DeskBoard) => DeskBoard) => {
      queryClient.setQueryData<DeskBoard>(deskKeys.board(sessionId), (board) => board && change(board));
    },
    [queryClient, sessionId],
  );
  const onTick = useCallback(
    (tick: DeskTick) => {
      heard.current?.push(tick);
      patch((board) => applyChange(board, tick));
    },
    [patch],
  );
  const read = useCallback(
    (id: InquiryId) => queryClient.getQueryData<DeskBoard>(deskKeys.board(sessionId))?.inquiries.get(id),
    [queryClient, sessionId],
  );
  const reload = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: deskKeys.board(sessionId) }),
    [queryClient, sessionId],
  );
  return { query, patch, onTick, read, reload };
}

export type BoardStore = ReturnType<typeof useDeskBoard>;
