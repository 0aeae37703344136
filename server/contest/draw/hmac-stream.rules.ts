// Deterministic: the hash functions of node:crypto always give the same answer for the same bytes.
import { createHmac, createSecretKey } from 'node:crypto';

/** Fixed for version 1 of the draw; another algorithm gets another label. See docs/draw.md. */
const LABEL = Buffer.from('haidang/draw/v1', 'ascii');
const SEED_BYTES = 32;
const WORDS_PER_BLOCK = 8;
const WORD_RANGE = 2 ** 32;

/** Gives the next unsigned 32-bit word of a stream. */
export type NextWord = () => number;

/** Which paper of a round: the entry's sequential number and the attempt's ordinal, both from 1. */
export type DrawPlace = { entryNumber: number; attemptOrdinal: number };

/**
 * The round's draw key: HKDF-SHA-256 (RFC 5869) over seed ‖ public value, empty salt, 32 bytes.
 * The seed has exactly 32 bytes, so that where it ends is never in doubt; any other length throws RangeError.
 */
export function drawKey(seed: Uint8Array, publicValue: Uint8Array = new Uint8Array()): Buffer {
  if (seed.length !== SEED_BYTES) throw new RangeError(`A seed has ${SEED_BYTES} bytes, not ${seed.length}`);
  const pseudorandomKey = createHmac('sha256', Buffer.alloc(SEED_BYTES))
    .update(seed)
    .update(publicValue)
    .digest();
  // One hash length is asked for, so the expansion is its first block alone.
  return createHmac('sha256', pseudorandomKey).update(LABEL).update(Buffer.of(1)).digest();
}

/** The word stream of one paper: HMAC-SHA-256 blocks over a counter from 0, eight big-endian words each. */
export function drawStream(key: Uint8Array, place: DrawPlace): NextWord {
  const message = streamMessage(place);
  // Given as bytes, the key would be prepared anew for every block, which takes five times as long as the block.
  const secret = createSecretKey(key);
  let block = Buffer.alloc(0);
  let counter = 0n;
  let used = WORDS_PER_BLOCK;
  return () => {
    if (used === WORDS_PER_BLOCK) {
      message.writeBigUInt64BE(counter, message.length - 8);
      block = createHmac('sha256', secret).update(message).digest();
      counter += 1n;
      used = 0;
    }
    const word = block.readUInt32BE(used * 4);
    used += 1;
    return word;
  };
}

/**
 * An unbiased integer in 0…n−1, for n from 1 to 2³². Words at or above the largest multiple of n are thrown away.
 * Takes at least one word, also for n = 1.
 */
export function nextBelow(nextWord: NextWord, n: number): number {
  if (!Number.isSafeInteger(n) || n < 1 || n > WORD_RANGE) throw new RangeError(`No integer below ${n}`);
  const limit = WORD_RANGE - (WORD_RANGE % n);
  let word = nextWord();
  while (word >= limit) word = nextWord();
  return word % n;
}

/** The first `count` places of a forward Fisher–Yates shuffle: `count` items in random order, the input untouched. */
export function take<Item extends object | string>(
  nextWord: NextWord,
  items: readonly Item[],
  count: number,
): Item[] {
  if (count > items.length) throw new RangeError(`Cannot take ${count} of ${items.length}`);
  const pool = [...items];
  for (let place = 0; place < count; place += 1) {
    const from = place + nextBelow(nextWord, pool.length - place);
    const displaced = pool[place];
    const picked = pool[from];
    if (displaced === undefined || picked === undefined) continue;
    pool[place] = picked;
    pool[from] = displaced;
  }
  return pool.slice(0, count);
}

function streamMessage({ entryNumber, attemptOrdinal }: DrawPlace): Buffer {
  if (!Number.isSafeInteger(entryNumber) || entryNumber < 1) {
    throw new RangeError(`Entry numbers count from 1, not ${entryNumber}`);
  }
  if (!Number.isSafeInteger(attemptOrdinal) || attemptOrdinal < 1 || attemptOrdinal >= WORD_RANGE) {
    throw new RangeError(`Attempts count from 1, not ${attemptOrdinal}`);
  }
  const message = Buffer.alloc(LABEL.length + 20);
  LABEL.copy(message);
  message.writeBigUInt64BE(BigInt(entryNumber), LABEL.length);
  message.writeUInt32BE(attemptOrdinal, LABEL.length + 8);
  return message;
}
