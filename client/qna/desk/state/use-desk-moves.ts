import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { announce } from '../../../platform/page/announcer.js';
import type { Undone } from '../../../platform/page/undo-stack.js';
import { useT } from '../../../platform/text/i18n.js';
import { dismissToast, showFailed, showUndo } from '../../../ui/feedback/toast-queue.js';
import { useTakeInLive } from '../../moves/moves.api.js';
import { useMoves, type Batch } from '../../moves/use-moves.js';
import { applyChange, dropGuesses, guessMove, touchedBy } from './board.rules.js';
import { deskKeys } from './desk.api.js';
import { useDeskFailure } from './desk-failure.js';
import { doneText } from './move-words.js';
import { useMakeAll, type Making } from './use-make-all.js';
import type { BoardStore } from './use-desk-board.js';

type MoveNews = {
  onUndone: (id: InquiryId) => void;
  /** Hears what this desk moves itself, before the board shows it. */
  own: (inquiries: readonly DeskInquiry[], traits?: { isDone: boolean }) => void;
};

export type DeskMoves = ReturnType<typeof useDeskMoves>;

/** Makes moves so that the board shows them at once, says so, and offers to take them back. */
export function useDeskMoves(sessionId: string, store: BoardStore, { onUndone, own }: MoveNews) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const { patch, read } = store;
  const { offer, withdraw } = useOffers();
  const takeIn = useTakeIn(sessionId, patch, own);
  const tellUndone = useTellUndone(sessionId, onUndone);
  const moves = useMoves(sessionId, { read, takeIn, onUndoing: withdraw, onUndone: tellUndone });
  const { undo } = moves;
  const offerUndo = useCallback(
    (batch: Batch, text: string) => offer(batch, text, () => void undo(batch)),
    [offer, undo],
  );
  const begin = useBegin(patch, own);

  /** Makes a move; throws when it is refused. */
  const make = useCallback(
    async ({ move, seen, guess }: Making) => {
      const settle = begin([{ move, guess }]);
      try {
        const { moveId } = await moves.make({ move, seen });
        offerUndo([moveId], doneText(t, move));
      } finally {
        settle();
      }
    },
    [begin, moves, offerUndo, t],
  );

  /** Makes a move from a card: the board shows it at once, a refusal is said in a toast. */
  const makeNow = useCallback(
    (move: DeskMove, seen: DeskInquiry) =>
      void make({ move, seen, guess: true }).catch((error: unknown) => showFailed(explain(error))),
    [make, explain],
  );

  const makeAll = useMakeAll({ begin, moves, offer: offerUndo });

  return useMemo(() => ({ ...moves, make, makeNow, makeAll }), [moves, make, makeNow, makeAll]);
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

/** Offers to take presses back; the offer goes with what it offers, whatever took that back. */
function useOffers() {
  const toasts = useRef(new Map<MoveId, number>());
  const offer = useCallback((batch: Batch, text: string, undo: () => void) => {
    const toast = showUndo(text, undo);
    for (const id of batch) toasts.current.set(id, toast);
  }, []);
  const withdraw = useCallback((batch: Batch) => {
    for (const id of batch) dismissToast(toasts.current.get(id) ?? 0);
  }, []);
  return { offer, withdraw };
}

function useTellUndone(sessionId: string, onUndone: MoveNews['onUndone']) {
  const t = useT('qna/desk');
  const explain = useDeskFailure();
  const queryClient = useQueryClient();
  return useCallback(
    ({ answers, failed }: Undone<MoveId, Moved>) => {
      // What was taken back may have been that two questions are kept apart.
      if (answers.length > 0) void queryClient.invalidateQueries({ queryKey: deskKeys.pairs(sessionId) });
      const [first] = answers.flatMap(({ inquiries }) => inquiries);
      if (first) {
        announce(t('undone'));
        onUndone(first.id);
      }
      const [failure] = failed;
      if (failure) showFailed(explain(failure.error));
    },
    [sessionId, queryClient, t, explain, onUndone],
  );
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
