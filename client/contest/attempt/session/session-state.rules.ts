import { isSendable } from '../../../platform/keep/outbox-item.rules.js';
import type { SavedAnswer } from '../../../../shared/contest/attempt.schema.js';
import {
  leadsWith,
  withPosition,
  type DeviceRecord,
  type PendingSave,
  type Refusal,
} from './device-record.rules.js';
import type { ConfirmedSave } from './paper.rules.js';

/** Everything the page knows of an attempt beside the server's copy of it. */
export type SessionState = {
  record: DeviceRecord;
  pending: readonly PendingSave[];
  /** The highest epoch heard of; 0 until the first answer of the server. */
  leadingEpoch: number;
  /** A newer tab of this browser has taken the attempt over. */
  isInOtherTab: boolean;
  confirmed: ReadonlyMap<number, ConfirmedSave>;
  lastSavedAt: string | null;
  /** Positions whose answer was offered to the leading device, or came too late to be scored. */
  held: readonly number[];
  late: readonly number[];
  timeIsUp: boolean;
  isSubmitting: boolean;
  /** Why the server did not take the submission. */
  submitRefusal: Refusal | null;
};

export const initialState = (record: DeviceRecord, pending: readonly PendingSave[]): SessionState => ({
  record,
  pending,
  leadingEpoch: 0,
  isInOtherTab: false,
  confirmed: new Map(),
  lastSavedAt: null,
  held: [],
  late: [],
  timeIsUp: false,
  isSubmitting: false,
  submitRefusal: null,
});

export const leadsHere = (state: SessionState): boolean =>
  !state.isInOtherTab && leadsWith(state.record.epoch, state.leadingEpoch);

/** What the server's word on a save changes. Only `saved` counts as saved; the rest is told as what it is. */
export function afterAnswer(state: SessionState, save: PendingSave, answer: SavedAnswer): SessionState {
  const { position, response } = save.value;
  const next = { ...state, leadingEpoch: Math.max(state.leadingEpoch, answer.epoch) };
  switch (answer.outcome) {
    case 'saved': {
      const confirmed = new Map(state.confirmed).set(position, { response, savedAt: answer.savedAt });
      return { ...next, confirmed, lastSavedAt: answer.savedAt };
    }
    case 'held':
      return { ...next, held: withPosition(state.held, [position]) };
    case 'late':
      return { ...next, late: withPosition(state.late, [position]) };
    case 'superseded':
      return next;
  }
}

/**
 * The submission goes out once the member or the clock wants it and nothing that can still be sent is before it: also
 * what was refused and will be taken once somebody has signed in again.
 */
export function submissionIsDue(state: SessionState): boolean {
  const wanted = state.record.submitting || state.timeIsUp;
  const waits = state.pending.some(isSendable);
  return wanted && !waits && !state.isSubmitting && leadsHere(state);
}
