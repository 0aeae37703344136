import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawKey, drawStream, take } from './hmac-stream.rules.js';

const key = drawKey(Buffer.alloc(32, 5));

/** Block `counter` of a stream as docs/draw.md has it, cut into its words. */
function blockOf(entry: bigint, attempt: number, counter: bigint): number[] {
  const message = Buffer.alloc(35);
  message.write('haidang/draw/v1', 'ascii');
  message.writeBigUInt64BE(entry, 15);
  message.writeUInt32BE(attempt, 23);
  message.writeBigUInt64BE(counter, 27);
  const block = createHmac('sha256', key).update(message).digest();
  return Array.from({ length: 8 }, (_, word) => block.readUInt32BE(word * 4));
}
const words = (place: { entryNumber: number; attemptOrdinal: number }, count: number) => {
  const next = drawStream(key, place);
  return Array.from({ length: count }, () => next());
};

describe('the words of a paper', () => {
  it('are those of block 0, then 1, then 2, none lost between them', () => {
    expect(words({ entryNumber: 3, attemptOrdinal: 2 }, 24)).toEqual([
      ...blockOf(3n, 2, 0n),
      ...blockOf(3n, 2, 1n),
      ...blockOf(3n, 2, 2n),
    ]);
  });

  it.each([
    [1, 1],
    [2 ** 53 - 1, 2 ** 32 - 1],
  ])('are there for entry %d, attempt %d: the least and the greatest', (entryNumber, attemptOrdinal) => {
    expect(words({ entryNumber, attemptOrdinal }, 8)).toEqual(
      blockOf(BigInt(entryNumber), attemptOrdinal, 0n),
    );
  });

  it('are refused for another place, with what is wrong with it', () => {
    expect(() => words({ entryNumber: 0, attemptOrdinal: 1 }, 1)).toThrow(
      'Entry numbers count from 1, not 0',
    );
    expect(() => words({ entryNumber: 1, attemptOrdinal: 1.5 }, 1)).toThrow('Attempts count from 1, not 1.5');
    expect(() => words({ entryNumber: 1, attemptOrdinal: 2 ** 32 }, 1)).toThrow(
      'Attempts count from 1, not 4294967296',
    );
    expect(() => drawKey(new Uint8Array(31))).toThrow('A seed has 32 bytes, not 31');
  });
});

describe('taking', () => {
  it('leaves the list as it was, may take all or nothing, and no more', () => {
    const items = ['a', 'b', 'c'];
    expect(take(() => 1, items, 3)).toHaveLength(3);
    expect(take(() => 1, items, 0)).toEqual([]);
    expect(items).toEqual(['a', 'b', 'c']);
    expect(() => take(() => 1, items, 4)).toThrow('Cannot take 4 of 3');
  });
});
