import { describe, expect, it } from 'vitest';
import type { SavedAnswer } from '../../../../shared/contest/attempt.schema.js';
import { emptyRecord, type PendingSave } from './device-record.rules.js';
import {
  afterAnswer,
  initialState,
  leadsHere,
  submissionIsDue,
  type SessionState,
} from './session-state.rules.js';

const yes = { type: 'true_false', value: true } as const;
const now = '2026-11-24T07:00:00.000Z';
const save = (position: number, changes: Partial<PendingSave> = {}): PendingSave => ({
  key: `x/1/${position}`,
  epoch: 1,
  seq: 1,
  value: { position, response: yes, keptAt: 0 },
  ...changes,
});
const refusal = { code: 'internal', params: {}, requestId: 'r' };
const leading = (changes: Partial<SessionState> = {}): SessionState => ({
  ...initialState({ ...emptyRecord, epoch: 1 }, []),
  leadingEpoch: 1,
  ...changes,
});
const answer = (outcome: SavedAnswer['outcome'], epoch = 1): SavedAnswer => ({
  outcome,
  savedAt: now,
  epoch,
  serverNow: now,
});

it('a page just opened claims nothing: not saved, not held, not late, not over', () => {
  const pending = [save(3)];
  expect(initialState(emptyRecord, pending)).toEqual({
    record: emptyRecord,
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
});

describe('the device that leads', () => {
  it.each<[string, Partial<SessionState>, boolean]>([
    ['is the one with the highest epoch', {}, true],
    ['is not one with an older epoch', { leadingEpoch: 2 }, false],
    ['is not one that never led', { record: emptyRecord }, false],
    ['is not the older of two tabs', { isInOtherTab: true }, false],
  ])('%s', (...[, changes, leads]) => {
    expect(leadsHere(leading(changes))).toBe(leads);
  });
});

describe('the word of the server on a choice', () => {
  it('saved: the choice counts as saved, with the server’s instant', () => {
    const after = afterAnswer(leading(), save(4), answer('saved'));
    expect(after.confirmed.get(4)).toEqual({ response: yes, savedAt: now });
    expect(after).toMatchObject({ lastSavedAt: now, held: [], late: [] });
  });

  it('saved: what was confirmed before stays, in this state and in the one before', () => {
    const before = afterAnswer(leading(), save(4), answer('saved'));
    const after = afterAnswer(before, save(7), answer('saved'));
    expect([...after.confirmed.keys()]).toEqual([4, 7]);
    expect([...before.confirmed.keys()]).toEqual([4]);
  });

  it.each(['held', 'late'] as const)('%s: the place is named once and nothing counts as saved', (outcome) => {
    const once = afterAnswer(leading(), save(9), answer(outcome));
    const after = afterAnswer(afterAnswer(once, save(2), answer(outcome)), save(9), answer(outcome));
    expect(after[outcome]).toEqual([2, 9]);
    expect(after[outcome === 'held' ? 'late' : 'held']).toEqual([]);
    expect(after).toMatchObject({ lastSavedAt: null, confirmed: new Map() });
  });

  it('superseded: nothing is claimed', () => {
    expect(afterAnswer(leading(), save(4), answer('superseded'))).toEqual(leading());
  });

  it('tells of a newer epoch, and an older one takes no lead away', () => {
    expect(afterAnswer(leading(), save(4), answer('held', 3)).leadingEpoch).toBe(3);
    expect(afterAnswer(leading({ leadingEpoch: 5 }), save(4), answer('held', 3)).leadingEpoch).toBe(5);
  });
});

describe('the submission', () => {
  const confirmed = { record: { ...emptyRecord, epoch: 1, submitting: true } };

  it.each<[string, Partial<SessionState>, boolean]>([
    ['goes when the member has confirmed', confirmed, true],
    ['goes when the time is up', { timeIsUp: true }, true],
    ['does not go unasked', {}, false],
    ['waits for a choice that can still be sent', { ...confirmed, pending: [save(1)] }, false],
    ['waits for it also when the time is up', { timeIsUp: true, pending: [save(1)] }, false],
    ['does not wait for one the server refused', { ...confirmed, pending: [save(1, { refusal })] }, true],
    [
      'waits for the other beside a refused one',
      { ...confirmed, pending: [save(1, { refusal }), save(2)] },
      false,
    ],
    ['goes once', { ...confirmed, isSubmitting: true }, false],
    ['goes from the leading device alone', { ...confirmed, leadingEpoch: 2 }, false],
  ])('%s', (...[, changes, isDue]) => {
    expect(submissionIsDue(leading(changes))).toBe(isDue);
  });
});
