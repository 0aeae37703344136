import { describe, expect, it } from 'vitest';
import { authorTag, hashOfKey } from './author-key.rules.js';

describe('what is kept of an author’s key', () => {
  it('is its SHA-256, as published for “abc”', () => {
    expect(hashOfKey('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('the tag of an asker', () => {
  it('is the HMAC-SHA-256 of question and person under the secret, as published for this sentence', () => {
    const tag = authorTag('key', 'The quick brown fox', 'jumps over the lazy dog');
    expect(Buffer.from(tag, 'base64url').toString('hex')).toBe(
      'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });

  it('differs for another secret, question or person', () => {
    const [one, other] = ['a secret', 'another one'];
    const tags = [
      authorTag(one, 'q1', 'p1'),
      authorTag(other, 'q1', 'p1'),
      authorTag(one, 'q2', 'p1'),
      authorTag(one, 'q1', 'p2'),
      authorTag(one, 'p1', 'q1'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(authorTag(one, 'q1', 'p1')).toBe(tags[0]);
  });
});
