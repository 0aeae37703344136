import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { DeskMove, Moved, MoveId } from '../../../shared/qna/desk.schema.js';
import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId, Projection, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import type { Undone } from '../../platform/page/undo-stack.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { useTakeInLive } from '../moves/moves.api.js';
import { useMoves } from '../moves/use-moves.js';
import { qnaKeys, useSwitches } from '../room/qna.api.js';
import type { RoomQuestions } from '../room/room-questions.js';
import { answered, onAir } from './remote.rules.js';

/** A short buzz says that the press was taken, for a host who looks at the room. Not every phone has one. */
function buzz(): void {
  if ('vibrate' in navigator) navigator.vibrate(20);
}

/** What the host's presses do. Each says so by a buzz, and says why when the server refuses. */
export function useRemote(session: QnaSessionView, find: RoomQuestions['find']) {
  const { moves, refused, refresh } = useRemoteMoves(session.id, find);
  const { isBusy, canUndo } = useSyncExternalStore(moves.stack.subscribe, moves.stack.read);
  const switches = useSwitches(session.id);
  const move = (next: DeskMove, seen: PublicInquiry | null = null) => {
    buzz();
    moves.make({ move: next, seen }).catch((error: unknown) => {
      refused(error);
      refresh();
    });
  };
  // Only what was pressed: the desk may be showing something else at the same moment.
  const project = (next: Partial<Projection>) => move({ kind: 'project', ...next });
  // Until a move is through, the last one known is the one before it.
  const mayUndo = canUndo && !isBusy;
  return {
    isMoving: isBusy,
    canUndo: mayUndo,
    putOnAir: (inquiry: PublicInquiry) => move(onAir(inquiry), inquiry),
    markAnswered: (inquiry: PublicInquiry) => move(answered(inquiry), inquiry),
    showQuestion: (inquiry: PublicInquiry) => project({ inquiryId: inquiry.id, blackout: false }),
    /** What is on air, or the code while nothing is. */
    showOnAir: () => project({ inquiryId: null, blackout: false }),
    setBlackout: (blackout: boolean) => project({ blackout }),
    setDark: (dark: boolean) => project({ dark }),
    setAccepting: (on: boolean) => move({ kind: 'accepting', on }),
    addSeconds(addSeconds: number) {
      buzz();
      switches.mutate({ addSeconds }, { onError: refused });
    },
    undo() {
      if (!mayUndo) return;
      buzz();
      moves.undoLast();
    },
  };
}

export type Remote = ReturnType<typeof useRemote>;

/** The moves of the desk, on the questions as the room knows them. */
function useRemoteMoves(sessionId: string, find: RoomQuestions['find']) {
  const queryClient = useQueryClient();
  const explain = useFailureText('qna');
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  const read = useCallback((id: InquiryId) => latest.current(id) ?? undefined, []);
  const refused = useCallback((error: unknown) => showFailed(explain(error)), [explain]);
  // The tick of the room brings it within half a second; asking now also heals a refusal.
  const refresh = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: qnaKeys.all(sessionId) }),
    [queryClient, sessionId],
  );
  const takeInLive = useTakeInLive(sessionId);
  const takeIn = useCallback(
    (moved: Moved) => {
      takeInLive(moved);
      refresh();
    },
    [takeInLive, refresh],
  );
  const onUndone = useCallback(
    ({ failed: [failure] }: Undone<MoveId, Moved>) => failure && refused(failure.error),
    [refused],
  );
  const moves = useMoves(sessionId, { read, takeIn, onUndone });
  return { moves, refused, refresh };
}
