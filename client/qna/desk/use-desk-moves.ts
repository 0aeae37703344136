import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { announce } from '../../platform/announcer.js';
import { isFailure } from '../../platform/api-failure.js';
import { useT } from '../../platform/i18n.js';
import { dismissToast, showFailed, showUndo } from '../../ui/toast-queue.js';
import { mayYetBeTakenBack, REMEMBERED, sendMove, takeBack, useTakeInLive } from '../moves.api.js';
import { applyChange, dropGuesses, guessMove, touchedBy, type DeskBoard } from './board.rules.js';
import { sameGround } from './conflict.rules.js';
import { deskKeys } from './desk.api.js';
import { useDeskFailure } from './desk-failure.js';
import { doneText } from './move-words.js';
import type { BoardStore } from './use-desk-board.js';

/** Longer than the next tick takes to bring what somebody else did. */
const TICK_WAIT_MS = 800;

/** Makes moves so that the board shows them at once, and takes them back. */
export function useDeskMoves(sessionId: string, store: BoardStore, onUndone: (id: InquiryId) => void) {
  const t = useT('desk');
  const explain = useDeskFailure();
  const { patch, read } = store;
  const takeIn = useTakeIn(sessionId, patch);
  const log = useMoveLog(sessionId, takeIn);
  const { undo, offer } = useUndo(log, onUndone);

  /** Makes a move; throws when it is refused. */
  const make = useCallback(
    async ({ move, seen, guess }: Making) => {
      let touched: InquiryId[] = [];
      const settle = (board: DeskBoard) => dropGuesses(board, touched);
      if (guess) {
        patch((board) => {
          touched = touchedBy(board, move);
          return guessMove(board, move);
        });
      }
      try {
        const { moveId } = await sendOnFreshGround({ move, seen, send: log.send, read });
        offer(moveId, doneText(t, move));
      } finally {
        patch(settle);
      }
    },
    [patch, log, read, offer, t],
  );

  /** Makes a move from a card: the board shows it at once, a refusal is said in a toast. */
  const makeNow = useCallback(
    (move: DeskMove, seen: DeskInquiry) =>
      void make({ move, seen, guess: true }).catch((error: unknown) => showFailed(explain(error))),
    [make, explain],
  );

  /** Saves without a word and without a place among the moves that `Z` takes back. */
  const save = useCallback(
    async (move: DeskMove, seen: DeskInquiry) =>
      takeIn(await sendOnFreshGround({ move, seen, send: (one) => sendMove(sessionId, one), read })),
    [sessionId, takeIn, read],
  );

  const presses = useRef(Promise.resolve());
  /** One press after the other, where each goes by what the one before it left. */
  const inTurn = useCallback((press: () => Promise<void>) => {
    presses.current = presses.current.then(press);
  }, []);
  // A move can be taken back only when those after it on the same question are.
  const undoLast = useCallback(
    () =>
      inTurn(async () => {
        const last = await log.last();
        if (last !== undefined) await undo(last);
      }),
    [inTurn, log, undo],
  );

  return useMemo(
    () => ({ make, makeNow, save, inTurn, undo, undoLast }),
    [make, makeNow, save, inTurn, undo, undoLast],
  );
}

type MoveLog = ReturnType<typeof useMoveLog>;

/** Takes a move back, once, and offers it; the offer goes with it, whatever took the move back. */
function useUndo(log: MoveLog, onUndone: (id: InquiryId) => void) {
  const t = useT('desk');
  const explain = useDeskFailure();
  const undone = useRef(new Set<MoveId>());
  const toasts = useRef(new Map<MoveId, number>());
  const undo = useCallback(
    async (moveId: MoveId) => {
      if (undone.current.has(moveId)) return;
      undone.current.add(moveId);
      dismissToast(toasts.current.get(moveId) ?? 0);
      try {
        const { inquiries } = await log.takeBack(moveId);
        announce(t('undone'));
        const first = inquiries[0];
        if (first) onUndone(first.id);
      } catch (error) {
        if (mayYetBeTakenBack(error)) undone.current.delete(moveId);
        showFailed(explain(error));
      }
    },
    [log, t, onUndone, explain],
  );
  const offer = useCallback(
    (moveId: MoveId, text: string) =>
      void toasts.current.set(
        moveId,
        showUndo(text, () => void undo(moveId)),
      ),
    [undo],
  );
  return { undo, offer };
}

/** Sends moves and takes them back; remembers the last ones of this device while the page is open. */
function useMoveLog(sessionId: string, takeIn: (moved: Moved) => void) {
  const mutate = useMutate();
  const lookForPairs = useLookForPairs(sessionId);
  // Not in React's state: what can be taken back is on no screen, and the board is drawn often enough.
  const made = useRef<readonly MoveId[]>([]);
  const underWay = useRef(new Set<Promise<Moved>>());
  const follow = useCallback(
    async (moving: Promise<Moved>) => {
      underWay.current.add(moving);
      try {
        const moved = await moving;
        takeIn(moved);
        return moved;
      } finally {
        underWay.current.delete(moving);
      }
    },
    [takeIn],
  );
  const send = useCallback(
    (move: DeskMove) =>
      follow(
        mutate(async (one: DeskMove) => {
          const moved = await sendMove(sessionId, one);
          made.current = [...made.current.slice(1 - REMEMBERED), moved.moveId];
          return moved;
        }, move),
      ),
    [sessionId, mutate, follow],
  );
  const takeMoveBack = useCallback(
    async (moveId: MoveId) => {
      const forget = () => {
        made.current = made.current.filter((id) => id !== moveId);
      };
      const taking = mutate(async (id: MoveId) => {
        try {
          const moved = await takeBack(id);
          forget();
          return moved;
        } catch (error) {
          if (!mayYetBeTakenBack(error)) forget();
          throw error;
        }
      }, moveId);
      const moved = await follow(taking);
      lookForPairs();
      return moved;
    },
    [mutate, follow, lookForPairs],
  );
  /** The last move once all that are under way, back or forth, are through. */
  const last = useCallback(async () => {
    while (underWay.current.size > 0) await Promise.allSettled(underWay.current);
    return made.current.at(-1);
  }, []);
  return useMemo(() => ({ send, takeBack: takeMoveBack, last }), [send, takeMoveBack, last]);
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

function useTakeIn(sessionId: string, patch: BoardStore['patch']) {
  const takeInLive = useTakeInLive(sessionId);
  return useCallback(
    (moved: Moved) => {
      patch((board) => applyChange(board, { changed: moved.inquiries, votes: [] }));
      takeInLive(moved);
    },
    [patch, takeInLive],
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

type Making = {
  move: DeskMove;
  /** The question as it was when the move was thought of; null for moves of several. */
  seen: DeskInquiry | null;
  /** Show where it leads before the server has answered. */
  guess?: boolean;
};

type Sending = Making & {
  send: (move: DeskMove) => Promise<Moved>;
  read: (id: InquiryId) => DeskInquiry | undefined;
};

/**
 * Sends a move. When somebody changed the question meanwhile in a way that this move does not care about (a note, a
 * label), it is sent once more for what the question is now.
 */
async function sendOnFreshGround({ move, seen, send, read }: Sending): Promise<Moved> {
  try {
    return await send(move);
  } catch (error) {
    if (!seen || !('rev' in move) || !isFailure(error, 'qna.moved_already')) throw error;
    if (read(seen.id)?.rev === move.rev) await new Promise((resolve) => setTimeout(resolve, TICK_WAIT_MS));
    const now = read(seen.id);
    if (!now || now.rev === move.rev || !sameGround(move.kind, seen, now)) throw error;
    return send({ ...move, rev: now.rev });
  }
}
