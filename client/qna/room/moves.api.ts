import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import type { QnaSessionView } from '../../../shared/qna/session.schema.js';
import { ApiFailure, isFailure } from '../../platform/api/api-failure.js';
import { apiPost, apiPut } from '../../platform/api/api.js';
import { qnaKeys } from './qna.api.js';

/** How many of one's own moves can be taken back one after the other. */
export const REMEMBERED = 50;

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

/**
 * Moves questions and takes moves back. `onMoved` hears every question that changed, from a move as from an undo, so
 * that the screen need not wait for the next tick. The last moves of this device are remembered while the page is open.
 */
export function useMoves(sessionId: string, onMoved: (moved: Moved) => void) {
  const [made, setMade] = useState<readonly MoveId[]>([]);
  const move = useMutation({
    mutationFn: (move: DeskMove) => sendMove(sessionId, move),
    onSuccess: (moved) => {
      setMade((before) => [...before.slice(1 - REMEMBERED), moved.moveId]);
      onMoved(moved);
    },
  });
  const undo = useMutation({
    mutationFn: takeBack,
    onSuccess: onMoved,
    onSettled: (_moved, error, moveId) => {
      if (!mayYetBeTakenBack(error)) setMade((before) => before.filter((id) => id !== moveId));
    },
  });
  return {
    move,
    undo,
    /** The newest move of this device that is not undone; null for none. */
    lastMoveId: made.at(-1) ?? null,
  };
}
