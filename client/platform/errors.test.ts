import { describe, expect, it } from 'vitest';
import { ApiFailure, failureOf } from './api-failure.js';
import { failureText } from './errors.js';
import { fieldErrors } from './form-errors.js';
import type { Translate } from './i18n.js';

const known: Record<string, string> = {
  'contest:errors.contest.closed': 'The contest is closed',
  'platform:errors.network': 'No network',
  'platform:errors.internal': 'Something broke',
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

describe('refused fields', () => {
  const own: Record<string, string> = {
    'fields.title.too_small': 'A title needs a letter',
    'fields.unfit': 'Unfit',
  };
  const common: Record<string, string> = { 'fields.invalid': 'Not valid', 'fields.too_big': 'Too long' };
  const from =
    (all: Record<string, string>): Translate =>
    (key, options) =>
      all[key] ?? (typeof options?.defaultValue === 'string' ? options.defaultValue : key);
  const read = (params: Record<string, string>) =>
    fieldErrors(new ApiFailure({ code: 'input.invalid', status: 400, params }), {
      t: from(own),
      common: from(common),
    });

  it('take the word for that field, then the word for that code, then the common one', () => {
    expect(read({ title: 'too_small', prompt: 'unfit', summary: 'too_big', rules: 'strange' })).toEqual({
      title: 'A title needs a letter',
      prompt: 'Unfit',
      summary: 'Too long',
      rules: 'Not valid',
    });
  });

  it('are none for another failure', () => {
    expect(fieldErrors(new ApiFailure({ code: 'network' }), { t: from(own), common: from(common) })).toEqual(
      {},
    );
  });
});
