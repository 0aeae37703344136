import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { DeskMove } from '../../../shared/qna/desk.schema.js';
import type { Projection, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useQueryClient } from '@tanstack/react-query';
import { useFailureText } from '../../platform/api/errors.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { useMoves, useTakeInLive } from '../room/moves.api.js';
import { qnaKeys, useSwitches } from '../room/qna.api.js';
import { answered, onAir } from './remote.rules.js';

/** A short buzz says that the press was taken, for a host who looks at the room. Not every phone has one. */
function buzz(): void {
  if ('vibrate' in navigator) navigator.vibrate(20);
}

/** What the host's presses do. Each says so by a buzz, and says why when the server refuses. */
export function useRemote(session: QnaSessionView) {
  const queryClient = useQueryClient();
  const explain = useFailureText('qna');
  const refused = (error: unknown) => showFailed(explain(error));
  // The tick of the room brings it within half a second; asking now also heals a refusal.
  const refresh = () => void queryClient.invalidateQueries({ queryKey: qnaKeys.all(session.id) });
  const takeInLive = useTakeInLive(session.id);
  const moves = useMoves(session.id, (moved) => {
    takeInLive(moved);
    refresh();
  });
  const switches = useSwitches(session.id);
  const move = (next: DeskMove) => {
    buzz();
    moves.move.mutate(next, {
      onError: (error) => {
        refused(error);
        refresh();
      },
    });
  };
  // Only what was pressed: the desk may be showing something else at the same moment.
  const project = (next: Partial<Projection>) => move({ kind: 'project', ...next });
  const isMoving = moves.move.isPending || moves.undo.isPending;
  // Until a move is through, the last one known is the one before it.
  const undoable = isMoving ? null : moves.lastMoveId;
  return {
    isMoving,
    canUndo: undoable !== null,
    putOnAir: (inquiry: PublicInquiry) => move(onAir(inquiry)),
    markAnswered: (inquiry: PublicInquiry) => move(answered(inquiry)),
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
      if (undoable === null) return;
      buzz();
      moves.undo.mutate(undoable, { onError: refused });
    },
  };
}

export type Remote = ReturnType<typeof useRemote>;
