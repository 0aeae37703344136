import { describe, expect, it } from 'vitest';
import { failure, unavailable } from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';
import { failureOf } from './failure.filter.js';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('the failure an error stands for', () => {
  it.each([
    ['a database that is away', away],
    ['a queue that is full', new FailureError(unavailable)],
  ])('says of %s when to come back', (_what, error) => {
    expect(failureOf(error)).toMatchObject({ kind: unavailable, params: { retryAfterSeconds: 1 } });
  });

  it('is a declared one with its own words', () => {
    const closed = failure('test.closed', 409);
    expect(failureOf(new FailureError(closed, { by: 'Lan' }))).toMatchObject({
      kind: closed,
      params: { by: 'Lan' },
    });
  });

  it('is internal where nobody foresaw it, and quotes nothing', () => {
    expect(failureOf(new Error('a secret'))).toEqual({ kind: { code: 'internal', status: 500 }, params: {} });
  });
});
