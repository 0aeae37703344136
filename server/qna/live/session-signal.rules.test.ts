import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDS_IN_SIGNAL, signalsOf } from './session-signal.rules.js';

const sessionId = '00000000-0000-4000-8000-000000000000';
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 400, size: 'max' });
const signal = fc.record({ session: fc.boolean(), anew: fc.boolean(), touched: ids, counted: ids });
/** What is left of 7,999 bytes after the envelope. */
const MAX_BYTES = 7_700;

describe('signalsOf', () => {
  it('says all of it once, in signals that are short enough to be sent', () => {
    fc.assert(
      fc.property(signal, ({ session, anew, touched, counted }) => {
        const signals = signalsOf({ sessionId, session, anew, touched, counted });
        expect(signals.flatMap((signal) => signal.touched)).toEqual(touched);
        expect(signals.flatMap((signal) => signal.counted)).toEqual(counted);
        expect(signals.filter((signal) => signal.session).length).toBe(session ? 1 : 0);
        expect(signals.map((signal) => signal.anew)).toEqual(
          signals.map((_, index) => anew && index === signals.length - 1),
        );
        expect(signals.length > 0 || !anew).toBe(true);
        for (const one of signals) {
          expect(one.touched.length + one.counted.length).toBeLessThanOrEqual(IDS_IN_SIGNAL);
          expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThanOrEqual(MAX_BYTES);
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
    const signals = signalsOf({ sessionId, session: true, anew: true, ...told });
    expect(signals).toHaveLength(parts);
    expect(signals.flatMap((signal) => signal.touched)).toEqual(told.touched);
    expect(signals.flatMap((signal) => signal.counted)).toEqual(told.counted);
    const others = Array.from({ length: parts - 1 }, () => false);
    expect(signals.map((one) => one.session)).toEqual([true, ...others]);
    // With the last, by when all that is named has been forgotten.
    expect(signals.map((one) => one.anew)).toEqual([...others, true]);
  });

  it('says of the session alone that it changed', () => {
    expect(signalsOf({ sessionId, session: true, anew: false, touched: [], counted: [] })).toEqual([
      { sessionId, session: true, anew: false, touched: [], counted: [] },
    ]);
  });

  it('says nothing where nothing changed', () => {
    expect(signalsOf({ sessionId, session: false, anew: false, touched: [], counted: [] })).toEqual([]);
  });
});
