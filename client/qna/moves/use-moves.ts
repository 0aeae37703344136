import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import { UndoStack, type Undone } from '../../platform/page/undo-stack.js';
import { sendOnFreshGround, type Making, type ReadNow } from './fresh-ground.js';
import { mayYetBeTakenBack, sendMove, takeBack } from './moves.api.js';

/** Moves that one press made: one press takes them back. */
export type Batch = readonly MoveId[];

type Ground = {
  read: ReadNow;
  /** Hears every question that changed, from a move as from taking one back. */
  takeIn: (moved: Moved) => void;
  /** A press is being taken back, by whatever means. */
  onUndoing?: (batch: Batch) => void;
  /** What became of it. */
  onUndone: (undone: Undone<MoveId, Moved>) => void;
};

/** The one way to move questions and the room, and to take moves back: for every screen that does. */
export function useMoves(sessionId: string, { read, takeIn, onUndoing, onUndone }: Ground) {
  // Not in React's state: most screens are drawn without it, and often enough.
  const [stack] = useState(() => new UndoStack<MoveId>());
  const mutate = useMutate();

  /** Sends a move and takes in what it says; throws when it is refused. */
  const send = useCallback(
    async (making: Making) => {
      const one = (move: DeskMove) => mutate((input: DeskMove) => sendMove(sessionId, input), move);
      const moved = await sendOnFreshGround({ ...making, send: one, read });
      takeIn(moved);
      return moved;
    },
    [sessionId, mutate, read, takeIn],
  );

  /** Makes a move that one press takes back; throws when it is refused. */
  const make = useCallback(
    (making: Making) =>
      stack.press(
        () => send(making),
        ({ moveId }) => [moveId],
      ),
    [stack, send],
  );

  /** Saves without a word and without a place among what is taken back. */
  const save = useCallback(
    async (making: Making) =>
      takeIn(await sendOnFreshGround({ ...making, send: (move) => sendMove(sessionId, move), read })),
    [sessionId, read, takeIn],
  );

  const undo = useCallback(
    async (batch: Batch) => {
      onUndoing?.(batch);
      const takeOneBack = async (id: MoveId) => {
        const moved = await mutate(takeBack, id);
        takeIn(moved);
        return moved;
      };
      onUndone(await stack.undo(batch, { takeBack: takeOneBack, mayYet: mayYetBeTakenBack }));
    },
    [stack, mutate, takeIn, onUndoing, onUndone],
  );

  // A move can be taken back only when those after it on the same question are.
  const undoLast = useCallback(
    () =>
      stack.inTurn(async () => {
        const last = await stack.last();
        if (last !== undefined) await undo(last);
      }),
    [stack, undo],
  );

  return useMemo(
    () => ({ stack, send, make, save, undo, undoLast }),
    [stack, send, make, save, undo, undoLast],
  );
}

/** A mutation that the whole screen need not be drawn anew for: whoever shows that it is under way asks the stack. */
function useMutate() {
  const queryClient = useQueryClient();
  return useCallback(
    <In, Out>(mutationFn: (input: In) => Promise<Out>, input: In) =>
      queryClient.getMutationCache().build(queryClient, { mutationFn }).execute(input),
    [queryClient],
  );
}
