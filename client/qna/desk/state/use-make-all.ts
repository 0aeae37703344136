import { useCallback } from 'react';
import type { MoveId } from '../../../../shared/qna/desk.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { isFailure } from '../../../platform/api/api-failure.js';
import { showFailed, showNote } from '../../../ui/feedback/toast-queue.js';
import type { Making as Sending } from '../../moves/fresh-ground.js';
import type { Batch, useMoves } from '../../moves/use-moves.js';
import { namedBy } from './board.rules.js';
import { useDeskFailure } from './desk-failure.js';

/** A move about to be made at the desk. */
export type Making = Sending & {
  /** Show where it leads before the server has answered. */
  guess?: boolean;
};

/** How many moves of one press were made, and how many questions somebody else had taken. */
export type BulkCounts = { done: number; taken: number };
export type BulkWords = (counts: BulkCounts) => string;

type Ground = {
  begin: (makings: readonly Making[]) => (ids?: readonly InquiryId[]) => void;
  moves: Pick<ReturnType<typeof useMoves>, 'send' | 'stack'>;
  offer: (batch: Batch, text: string) => void;
};

/**
 * Makes the moves of one press, which one press takes back. What somebody else has taken meanwhile is left as it is and
 * counted; at anything else that goes wrong it stops, says why, and offers to take back what was moved until then.
 */
export function useMakeAll({ begin, moves, offer }: Ground) {
  const explain = useDeskFailure();
  return useCallback(
    async (makings: readonly Making[], words: BulkWords) => {
      const settle = begin(makings);
      let taken = 0;
      let failure: unknown;
      const sendAll = async () => {
        const made: MoveId[] = [];
        for (const making of makings) {
          try {
            made.push((await moves.send(making)).moveId);
          } catch (error) {
            settle(namedBy(making.move));
            if (!isTaken(error)) {
              failure = error;
              break;
            }
            taken += 1;
          }
        }
        return made;
      };
      const batch = await moves.stack.press(sendAll, (made) => made);
      settle();
      if (batch.length > 0) offer(batch, words({ done: batch.length, taken }));
      else if (failure === undefined) showNote(words({ done: 0, taken }));
      if (failure !== undefined) showFailed(explain(failure));
    },
    [begin, moves, offer, explain],
  );
}

const TAKEN: readonly string[] = ['qna.moved_already', 'qna.locked', 'qna.move_not_possible'];

/** Somebody else was first, is at it, or has brought it to where the move leads nowhere. */
const isTaken = (error: unknown): boolean => TAKEN.some((code) => isFailure(error, code));
