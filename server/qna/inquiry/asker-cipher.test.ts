import { describe, expect, it } from 'vitest';
import { boxOf, contentOf, HalfKey, keyOfSecret } from './asker-cipher.js';

describe('what nodes tell each other of anonymous askers', () => {
  it('is read by whoever has the secret, and by nobody else', () => {
    const box = boxOf(keyOfSecret('một'), { note: 'kín' });
    expect(contentOf(keyOfSecret('một'), box)).toEqual({ note: 'kín' });
    expect(() => contentOf(keyOfSecret('hai'), box)).toThrow();
    expect(Buffer.from(box, 'base64url').toString('latin1')).not.toContain('note');
  });

  it('is handed over to a node with the same session secret only', () => {
    const [one, other, stranger] = [new HalfKey('chung'), new HalfKey('chung'), new HalfKey('khác')];
    expect(one.with(other.public)).toEqual(other.with(one.public));
    expect(stranger.with(one.public)).not.toEqual(one.with(stranger.public));
  });
});
