import { useCallback, useMemo, useRef } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { announce } from '../../../platform/page/announcer.js';
import { isFailure } from '../../../platform/api/api-failure.js';
import { useT } from '../../../platform/text/i18n.js';
import { dismissToast, showFailed, showUndo } from '../../../ui/feedback/toast-queue.js';
import { mayYetBeTakenBack, sendMove, useTakeInLive } from '../../room/moves.api.js';
import { applyChange, dropGuesses, guessMove, touchedBy } from './board.rules.js';
import { sameGround } from './conflict.rules.js';
import { useDeskFailure } from './desk-failure.js';
import { doneText } from './move-words.js';
import { useMoveLog, type Batch, type Making, type MoveLog } from './move-log.js';
import { useMakeAll } from './use-make-all.js';
import type { BoardStore } from './use-desk-board.js';

/** Longer than the next tick takes to bring what somebody else did. */
const TICK_WAIT_MS = 800;

type MoveNews = {
  onUndone: (id: InquiryId) => void;
  /** Hears what this desk moves itself, before the board shows it. */
  own: (inquiries: readonly DeskInquiry[], traits?: { isDone: boolean }) => void;
};

/** Makes moves so that the board shows them at once, and takes them back. */
export function useDeskMoves(sessionId: string, store: BoardStore, { onUndone, own }: MoveNews) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { patch, read } = store;
  const takeIn = useTakeIn(sessionId, patch, own);
  const log = useMoveLog(sessionId, takeIn);
  const { undo, offer } = useUndo(log, onUndone);

  const begin = useBegin(patch, own);

  /** Makes a move; throws when it is refused. */
  const make = useCallback(
    async ({ move, seen, guess }: Making) => {
      const settle = begin([{ move, guess }]);
      try {
        const { moveId } = await sendOnFreshGround({ move, seen, send: log.send, read });
        offer([moveId], doneText(t, move));
      } finally {
        settle();
      }
    },
    [begin, log, read, offer, t],
  );

  /** Makes a move from a card: the board shows it at once, a refusal is said in a toast. */
  const makeNow = useCallback(
    (move: DeskMove, seen: DeskInquiry) =>
      void make({ move, seen, guess: true }).catch((error: unknown) => showFailed(explain(error))),
    [make, explain],
  );

  const makePart = useCallback(
    async ({ move, seen }: Making) =>
      (await sendOnFreshGround({ move, seen, send: log.sendPart, read })).moveId,
    [log, read],
  );
  const makeAll = useMakeAll({ begin, makePart, sendAll: log.sendAll, offer });

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
    () => ({ make, makeNow, makeAll, save, inTurn, undo, undoLast }),
    [make, makeNow, makeAll, save, inTurn, undo, undoLast],
  );
}

/** Says whose moves these are and shows where they lead; what it returns drops what was only guessed. */
function useBegin(patch: BoardStore['patch'], own: MoveNews['own']) {
  return useCallback(
    (makings: readonly Pick<Making, 'move' | 'guess'>[]) => {
      let guessed: InquiryId[] = [];
      patch((board) => {
        const touched = makings.flatMap(({ move }) => touchedBy(board, move));
        own(touched.flatMap((id) => board.inquiries.get(id) ?? []));
        const shown = makings.filter(({ guess }) => guess);
        guessed = shown.flatMap(({ move }) => touchedBy(board, move));
        return shown.reduce((before, { move }) => guessMove(before, move), board);
      });
      return (ids: readonly InquiryId[] = guessed) => patch((board) => dropGuesses(board, ids));
    },
    [patch, own],
  );
}

/** Takes a press back, once, and offers it; the offer goes with it, whatever took the press back. */
function useUndo(log: MoveLog, onUndone: (id: InquiryId) => void) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const undone = useRef(new Set<MoveId>());
  const toasts = useRef(new Map<MoveId, number>());
  const undo = useCallback(
    async (batch: Batch) => {
      const left = batch.filter((id) => !undone.current.has(id));
      for (const id of left) {
        undone.current.add(id);
        dismissToast(toasts.current.get(id) ?? 0);
      }
      const { back, failed } = await takeBackAll(left, log);
      for (const { id, error } of failed) if (mayYetBeTakenBack(error)) undone.current.delete(id);
      if (back.length > 0) announce(t('undone'));
      const [first] = back;
      if (first) onUndone(first.id);
      const [failure] = failed;
      if (failure) showFailed(explain(failure.error));
    },
    [log, t, onUndone, explain],
  );
  const offer = useCallback(
    (batch: Batch, text: string) => {
      const toast = showUndo(text, () => void undo(batch));
      for (const id of batch) toasts.current.set(id, toast);
    },
    [undo],
  );
  return { undo, offer };
}

/** The last one first. What no network let take back keeps those before it from being tried. */
async function takeBackAll(batch: Batch, log: MoveLog) {
  const back: DeskInquiry[] = [];
  const failed: { id: MoveId; error: unknown }[] = [];
  for (const id of batch.toReversed()) {
    const [before] = failed;
    if (before && mayYetBeTakenBack(before.error)) failed.push({ id, error: before.error });
    else
      try {
        back.unshift(...(await log.takeBack(id)).inquiries);
      } catch (error) {
        failed.unshift({ id, error });
      }
  }
  return { back, failed };
}

function useTakeIn(sessionId: string, patch: BoardStore['patch'], own: MoveNews['own']) {
  const takeInLive = useTakeInLive(sessionId);
  return useCallback(
    (moved: Moved) => {
      own(moved.inquiries, { isDone: true });
      patch((board) => applyChange(board, { changed: moved.inquiries, votes: [] }));
      takeInLive(moved);
    },
    [patch, own, takeInLive],
  );
}

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
