import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDS_IN_SIGNAL, signalsOf } from './session-signal.rules.js';

const sessionId = '00000000-0000-4000-8000-000000000000';
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 400, size: 'max' });
/** What is left of 7,999 bytes after the envelope. */
const MAX_BYTES = 7_700;

describe('signalsOf', () => {
  it('says all of it once, in signals that are short enough to be sent', () => {
    fc.assert(
      fc.property(fc.boolean(), ids, ids, (session, touched, counted) => {
        const signals = signalsOf({ sessionId, session, touched, counted });
        expect(signals.flatMap((signal) => signal.touched)).toEqual(touched);
        expect(signals.flatMap((signal) => signal.counted)).toEqual(counted);
        expect(signals.filter((signal) => signal.session).length).toBe(session ? 1 : 0);
        for (const signal of signals) {
          expect(signal.touched.length + signal.counted.length).toBeLessThanOrEqual(IDS_IN_SIGNAL);
          expect(Buffer.byteLength(JSON.stringify(signal))).toBeLessThanOrEqual(MAX_BYTES);
        }
      }),
    );
  });

  it.each([
    [150, 0, 1],
    [151, 0, 2],
    [100, 51, 2],
    [0, 300, 2],
    [301, 150, 4],
  ])('says %i changed and %i counted in %i signals, none lost and none twice', (touched, counted, parts) => {
    const idsOf = (count: number, kind: string) =>
      Array.from({ length: count }, (_, nth) => `${kind} ${nth}`);
    const told = { touched: idsOf(touched, 'touched'), counted: idsOf(counted, 'counted') };
    const signals = signalsOf({ sessionId, session: true, ...told });
    expect(signals).toHaveLength(parts);
    expect(signals.flatMap((signal) => signal.touched)).toEqual(told.touched);
    expect(signals.flatMap((signal) => signal.counted)).toEqual(told.counted);
    expect(signals.map((signal) => signal.session)).toEqual([
      true,
      ...Array.from({ length: parts - 1 }, () => false),
    ]);
  });

  it('says of the session alone that it changed', () => {
    expect(signalsOf({ sessionId, session: true, touched: [], counted: [] })).toEqual([
      { sessionId, session: true, touched: [], counted: [] },
    ]);
  });

  it('says nothing where nothing changed', () => {
    expect(signalsOf({ sessionId, session: false, touched: [], counted: [] })).toEqual([]);
  });
});
