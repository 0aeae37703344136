import { describe, expect, it } from 'vitest';
import { setPassword } from '../../../shared/account/account.schema.js';
import { makePassword } from './make-password.js';

describe('makePassword', () => {
  it('makes passwords the server accepts, without signs that are easily mistaken', () => {
    for (let round = 0; round < 200; round += 1) {
      const password = makePassword();
      expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      expect(password).not.toMatch(/[ilo01]/);
      expect(setPassword.safeParse({ password }).success).toBe(true);
    }
  });

  it('makes another one each time, of all signs', () => {
    const made = Array.from({ length: 500 }, makePassword);
    expect(new Set(made).size).toBe(500);
    expect(new Set(made.join('').replaceAll('-', '')).size).toBe(31);
  });
});
