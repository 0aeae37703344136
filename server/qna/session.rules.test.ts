import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionCode } from '../../shared/qna/session.schema.js';
import { allowanceOf } from './ask-limit.rules.js';
import { authorTag, hashOfKey } from './author-key.rules.js';
import { coarse } from './coarse-time.rules.js';
import { codeFrom } from './session-code.rules.js';
import { phaseOf } from './session-phase.rules.js';
import { flaggedWords } from './word-filter.rules.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 19, 7, minutes));

describe('codes', () => {
  it('are what people may type, from any bytes that suffice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = codeFrom(bytes);
        if (code !== null) expect(sessionCode.parse(code.toLowerCase())).toBe(code);
        else expect([...bytes].filter((byte) => byte < 248).length).toBeLessThan(4);
      }),
    );
  });

  it('use each letter equally often', () => {
    const firsts = Array.from(
      { length: 256 },
      (_, byte) => codeFrom(new Uint8Array([byte, 0, 0, 0, 0]))?.[0],
    );
    const counts = new Map<string, number>();
    for (const first of firsts.slice(0, 248)) counts.set(first ?? '', (counts.get(first ?? '') ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 31 }, () => 8));
  });
});

describe('the phase of a session', () => {
  it.each([
    [at(-1), null, 'upcoming'],
    [at(0), null, 'live'],
    [at(90), null, 'live'],
    [at(-1), at(-2), 'ended'],
    [at(1), at(1), 'ended'],
  ] as const)('at %s, ended %s, is %s', (now, endedAt, phase) => {
    expect(phaseOf({ startsAt: at(0), endedAt }, now)).toBe(phase);
  });
});

describe('coarse time', () => {
  it('tells apart only five-minute steps, and stays within two and a half minutes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: at(0), max: at(6000) }), (when) => {
        const known = coarse(when).getTime();
        expect(known % 300_000).toBe(0);
        expect(Math.abs(known - when.getTime())).toBeLessThanOrEqual(150_000);
      }),
    );
  });
});

describe('the word filter', () => {
  it.each([
    ['Đồ NGU ngốc này?', ['ngu'], ['ngu']],
    ['Người ngủ trong giờ họp?', ['ngu'], []],
    ['Nguyên tắc nào?', ['ngu'], []],
    ['Có phải... đồ-ngốc không?', ['đồ ngốc'], ['đồ ngốc']],
    ['Đồ ngốc'.normalize('NFD'), ['đồ ngốc'], ['đồ ngốc']],
    ['ngu, ngu!', ['ngu', 'dốt'], ['ngu']],
    ['Đồ n\u200bg\u00adu này?', ['ngu'], ['ngu']],
    ['Đồ ｎｇｕ này?', ['ngu'], ['ngu']],
    ['Gì cũng được', ['!!!', ' '], []],
  ])('in “%s” finds of %j: %j', (text, words, found) => {
    expect(flaggedWords(text, words)).toEqual(found);
  });
});

describe('limits of asking', () => {
  const limits = { maxPerPerson: 3, slowModeSeconds: 60 };

  it('count questions by name and without one together, and go by the latest of them', () => {
    const asked = [
      { count: 1, latestAt: at(10) },
      { count: 1, latestAt: at(12) },
    ];
    expect(allowanceOf(limits, asked, at(12))).toEqual({ askAgainAt: at(13), left: 1 });
    expect(allowanceOf(limits, asked, at(13))).toEqual({ askAgainAt: null, left: 1 });
  });

  it('stand in nobody’s way before the first question, or without limits', () => {
    const nothing = { count: 0, latestAt: null };
    expect(allowanceOf(limits, [nothing, nothing], at(0))).toEqual({ askAgainAt: null, left: 3 });
    const busy = [{ count: 99, latestAt: at(0) }];
    expect(allowanceOf({ maxPerPerson: null, slowModeSeconds: 0 }, busy, at(0))).toEqual({
      askAgainAt: null,
      left: null,
    });
    expect(allowanceOf(limits, busy, at(5)).left).toBe(0);
  });
});

describe('what is kept of an author’s key', () => {
  it('is a hash of it, and a tag that says nothing without the secret', () => {
    expect(hashOfKey('a')).toHaveLength(32);
    expect(hashOfKey('a')).not.toEqual(hashOfKey('b'));
    const [one, other] = ['a secret', 'another one'];
    expect(authorTag(one, 'q', 'p')).toBe(authorTag(one, 'q', 'p'));
    expect(authorTag(one, 'q', 'p')).not.toBe(authorTag(other, 'q', 'p'));
    expect(authorTag(one, 'q', 'p')).not.toBe(authorTag(one, 'p', 'q'));
  });
});
