import type { QuestionResponse } from '../../../shared/question-bank/question.schema.js';

export type SaveOrder = { epoch: number; sequence: number };

/** An answer that the server has not acknowledged yet. `keptAt`: server time in ms of the choice, for display only. */
export type PendingSave = SaveOrder & { position: number; response: QuestionResponse | null; keptAt: number };

/** What one device remembers of one attempt, across reloads and crashes. */
export type DeviceRecord = {
  /** The epoch the server gave this device last; null when it never led. */
  epoch: number | null;
  /** The last number given to a choice; it only grows. */
  sequence: number;
  pending: PendingSave[];
  /** Flags that the server has not acknowledged yet, by position. */
  flags: Record<string, boolean>;
  visited: number | null;
  /** The member has confirmed to submit, and the server does not know yet. */
  submitting: boolean;
};

export const emptyRecord: DeviceRecord = {
  epoch: null,
  sequence: 0,
  pending: [],
  flags: {},
  visited: null,
  submitting: false,
};

/** Order of two saves: epoch, then sequence; negative when `one` was chosen earlier. No clock takes part. */
export function compareSaves(one: SaveOrder, two: SaveOrder): number {
  return one.epoch - two.epoch || one.sequence - two.sequence;
}

/** The save that a choice on this device becomes; null while it holds no epoch, so that nothing can be written. */
export function nextSave(
  record: DeviceRecord,
  choice: Pick<PendingSave, 'position' | 'response' | 'keptAt'>,
): PendingSave | null {
  if (record.epoch === null) return null;
  return { ...choice, epoch: record.epoch, sequence: record.sequence + 1 };
}

/** Puts a save into the queue. Of one question and one epoch only the latest choice is worth sending. */
export function keepSave(record: DeviceRecord, save: PendingSave): DeviceRecord {
  const sameSlot = (other: PendingSave) => other.position === save.position && other.epoch === save.epoch;
  const present = record.pending.find(sameSlot);
  const sequence = Math.max(record.sequence, save.sequence);
  if (present && compareSaves(present, save) >= 0) return { ...record, sequence };
  const pending = [...record.pending.filter((other) => !sameSlot(other)), save].sort(compareSaves);
  return { ...record, sequence, pending };
}

/** Takes out what the server has answered; a later choice of the same question stays. */
export function settleSave(record: DeviceRecord, settled: SaveOrder & { position: number }): DeviceRecord {
  const stays = (save: PendingSave) =>
    save.position !== settled.position || save.epoch !== settled.epoch || save.sequence > settled.sequence;
  return { ...record, pending: record.pending.filter(stays) };
}

export function keepFlag(record: DeviceRecord, position: number, flagged: boolean): DeviceRecord {
  return { ...record, flags: { ...record.flags, [position]: flagged } };
}

/** Takes out a flag the server has stored, unless it was changed again meanwhile. */
export function settleFlag(record: DeviceRecord, position: number, flagged: boolean): DeviceRecord {
  if (record.flags[position] !== flagged) return record;
  const flags = Object.fromEntries(Object.entries(record.flags).filter(([key]) => key !== String(position)));
  return { ...record, flags };
}

/** A device that takes the lead writes with the new epoch; what it had queued before keeps its old one. */
export function takeLead(record: DeviceRecord, epoch: number): DeviceRecord {
  return record.epoch !== null && record.epoch >= epoch ? record : { ...record, epoch, submitting: false };
}

/** Whether choices on this device count: it holds the highest epoch that is known. */
export function leadsWith(deviceEpoch: number | null, leadingEpoch: number): boolean {
  return deviceEpoch !== null && deviceEpoch >= leadingEpoch;
}

/** Positions in rising order, each once. */
export function positionsOf(saves: readonly { position: number }[]): number[] {
  return [...new Set(saves.map((save) => save.position))].sort((one, two) => one - two);
}

/** Reads what storage gives back; anything unusable counts as nothing remembered. */
export function recordFrom(stored: unknown): DeviceRecord {
  if (typeof stored !== 'object' || stored === null) return emptyRecord;
  const found = { ...emptyRecord, ...stored };
  const usable =
    (found.epoch === null || Number.isInteger(found.epoch)) &&
    Number.isInteger(found.sequence) &&
    Array.isArray(found.pending) &&
    typeof found.flags === 'object';
  return usable ? found : emptyRecord;
}
