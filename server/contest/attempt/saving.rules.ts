/** Where a write stands among those to one question: its device's epoch, then the device's own count. */
export type WriteOrder = { epoch: number; sequence: number };

/** Whether a write replaces the one present; a repetition of the same write does not. */
export function wins(candidate: WriteOrder, present: WriteOrder): boolean {
  return candidate.epoch === present.epoch
    ? candidate.sequence > present.sequence
    : candidate.epoch > present.epoch;
}
