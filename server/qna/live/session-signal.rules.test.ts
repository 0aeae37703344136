import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDS_IN_SIGNAL, signalsOf } from './session-signal.rules.js';

const sessionId = '00000000-0000-4000-8000-000000000000';
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 400 });
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

  it('says nothing where nothing changed', () => {
    expect(signalsOf({ sessionId, session: false, touched: [], counted: [] })).toEqual([]);
  });
});
