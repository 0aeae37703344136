import { useQueryClient } from '@tanstack/react-query';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { QnaSessionId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import { qnaKeys } from '../../room/qna.api.js';
import { useDeskFailure } from './desk-failure.js';
import type { DeskMoves } from './use-desk-moves.js';

/**
 * Shows a question to the room, or takes it off again. A second press before the first is answered means the opposite
 * of it; sent by what was shown before both, it would show the question twice, and `Z` would first take back nothing.
 */
export function useProjecting(sessionId: QnaSessionId, moves: DeskMoves) {
  const queryClient = useQueryClient();
  const explain = useDeskFailure();
  return (inquiry: DeskInquiry) =>
    moves.stack.inTurn(async () => {
      const shown = queryClient.getQueryData<QnaSessionView>(qnaKeys.session(sessionId))?.live.projection;
      if (!shown) return;
      const inquiryId = shown.inquiryId === inquiry.id ? null : inquiry.id;
      try {
        await moves.make({
          move: { kind: 'project', inquiryId, blackout: false },
          seen: inquiry,
        });
      } catch (error) {
        showFailed(explain(error));
      }
    });
}
