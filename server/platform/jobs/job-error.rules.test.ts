import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failure } from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';
import { errorLabel, labelKept } from './job-error.rules.js';

const SECRET = 'mật khẩu là hoa-sen';

describe('errorLabel', () => {
  it.each([
    [new FailureError(failure('round.closed', 409), { by: SECRET }), 'round.closed'],
    [Object.assign(new Error(SECRET), { code: '23505', detail: SECRET }), '23505'],
    [Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [Object.assign(new Error(SECRET), { code: SECRET }), 'Error'],
    [Object.assign(new Error(SECRET), { code: 23505 }), 'Error'],
    [new RangeError(SECRET), 'RangeError'],
    [z.object({ a: z.string() }).safeParse({}).error, 'ZodError'],
    [SECRET, 'internal'],
    [null, 'internal'],
  ])('names %o and tells nothing of it', (error, label) => {
    expect(errorLabel(error)).toBe(label);
  });

  it('is not led by the name an error gives itself', () => {
    expect(errorLabel(Object.assign(new Error(), { name: SECRET }))).toBe('Error');
  });
});

describe('labelKept', () => {
  it.each([
    [{ error: 'RangeError' }, 'RangeError'],
    [{ value: { message: 'job timed out' } }, 'job.timed_out'],
    [{ value: { message: 'job heartbeat timeout' } }, 'job.interrupted'],
    [{ value: { message: SECRET } }, 'internal'],
    [{ error: SECRET }, 'internal'],
    [{ message: SECRET, stack: SECRET }, 'internal'],
    [null, 'internal'],
  ])('reads %o', (output, label) => {
    expect(labelKept(output)).toBe(label);
  });
});
