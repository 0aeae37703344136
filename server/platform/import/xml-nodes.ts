import { UnreadablePack } from './zip-parts.js';

export type XmlNode =
  | { kind: 'open'; name: string; attribute: (name: string) => string | undefined; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/**
 * Tags and texts of an XML document of an office file one after the other, names without their prefix. It declares
 * nothing: a document with a DOCTYPE, by which entities could stand for more and more text, is refused as damaged.
 */
export function* xmlNodes(xml: string): Generator<XmlNode> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    if (start > at) yield { kind: 'text', text: decoded(xml.slice(at, start)) };
    if (xml.startsWith('<!--', start)) at = behind(xml, '-->', start);
    else if (xml.startsWith('<?', start)) at = behind(xml, '?>', start);
    else if (xml.startsWith('<![CDATA[', start)) {
      at = behind(xml, ']]>', start);
      yield { kind: 'text', text: xml.slice(start + 9, at - 3) };
    } else if (xml.startsWith('<!', start)) throw new UnreadablePack('damaged');
    else {
      const end = tagEnd(xml, start);
      yield tagOf(xml.slice(start + 1, end));
      at = end + 1;
    }
  }
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new UnreadablePack('damaged');
  return at + mark.length;
}

/** A value may hold a `>`. */
function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const letter = xml.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  throw new UnreadablePack('damaged');
}

function tagOf(tag: string): XmlNode {
  if (tag.startsWith('/')) return { kind: 'close', name: localName(tag.slice(1).trim()) };
  const isEmpty = tag.endsWith('/');
  const [name = ''] = /^[^\s/]+/.exec(tag) ?? [];
  return { kind: 'open', name: localName(name), attribute: (wanted) => attributeOf(tag, wanted), isEmpty };
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of tag.matchAll(/\s([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted || localName(name) === wanted) return decoded(double ?? single ?? '');
  return undefined;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
