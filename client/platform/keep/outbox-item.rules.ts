/** A write waiting to be sent. Of one key the highest (epoch, seq) wins, whatever the order of arrival. */
export type OutboxItem<Value> = { key: string; epoch: number; seq: number; value: Value };

export function isNewer(one: { epoch: number; seq: number }, other: { epoch: number; seq: number }): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.seq > other.seq);
}

/** Not yet with the server, and not refused for good. */
export const isSendable = ({ refusal, waiting }: { refusal?: unknown; waiting?: boolean }): boolean =>
  refusal === undefined || waiting === true;

/** Whether something stored has the form of an item; what its value is says who put it there. */
export function isItem(stored: unknown): stored is OutboxItem<unknown> {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'key' in stored &&
    'epoch' in stored &&
    'seq' in stored &&
    'value' in stored &&
    typeof stored.key === 'string'
  );
}
