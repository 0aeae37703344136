import { describe, expect, it } from 'vitest';
import { cookieOf } from './session.js';

describe('cookieOf', () => {
  it.each([
    ['a=1', '1'],
    ['b=2; a=1', '1'],
    ['b=2;a= 1 ;c=3', '1'],
    ['a=1=2', '1=2'],
    ['flag; a=1', '1'],
    ['a=', ''],
    ['ba=2; a=1; a=3', '1'],
  ])('finds a in %j', (header, value) => {
    expect(cookieOf(header, 'a')).toBe(value);
  });

  it.each([undefined, '', ';', '=1', 'a', 'b=a=1', 'flag; b=2'])('finds no a in %j', (header) => {
    expect(cookieOf(header, 'a')).toBeUndefined();
  });
});
