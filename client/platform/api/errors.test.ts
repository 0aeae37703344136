import { describe, expect, it } from 'vitest';
import { ApiFailure, failureOf } from './api-failure.js';
import { failureText } from './errors.js';

const known: Record<string, string> = {
  'contest:errors.contest.closed': 'The contest is closed',
  'platform:errors.network': 'No network',
  'platform:errors.internal': 'Something broke',
  'platform:errors.internal_bare': 'Something broke, nobody knows where',
};
const texts = {
  exists: (key: string, { ns }: { ns: string }) => `${ns}:${key}` in known,
  t: (key: string, { ns, ...params }: Record<string, unknown>) =>
    `${known[`${String(ns)}:${key}`]} ${JSON.stringify(params)}`,
};

describe('the text of a failure', () => {
  it('comes from the feature, with its parameters', () => {
    const failure = new ApiFailure({ code: 'contest.closed', params: { at: '17:00' }, status: 409 });
    expect(failureText(failure, ['contest'], texts)).toBe('The contest is closed {"at":"17:00"}');
  });

  it('comes from the platform for what every feature may meet', () => {
    expect(failureText(new ApiFailure({ code: 'network' }), ['contest'], texts)).toBe('No network {}');
  });

  it('names the request when nobody worded the code', () => {
    const failure = new ApiFailure({ code: 'brand.new', requestId: 'r-1', status: 409 });
    expect(failureText(failure, ['contest'], texts)).toBe('Something broke {"requestId":"r-1"}');
    expect(failureText(new TypeError('bug'), ['contest'], texts)).toContain('Something broke');
  });

  it('names no request where there is none', () => {
    const said = failureText(new ApiFailure({ code: 'internal', status: 500 }), ['contest'], texts);
    expect(said).toBe('Something broke, nobody knows where {}');
  });
});

describe('a failure body', () => {
  it('is read as the server sends it', () => {
    const failure = failureOf(
      { code: 'stale_write', params: { version: 3, odd: null }, requestId: 'r-2' },
      409,
    );
    expect(failure).toMatchObject({
      code: 'stale_write',
      params: { version: 3 },
      requestId: 'r-2',
      status: 409,
    });
    expect(failure.isTransient).toBe(false);
  });

  it('of a proxy in front of a server that is down is worth another try', () => {
    const failure = failureOf('<html>Bad gateway</html>', 502);
    expect(failure.code).toBe('unavailable');
    expect(failure.isTransient).toBe(true);
  });
});
