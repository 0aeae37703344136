import { inflateRawSync } from 'node:zlib';

/** Why a packed file cannot be read. `too_large`: unpacked it would be more than is let in. */
export type PackedRefusal = 'damaged' | 'too_large' | 'password';
export class UnreadablePack extends Error {
  constructor(readonly reason: PackedRefusal) {
    super(reason);
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 65_535;
const MAX_ENTRIES = 10_000;

type Entry = { method: number; packed: number; start: number; isLocked: boolean };

/**
 * The parts of a ZIP file (APPNOTE 6.3), each unpacked when it is asked for, null where there is none. What they say of
 * their own size is not believed: all of them together give no more than `maxBytes`. Throws UnreadablePack.
 */
export function zipParts(file: Uint8Array, maxBytes: number): (name: string) => Buffer | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = directoryOf(bytes);
  let left = maxBytes;
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const part = unpacked(bytes, entry, left);
    left -= part.length;
    return part;
  };
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < bytes.length - END_BYTES - MAX_COMMENT || numberAt(bytes, end, 4) !== END) return broken();
  const count = numberAt(bytes, end + 10, 2);
  if (count > MAX_ENTRIES) return broken();
  let at = numberAt(bytes, end + 16, 4);
  for (let index = 0; index < count; index += 1) {
    if (numberAt(bytes, at, 4) !== ENTRY) return broken();
    const nameBytes = numberAt(bytes, at + 28, 2);
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    entries.set(name.replaceAll('\\', '/'), {
      method: numberAt(bytes, at + 10, 2),
      packed: numberAt(bytes, at + 20, 4),
      start: numberAt(bytes, at + 42, 4),
      isLocked: (numberAt(bytes, at + 8, 2) & 1) === 1,
    });
    at += ENTRY_BYTES + nameBytes + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2);
  }
  return entries;
}

function unpacked(bytes: Buffer, { method, packed, start, isLocked }: Entry, left: number): Buffer {
  if (isLocked) throw new UnreadablePack('password');
  if (numberAt(bytes, start, 4) !== LOCAL) return broken();
  const from = start + LOCAL_BYTES + numberAt(bytes, start + 26, 2) + numberAt(bytes, start + 28, 2);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.length > left ? tooLarge() : data;
  if (method !== 8) return broken();
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return error instanceof RangeError ? tooLarge() : broken();
  }
}

function numberAt(bytes: Buffer, at: number, length: 2 | 4): number {
  if (at < 0 || at + length > bytes.length) return broken();
  return bytes.readUIntLE(at, length);
}

function broken(): never {
  throw new UnreadablePack('damaged');
}

function tooLarge(): never {
  throw new UnreadablePack('too_large');
}
