import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeKeyPair, openBox, readAuthor, type KeyPair } from './boxes.js';
import { privateKeyIn, writtenKey } from './private-key.rules.js';

const variant = () => sodium.base64_variants.URLSAFE_NO_PADDING;
const textOf = (bytes: Uint8Array) => sodium.to_base64(bytes, variant());
const seal = (content: string, { publicKey }: KeyPair) =>
  textOf(sodium.crypto_box_seal(content, sodium.from_base64(publicKey, variant())));

let first: KeyPair;
let second: KeyPair;
beforeAll(async () => {
  await sodium.ready;
  first = await makeKeyPair();
  second = await makeKeyPair();
});

describe('a box in a box', () => {
  it('is opened by both keys, one after the other, and gives what was sealed', async () => {
    const content = JSON.stringify({ name: 'Nguyễn Hoàng Thị Phương Thảo', unit: 'Chi đoàn 1' });
    const outer = seal(seal(content, second), first);
    const inner = await openBox(outer, first.privateKey);
    // The outer box holds the text of the inner one; the holder sends its bytes on as they are.
    const innerBox = sodium.to_string(sodium.from_base64(inner ?? '', variant()));
    const opened = await openBox(innerBox, second.privateKey);
    expect(sodium.to_string(sodium.from_base64(opened ?? '', variant()))).toBe(content);
  });

  it('stays shut for one key alone, for another one and when it was touched', async () => {
    const outer = seal(seal('{}', second), first);
    expect(await openBox(outer, second.privateKey)).toBeNull();
    expect(await openBox(outer, (await makeKeyPair()).privateKey)).toBeNull();
    expect(await openBox(`${outer.slice(0, -2)}AA`, first.privateKey)).toBeNull();
    expect(await openBox('no-box', first.privateKey)).toBeNull();
    expect(await openBox(outer, 'too-short')).toBeNull();
  });

  it('shows the author to whom it was sealed for, blanks at the end or not', async () => {
    const author = { name: 'Lê Văn Huy', unit: 'Ban Tuyên giáo' };
    const box = seal(`${JSON.stringify(author)}      `, first);
    expect(await readAuthor(box, first.privateKey)).toEqual(author);
    expect(await readAuthor(box, second.privateKey)).toBeNull();
  });
});

describe('a private key that was kept', () => {
  it('is found in its file, alone or pasted bare', () => {
    const key = first.privateKey;
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(privateKeyIn(`Khóa riêng của Huy\n\n${writtenKey(key)}\n`)).toBe(key);
    expect(privateKeyIn(`  ${key}\n`)).toBe(key);
  });

  it('is not found where there is none', () => {
    expect(privateKeyIn('')).toBeNull();
    expect(privateKeyIn(writtenKey(first.privateKey) + 'x')).toBeNull();
    expect(privateKeyIn(`hai khóa: ${first.privateKey}`)).toBeNull();
    fc.assert(fc.property(fc.string({ maxLength: 42 }), (text) => privateKeyIn(text) === null));
  });
});
