/** A write waiting to be sent. Of one key the highest (epoch, seq) wins, whatever the order of arrival. */
export type OutboxItem<Value> = { key: string; epoch: number; seq: number; value: Value };

export function isNewer(one: { epoch: number; seq: number }, other: { epoch: number; seq: number }): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.seq > other.seq);
}
