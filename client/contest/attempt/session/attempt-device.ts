import { Outbox } from '../../../platform/keep/outbox.js';
import type { OutboxItem } from '../../../platform/keep/outbox-item.rules.js';
import { openOutboxStore, type OutboxStore } from '../../../platform/keep/outbox-store.js';
import {
  recordFrom,
  reopened,
  takeLead,
  type ChosenAnswer,
  type DeviceRecord,
} from './device-record.rules.js';

/** What is kept on this device of one attempt: the queue of choices and the small record beside it. */
export type AttemptDevice = {
  outbox: Outbox<ChosenAnswer>;
  record: DeviceRecord;
  write: (record: DeviceRecord) => Promise<void>;
};

type Stores = { answers: OutboxStore; records: OutboxStore };

const openStores = async (): Promise<Stores> => {
  const [answers, records] = await Promise.all([openOutboxStore('answers'), openOutboxStore('attempts')]);
  return { answers, records };
};

export async function openDevice(attemptId: string, stores?: Stores): Promise<AttemptDevice> {
  const { answers, records } = stores ?? (await openStores());
  const outbox = await Outbox.open<ChosenAnswer>({
    store: answers,
    parse: (stored) => itemOf(attemptId, stored),
  });
  const found = (await records.all()).find(([key]) => key === attemptId)?.[1];
  return {
    outbox,
    record: reopened(recordFrom(found), outbox.pending()),
    write: (record) => records.put(attemptId, record),
  };
}

/** The device on which an attempt was started holds its first epoch: called with the answer to the start. */
export async function rememberStart(attempt: { id: string; epoch: number }): Promise<void> {
  const device = await openDevice(attempt.id);
  await device.write(takeLead(device.record, attempt.epoch));
}

/** The queue is shared by all attempts of this device; each sees its own. */
function itemOf(attemptId: string, stored: OutboxItem<unknown>): OutboxItem<ChosenAnswer> | null {
  return stored.key.startsWith(`${attemptId}/`) && isChoice(stored) ? stored : null;
}

function isChoice(stored: OutboxItem<unknown>): stored is OutboxItem<ChosenAnswer> {
  const { value } = stored;
  return typeof value === 'object' && value !== null && 'position' in value && 'response' in value;
}
