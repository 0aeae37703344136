import type { z } from 'zod';
import type { attemptResult, saveOutcome, writeOrder } from '../../shared/contest/attempt.schema.js';
import { countsAt } from './deadline.rules.js';

export type WriteOrder = z.infer<typeof writeOrder>;
export type SaveOutcome = z.infer<typeof saveOutcome>;

/** Order of two writes to one question: epoch, then sequence; positive when `one` is the later choice. */
export function compareWrites(one: WriteOrder, two: WriteOrder): number {
  return one.epoch - two.epoch || one.sequence - two.sequence;
}

/** Whether a write replaces the one present; a repetition of the same write does not. */
export function wins(candidate: WriteOrder, present: WriteOrder | null): boolean {
  return present === null || compareWrites(candidate, present) > 0;
}

/** Epochs are given out by the server, so one above the leading epoch is an invention: refuse it unheard. */
export function epochIsKnown(write: WriteOrder, leadingEpoch: number): boolean {
  return write.epoch <= leadingEpoch;
}

export type ArrivedWrite = {
  /** Null while the attempt runs. */
  closedBy: z.infer<typeof attemptResult>['closedBy'] | null;
  /** The epoch that leads when the write is looked at. */
  leadingEpoch: number;
  write: WriteOrder;
  /** The write the row holds now. */
  present: WriteOrder | null;
  receivedAt: Date;
  deadlineAt: Date;
  graceMs: number;
};

/**
 * What becomes of a write of a known epoch. A repetition of the row's own write is `saved` at any time, because its
 * first acknowledgement may have been lost. What its own device has replaced since is `superseded`: nobody wants
 * it back. Then the time decides (`late`), then the lead (`held`); the rest wins and is `saved`.
 * After the member's own submission everything is late; after the server's, a write received in time still counts
 * and the attempt is graded again.
 */
export function outcomeOf(arrived: ArrivedWrite): SaveOutcome {
  const { write, present } = arrived;
  if (present !== null && compareWrites(write, present) === 0) return 'saved';
  if (present !== null && write.epoch === present.epoch && !wins(write, present)) return 'superseded';
  if (arrived.closedBy === 'member') return 'late';
  if (!countsAt(arrived.receivedAt, arrived.deadlineAt, arrived.graceMs)) return 'late';
  return write.epoch < arrived.leadingEpoch ? 'held' : 'saved';
}
