import type { PublicInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { DeskMove } from '../../../shared/qna/desk.schema.js';
import type { QnaSessionView, SetQnaSwitches } from '../../../shared/qna/session.schema.js';
import { useQueryClient } from '@tanstack/react-query';
import { useFailureText } from '../../platform/errors.js';
import { showFailed } from '../../ui/toast-queue.js';
import { useMoves } from '../moves.api.js';
import { qnaKeys, useProjection, useSwitches } from '../qna.api.js';
import { answered, followOnAir, onAir, projecting, type Projection } from './remote.rules.js';

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
  const moves = useMoves(session.id, refresh);
  const projection = useProjection(session.id);
  const switches = useSwitches(session.id);
  const now = session.live.projection;
  const move = (next: DeskMove, then?: () => void) => {
    buzz();
    moves.move.mutate(next, {
      onSuccess: then,
      onError: (error) => {
        refused(error);
        refresh();
      },
    });
  };
  const project = (next: Projection) => {
    buzz();
    projection.mutate(next, { onError: refused });
  };
  const follow = () => {
    const next = followOnAir(now);
    if (next) projection.mutate(next, { onError: refused });
  };
  return {
    isMoving: moves.move.isPending || moves.undo.isPending,
    canUndo: moves.lastMoveId !== null,
    putOnAir: (inquiry: PublicInquiry) => move(onAir(inquiry), follow),
    markAnswered: (inquiry: PublicInquiry) => move(answered(inquiry)),
    showQuestion: (inquiry: PublicInquiry) => project(projecting(now, inquiry.id)),
    /** What is on air, or the code while nothing is. */
    showOnAir: () => project({ ...now, inquiryId: null, blackout: false }),
    setBlackout: (blackout: boolean) => project({ ...now, blackout }),
    setDark: (dark: boolean) => project({ ...now, dark }),
    turn(next: SetQnaSwitches) {
      buzz();
      switches.mutate(next, { onError: refused });
    },
    undo() {
      if (moves.lastMoveId === null) return;
      buzz();
      moves.undo.mutate(moves.lastMoveId, { onError: refused });
    },
  };
}

export type Remote = ReturnType<typeof useRemote>;
