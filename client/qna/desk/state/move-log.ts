import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { mayYetBeTakenBack, REMEMBERED, sendMove, takeBack } from '../../room/moves.api.js';
import { deskKeys } from './desk.api.js';

/** A move about to be sent. */
export type Making = {
  move: DeskMove;
  /** The question as it was when the move was thought of; null for moves of several. */
  seen: DeskInquiry | null;
  /** Show where it leads before the server has answered. */
  guess?: boolean;
};

/** Moves that one press made: one press takes them back. */
export type Batch = readonly MoveId[];

export type MoveLog = ReturnType<typeof useMoveLog>;

/** Sends moves and takes them back; remembers the last ones of this device while the page is open. */
export function useMoveLog(sessionId: string, takeIn: (moved: Moved) => void) {
  // Not in React's state: what can be taken back is on no screen, and the board is drawn often enough.
  const made = useRef<readonly Batch[]>([]);
  const underWay = useRef(new Set<Promise<unknown>>());
  const follow = useCallback(async <Out>(press: Promise<Out>): Promise<Out> => {
    underWay.current.add(press);
    try {
      return await press;
    } finally {
      underWay.current.delete(press);
    }
  }, []);
  /** What the last press made, once all that is under way, back or forth, is through. */
  const last = useCallback(async () => {
    while (underWay.current.size > 0) await Promise.allSettled(underWay.current);
    return made.current.at(-1);
  }, []);
  const change = useCallback((next: (batches: readonly Batch[]) => readonly Batch[]) => {
    made.current = next(made.current);
  }, []);
  const ground = useMemo(() => ({ sessionId, change, follow, takeIn }), [sessionId, change, follow, takeIn]);
  const sending = useSending(ground);
  const takeMoveBack = useTakingBack(ground);
  return useMemo(() => ({ ...sending, takeBack: takeMoveBack, last }), [sending, takeMoveBack, last]);
}

type Ground = {
  sessionId: string;
  /** Changes what can be taken back. */
  change: (next: (batches: readonly Batch[]) => readonly Batch[]) => void;
  follow: <Out>(press: Promise<Out>) => Promise<Out>;
  takeIn: (moved: Moved) => void;
};

function useSending({ sessionId, change, follow, takeIn }: Ground) {
  const mutate = useMutate();
  /** Sends one of several moves of a press, which are remembered together. */
  const sendPart = useCallback(
    async (move: DeskMove) => {
      const moved = await mutate((one: DeskMove) => sendMove(sessionId, one), move);
      takeIn(moved);
      return moved;
    },
    [sessionId, mutate, takeIn],
  );
  const remember = useCallback(
    (batch: Batch) => {
      if (batch.length > 0) change((batches) => [...batches.slice(1 - REMEMBERED), batch]);
    },
    [change],
  );
  const send = useCallback(
    (move: DeskMove) => {
      const press = async () => {
        const moved = await sendPart(move);
        remember([moved.moveId]);
        return moved;
      };
      return follow(press());
    },
    [sendPart, follow, remember],
  );
  /** Makes the moves of one press; what it resolves to is remembered as one. */
  const sendAll = useCallback(
    (makeAll: () => Promise<Batch>) => {
      const press = async () => {
        const batch = await makeAll();
        remember(batch);
        return batch;
      };
      return follow(press());
    },
    [follow, remember],
  );
  return useMemo(() => ({ send, sendPart, sendAll }), [send, sendPart, sendAll]);
}

function useTakingBack({ sessionId, change, follow, takeIn }: Ground) {
  const mutate = useMutate();
  const lookForPairs = useLookForPairs(sessionId);
  return useCallback(
    async (moveId: MoveId) => {
      const forget = () =>
        change((batches) =>
          batches.map((batch) => batch.filter((id) => id !== moveId)).filter((batch) => batch.length > 0),
        );
      const press = async () => {
        try {
          const moved = await mutate(takeBack, moveId);
          forget();
          takeIn(moved);
          return moved;
        } catch (error) {
          if (!mayYetBeTakenBack(error)) forget();
          throw error;
        }
      };
      const moved = await follow(press());
      lookForPairs();
      return moved;
    },
    [change, mutate, follow, takeIn, lookForPairs],
  );
}

/** A mutation that the whole desk need not be drawn anew for: nothing on it says that a move is under way. */
function useMutate() {
  const queryClient = useQueryClient();
  return useCallback(
    <In, Out>(mutationFn: (input: In) => Promise<Out>, input: In) =>
      queryClient.getMutationCache().build(queryClient, { mutationFn }).execute(input),
    [queryClient],
  );
}

/** What was taken back may have been that two questions are kept apart. */
function useLookForPairs(sessionId: string) {
  const queryClient = useQueryClient();
  return useCallback(
    () => void queryClient.invalidateQueries({ queryKey: deskKeys.pairs(sessionId) }),
    [queryClient, sessionId],
  );
}
