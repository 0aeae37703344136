import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { v4 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBox, openedAuthor } from '../../../shared/qna/opening.schema.js';
import { inquiryId, participantId } from '../../../shared/qna/session.schema.js';
import { authorOf, innerBoxOf, isUsableKey, sealAuthor, sealOpened, type SealedAuthor } from './seal.js';

type Pair = { publicKey: Uint8Array; privateKey: Uint8Array };
let first: Pair;
let second: Pair;
beforeAll(async () => {
  await sodium.ready;
  first = sodium.crypto_box_keypair();
  second = sodium.crypto_box_keypair();
});

const textOf = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);
const bytesOf = (text: string) => sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);
const keys = (): [string, string] => [textOf(first.publicKey), textOf(second.publicKey)];
/** As a key holder's browser does it. */
const opened = (box: string, { publicKey, privateKey }: Pair) =>
  textOf(sodium.crypto_box_seal_open(bytesOf(box), publicKey, privateKey));

function anAuthor(changes: Partial<SealedAuthor> = {}): SealedAuthor {
  return {
    inquiryId: inquiryId.parse(v4()),
    participantId: participantId.parse(v4()),
    kind: 'member',
    name: 'Lê Thị Út',
    unit: 'Chi bộ 1',
    ...changes,
  };
}

describe('a sealed author', () => {
  it('comes out of both boxes as it went in, in a shape that the wire takes', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(name, name, async (some, unit) => {
        const author = anAuthor({ name: some, unit });
        const { sealed, hash } = await sealAuthor(author, keys());
        const outer = opened(sealed, first);
        const inner = innerBoxOf(outer, hash) ?? '';
        const content = opened(inner, second);
        expect(authorOf(content, hash)).toEqual({ v: 1, ...author });
        for (const text of [outer, content]) expect(openBox.safeParse({ opened: text }).success).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is opened by neither key alone, nor in the other order', async () => {
    const { sealed, hash } = await sealAuthor(anAuthor(), keys());
    expect(() => opened(sealed, second)).toThrow();
    const inner = innerBoxOf(opened(sealed, first), hash) ?? '';
    expect(() => opened(inner, first)).toThrow();
    expect(opened(inner, second).length).toBeGreaterThan(0);
  });

  it('is told from anything else by the hash', async () => {
    const { sealed, hash } = await sealAuthor(anAuthor(), keys());
    const other = await sealAuthor(anAuthor(), keys());
    const outer = opened(sealed, first);
    expect(innerBoxOf(opened(other.sealed, first), hash)).toBeNull();
    expect(innerBoxOf('AAAA', hash)).toBeNull();
    const content = opened(innerBoxOf(outer, hash) ?? '', second);
    expect(authorOf(content, other.hash)).toBeNull();
    expect(authorOf(textOf(new TextEncoder().encode('{}')), hash)).toBeNull();
  });

  it('shows nothing by the length of its box, and never looks the same twice', async () => {
    const short = anAuthor({ name: 'An', unit: '' });
    const long = anAuthor({
      name: 'Nguyễn Thị Phương Thảo '.repeat(4),
      unit: 'Ban Thanh niên Công nhân và Đô thị',
    });
    const boxes = await Promise.all([short, long, long].map((author) => sealAuthor(author, keys())));
    expect(new Set(boxes.map(({ sealed }) => sealed.length)).size).toBe(1);
    expect(new Set(boxes.map(({ sealed }) => sealed)).size).toBe(3);
    expect(new Set(boxes.map(({ hash }) => hash)).size).toBe(3);
  });
});

describe('what was found', () => {
  it('is read by the holder it is for', async () => {
    const found = { name: 'Lê Thị Út', unit: 'Chi bộ 1' };
    const box = await sealOpened(found, keys()[0]);
    const json = new TextDecoder().decode(bytesOf(opened(box, first)));
    expect(openedAuthor.parse(JSON.parse(json))).toEqual(found);
    expect(() => opened(box, second)).toThrow();
  });
});

describe('a public key', () => {
  it('must be one that keeps a secret', async () => {
    expect(await isUsableKey(keys()[0])).toBe(true);
    for (const bad of ['A'.repeat(43), `AQ${'A'.repeat(41)}`, 'AAAA'])
      expect(await isUsableKey(bad)).toBe(false);
  });
});
