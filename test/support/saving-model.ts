import type { WriteOrder } from '../../server/contest/attempt/saving.rules.js';
import type { WrittenAnswer } from '../../server/contest/attempt/answer.queries.js';

export type ArrivedWrite = {
  /** Null while the attempt runs. */
  closedBy: 'member' | 'server' | null;
  leadingEpoch: number;
  write: WriteOrder;
  /** The write the row holds now. */
  present: WriteOrder | null;
  /** Milliseconds from the last instant that counts, deadline and grace, to the arrival. */
  pastLimitMs: number;
};

/**
 * What ADR 0102 says becomes of a write of a known epoch, to hold the statements against. A repetition of the row's own
 * write is saved at any time, because its first acknowledgement may have been lost; what its own device has replaced is
 * superseded; then the time decides, then the lead.
 */
export function modelOutcome(arrived: ArrivedWrite): WrittenAnswer['outcome'] {
  const { write, present } = arrived;
  if (present?.epoch === write.epoch) {
    if (present.sequence === write.sequence) return 'saved';
    if (present.sequence > write.sequence) return 'superseded';
  }
  if (arrived.closedBy === 'member' || arrived.pastLimitMs > 0) return 'late';
  return write.epoch < arrived.leadingEpoch ? 'held' : 'saved';
}
