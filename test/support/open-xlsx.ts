import { crc32, inflateRawSync } from 'node:zlib';
import readWorkbook from 'read-excel-file/node';

/** A workbook as a program sees it that is not the one that wrote it. */
export type Opened = { sheets: string[]; rows: unknown[][]; xml: (path: string) => string };

export async function openXlsx(file: Buffer): Promise<Opened> {
  const files = filesIn(file);
  const book = await readWorkbook(file, { trim: false });
  return {
    sheets: book.map(({ sheet }) => sheet),
    rows: book[0]?.data ?? [],
    xml: (path) => files.get(path) ?? '',
  };
}

/** By their names, each whole and as long as its sum says. */
function filesIn(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    files.set(name, content.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
