import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareSaves,
  emptyRecord,
  keepUnread,
  leadsWith,
  positionsOf,
  recordFrom,
  reopened,
  saveOf,
  settleFlag,
  takeLead,
  type DeviceRecord,
} from './device-record.rules.js';

const response = { type: 'true_false', value: true } as const;
const order = fc.record({ epoch: fc.integer({ min: 1, max: 5 }), seq: fc.integer({ min: 1, max: 9 }) });
const record: DeviceRecord = { ...emptyRecord, epoch: 2, seq: 7 };

describe('compareSaves', () => {
  it('is a total order in which the epoch outweighs every number', () => {
    fc.assert(
      fc.property(order, order, order, (a, b, c) => {
        expect(Math.sign(compareSaves(a, b)) + Math.sign(compareSaves(b, a))).toBe(0);
        if (compareSaves(a, b) <= 0 && compareSaves(b, c) <= 0)
          expect(compareSaves(a, c)).toBeLessThanOrEqual(0);
        if (a.epoch > b.epoch) expect(compareSaves(a, b)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('saveOf', () => {
  it('gives a choice the device’s epoch and the next number', () => {
    const save = saveOf('x', record, { position: 4, response, keptAt: 5 });
    expect(save).toMatchObject({ epoch: 2, seq: 8, value: { position: 4, response, keptAt: 5 } });
  });

  it('gives nothing to a device that never led', () => {
    expect(saveOf('x', emptyRecord, { position: 1, response: null, keptAt: 0 })).toBeNull();
  });

  it('replaces an unsent choice of the same question, but never one of an older epoch', () => {
    const value = { position: 4, response, keptAt: 5 };
    const first = saveOf('x', record, value)?.key;
    expect(saveOf('x', { ...record, seq: 20 }, { ...value, response: null })?.key).toBe(first);
    expect(saveOf('x', { ...record, epoch: 3 }, value)?.key).not.toBe(first);
    expect(saveOf('x', record, { ...value, position: 5 })?.key).not.toBe(first);
  });
});

describe('what cannot be read', () => {
  it('is kept by question, across the page, until it is an answer or gone', () => {
    const kept = keepUnread(keepUnread(record, 4, '9O'), 5, 'mười');
    expect(recordFrom(JSON.parse(JSON.stringify(kept))).unread).toEqual({ 4: '9O', 5: 'mười' });
    expect(keepUnread(kept, 4, null).unread).toEqual({ 5: 'mười' });
  });
});

describe('reopened', () => {
  it('goes on above every number used so far, noted or only queued', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.record({ seq: fc.nat() })), (seq, pending) => {
        const next = reopened({ ...record, seq }, pending).seq;
        expect(next).toBeGreaterThanOrEqual(seq);
        for (const save of pending) expect(next).toBeGreaterThanOrEqual(save.seq);
        if (seq > 0) expect(next).toBeGreaterThan(seq);
      }),
    );
  });

  it('starts at nothing on a new device', () => {
    expect(reopened(emptyRecord, [])).toEqual(emptyRecord);
  });
});

describe('lead', () => {
  it.each([
    [null, 1, false],
    // Before the server has said anything nobody leads.
    [null, 0, false],
    [1, 1, true],
    [1, 2, false],
    [3, 2, true],
  ])('a device with epoch %s against %i leads: %s', (device, leading, leads) => {
    expect(leadsWith(device, leading)).toBe(leads);
  });

  it('is taken with a higher epoch only, and calls off a submission', () => {
    expect(takeLead({ ...record, submitting: true }, 3)).toMatchObject({
      epoch: 3,
      seq: 7,
      submitting: false,
    });
    expect(takeLead(record, 2)).toBe(record);
    expect(takeLead(record, 1)).toBe(record);
  });
});

describe('settleFlag', () => {
  const flagged = { ...record, flags: { 3: true, 4: false } };

  it('forgets the flag the server has stored', () => {
    expect(settleFlag(flagged, 3, true).flags).toEqual({ 4: false });
  });

  it('keeps one that was changed again meanwhile', () => {
    expect(settleFlag(flagged, 3, false)).toBe(flagged);
  });
});

describe('recordFrom', () => {
  it('reads back what was written', () => {
    const full: DeviceRecord = {
      epoch: 4,
      seq: 12,
      flags: { 2: true },
      unread: { 3: '9O' },
      visited: 9,
      submitting: true,
    };
    expect(recordFrom(structuredClone(full))).toEqual(full);
  });

  it('reads back what a device that never led wrote', () => {
    const waiting: DeviceRecord = { ...emptyRecord, seq: 3, flags: { 2: true }, visited: 5 };
    expect(recordFrom(structuredClone(waiting))).toEqual(waiting);
  });

  it('takes for set only a flag that is written so', () => {
    const stored = { epoch: 1, seq: 1, flags: { 1: true, 2: 'có', 3: 1, 4: false }, visited: 1.5 };
    expect(recordFrom(stored)).toMatchObject({
      flags: { 1: true, 2: false, 3: false, 4: false },
      visited: null,
      submitting: false,
    });
  });

  it('takes anything else for nothing, without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const read = recordFrom(stored);
        expect(read.epoch === null || Number.isInteger(read.epoch)).toBe(true);
        expect(Number.isInteger(read.seq)).toBe(true);
      }),
    );
    expect(recordFrom({ epoch: 'one', seq: 1, flags: {} })).toBe(emptyRecord);
  });
});

describe('positionsOf', () => {
  it('names each question once, in rising order', () => {
    const save = (position: number, epoch: number) => ({
      key: `x/${epoch}/${position}`,
      epoch,
      seq: 1,
      value: { position, response: null, keptAt: 0 },
    });
    expect(positionsOf([save(9, 1), save(2, 1), save(9, 2)])).toEqual([2, 9]);
  });
});
