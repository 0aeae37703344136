import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, { dictionary: string; stream: Buffer | null }>;

/**
 * What can be read on each page of a PDF, a line for each piece of text, found as a reader finds it: by the page's content,
 * the fonts it names, and what these say their letters stand for.
 */
export async function pdfTextOf(file: Buffer): Promise<string[]> {
  const objects = objectsIn(file);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const content = objects.get(referenceIn(dictionary, 'Contents'))?.stream?.toString('latin1') ?? '';
    const resources = objects.get(referenceIn(dictionary, 'Resources'))?.dictionary ?? dictionary;
    return textIn(content, lettersOf(resources, objects));
  });
}

const referenceIn = (dictionary: string, name: string): string =>
  new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '';

function objectsIn(file: Buffer): Objects {
  const text = file.toString('latin1');
  const found = new Map<string, { dictionary: string; stream: Buffer | null }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const streamAt = text.indexOf('\nstream\n', from);
    const end = text.indexOf('endobj', from);
    const hasStream = streamAt >= 0 && streamAt < end;
    const dictionary = text.slice(from, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const bytes = file.subarray(streamAt + 8, streamAt + 8 + length);
    const stream = hasStream ? (dictionary.includes('FlateDecode') ? inflateSync(bytes) : bytes) : null;
    found.set(match[1] ?? '', { dictionary, stream });
  }
  return found;
}

type Letters = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** By the name of a font on a page: what its numbers stand for. */
function lettersOf(resources: string, objects: Objects): Letters {
  const fonts = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = objects.get(referenceIn(objects.get(id)?.dictionary ?? '', 'ToUnicode'));
      return [name, mapIn(map?.stream?.toString('latin1') ?? '')];
    }),
  );
}

function mapIn(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) =>
      letters.set(Number.parseInt(from, 16) + at, unicodeOf(hex.replace(/ /g, ''))),
    );
  }
  return letters;
}

const unicodeOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function textIn(content: string, letters: Letters): string {
  const lines: string[] = [];
  let font = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = name;
    if (shown === undefined) continue;
    const numbers = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    lines.push(numbers.map((hex) => letters.get(font)?.get(Number.parseInt(hex, 16)) ?? '�').join(''));
  }
  return lines.join('\n');
}
