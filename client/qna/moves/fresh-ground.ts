import type { DeskMove, Moved } from '../../../shared/qna/desk.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { isFailure } from '../../platform/api/api-failure.js';
import { sameGround, type Seen } from './conflict.rules.js';

/** A move about to be sent. */
export type Making = {
  move: DeskMove;
  /** The question as it was when the move was thought of; null for moves of several, and of none. */
  seen: Seen | null;
};

/** The question as it is known now. */
export type ReadNow = (id: InquiryId) => Seen | undefined;

type Sending = Making & {
  send: (move: DeskMove) => Promise<Moved>;
  read: ReadNow;
};

/** Longer than the next tick takes to bring what somebody else did. */
const TICK_WAIT_MS = 800;

/**
 * Sends a move. When somebody changed the question meanwhile in a way that this move does not care about (a note, a
 * label), it is sent once more for what the question is now.
 */
export async function sendOnFreshGround({ move, seen, send, read }: Sending): Promise<Moved> {
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
