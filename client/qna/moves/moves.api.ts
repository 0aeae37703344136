import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { ApiFailure, isFailure } from '../../platform/api/api-failure.js';
import { apiPost, apiPut } from '../../platform/api/api.js';
import { qnaKeys } from '../room/qna.api.js';

const segment = encodeURIComponent;

export const sendMove = (sessionId: string, move: DeskMove) =>
  apiPost<Moved>(`/api/qna-sessions/${segment(sessionId)}/moves`, move);

export const takeBack = (moveId: MoveId) => apiPut<Moved>(`/api/qna-moves/${segment(moveId)}/undoing`);

/**
 * Whether a move that could not be taken back may be the next time: then it is still the last one. Pressing again must
 * not take back the one before it, which nobody meant. One that cannot be undone any more must not stand in its way.
 */
export const mayYetBeTakenBack = (error: unknown): boolean =>
  (error instanceof ApiFailure && error.isTransient) || isFailure(error, 'qna.locked');

/** Keeps what a move or an undo says of the session, which the next tick says again. */
export function useTakeInLive(sessionId: string) {
  const queryClient = useQueryClient();
  return useCallback(
    ({ live }: Moved) =>
      void queryClient.setQueryData<QnaSessionView>(
        qnaKeys.session(sessionId),
        (before) => before && { ...before, live },
      ),
    [queryClient, sessionId],
  );
}
