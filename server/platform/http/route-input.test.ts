import { describe, expect, it } from 'vitest';
import { FailureError } from '../failure-error.js';
import { readable } from './route-input.js';

const DECOMPOSED = 'Hải Đăng'.normalize('NFD');

describe('readable', () => {
  it('gives back the same value, uncopied, when every text is composed already', () => {
    const value = { epoch: 1, response: { type: 'multiple_choice', choices: ['a', 'b'] }, name: 'Hải Đăng' };
    expect(readable(value)).toBe(value);
    expect(readable('b')).toBe('b');
  });

  it('composes texts however deep they stand and leaves what came in as it was', () => {
    const value = { list: ['a', { name: DECOMPOSED }], text: null, at: 3 };
    expect(readable(value)).toEqual({ list: ['a', { name: 'Hải Đăng' }], text: null, at: 3 });
    expect(value.list[1]).toEqual({ name: DECOMPOSED });
  });

  it('leaves fields named raw as they came, at the top only', () => {
    const value = { text: DECOMPOSED, inner: { text: DECOMPOSED } };
    expect(readable(value, ['text'])).toEqual({ text: DECOMPOSED, inner: { text: 'Hải Đăng' } });
  });

  it('keeps a key that would be a prototype a key', () => {
    const value: unknown = JSON.parse(`{ "__proto__": { "name": "${DECOMPOSED}" } }`);
    const read = readable(value);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read ?? {})).toEqual(['__proto__']);
  });

  it.each(['a\0b', '\ud800', 'ế\0'])('refuses %j and names where it stood', (text) => {
    expect(() => readable({ answer: { text } })).toThrow(FailureError);
    expect(() => readable({ name: [text] })).toThrow(
      expect.objectContaining({ params: { name: 'not_text' } }),
    );
  });
});
