import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';

/** A choice on its way to the server. `keptAt`: server time in ms of the choice, only for showing it. */
export type ChosenAnswer = { position: number; response: QuestionResponse | null; keptAt: number };

/** What the server said when it did not take something: its failure. */
export type Refusal = { code: string; params: Record<string, string | number>; requestId: string };

/** A choice the server has not answered yet, in the order (epoch, seq); no clock takes part. */
export type PendingSave = {
  key: string;
  epoch: number;
  seq: number;
  value: ChosenAnswer;
  refusal?: Refusal;
  /** What refused it can be cured: it is sent again by itself. */
  waiting?: boolean;
};

/** What one device remembers of one attempt, across reloads and crashes. */
export type DeviceRecord = {
  /** The epoch the server gave this device last; null when it never led. */
  epoch: number | null;
  /** The last number given to a choice; it only grows. */
  seq: number;
  /** Flags that the server has not stored yet, by position. */
  flags: Record<string, boolean>;
  visited: number | null;
  /** What stands in fields without being an answer, because it cannot be read, by position. */
  unread: Record<string, string>;
  /** The member has confirmed to submit, and the server does not know yet. */
  submitting: boolean;
};

export const emptyRecord: DeviceRecord = {
  epoch: null,
  seq: 0,
  flags: {},
  visited: null,
  unread: {},
  submitting: false,
};

/** Numbers skipped on opening, for choices that were sent just before the page died without noting their number. */
const SEQ_SLACK = 1000;

/** Negative when `one` was chosen before `two`. */
export function compareSaves(
  one: { epoch: number; seq: number },
  two: { epoch: number; seq: number },
): number {
  return one.epoch - two.epoch || one.seq - two.seq;
}

/**
 * What a choice on this device is queued as; null while it holds no epoch. The key lets a newer choice of the same
 * question replace an unsent one, but never one of an older epoch, which has to reach the server as an offer.
 */
export function saveOf(attemptId: string, record: DeviceRecord, value: ChosenAnswer): PendingSave | null {
  const { epoch } = record;
  if (epoch === null) return null;
  return { key: `${attemptId}/${epoch}/${value.position}`, epoch, seq: record.seq + 1, value };
}

/** The record to go on with after the page was opened again. */
export function reopened(record: DeviceRecord, pending: readonly { seq: number }[]): DeviceRecord {
  const last = Math.max(record.seq, ...pending.map((save) => save.seq));
  return { ...record, seq: last === 0 ? 0 : last + SEQ_SLACK };
}

/** Takes out a flag the server has stored, unless it was changed again meanwhile. */
export function settleFlag(record: DeviceRecord, position: number, flagged: boolean): DeviceRecord {
  return record.flags[position] === flagged ? { ...record, flags: without(record.flags, position) } : record;
}

/** Keeps what was typed and cannot be read; null: there is nothing of the kind any more. */
export function keepUnread(record: DeviceRecord, position: number, text: string | null): DeviceRecord {
  const others = without(record.unread, position);
  return { ...record, unread: text === null ? others : { ...others, [position]: text } };
}

function without<Value>(all: Record<string, Value>, position: number): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(position)));
}

/** A device that takes the lead writes with the new epoch from now on. An older epoch changes nothing. */
export function takeLead(record: DeviceRecord, epoch: number): DeviceRecord {
  return record.epoch !== null && record.epoch >= epoch ? record : { ...record, epoch, submitting: false };
}

/** Whether choices on this device count: it holds the highest epoch that is known. */
export function leadsWith(deviceEpoch: number | null, leadingEpoch: number): boolean {
  return deviceEpoch !== null && deviceEpoch >= leadingEpoch;
}

/** Positions in rising order, each once. */
export function positionsOf(saves: readonly PendingSave[]): number[] {
  return withPosition(
    saves.map((save) => save.value.position),
    [],
  );
}

export function withPosition(positions: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...positions, ...more])].sort((one, two) => one - two);
}

/** Reads what storage gives back; anything unusable counts as nothing remembered. */
export function recordFrom(stored: unknown): DeviceRecord {
  if (!isObject(stored)) return emptyRecord;
  const { epoch, seq, flags, visited, unread, submitting } = stored;
  const usable = (epoch === null || isCount(epoch)) && isCount(seq) && isObject(flags);
  if (!usable) return emptyRecord;
  return {
    epoch,
    seq,
    flags: Object.fromEntries(Object.entries(flags).map(([key, flagged]) => [key, flagged === true])),
    visited: isCount(visited) ? visited : null,
    unread: isObject(unread)
      ? Object.fromEntries(Object.entries(unread).map(([key, text]) => [key, String(text)]))
      : {},
    submitting: submitting === true,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
