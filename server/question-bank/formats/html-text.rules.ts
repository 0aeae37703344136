import { parseEntities } from 'parse-entities';
import { withoutControls } from './import-text.rules.js';

/** Plain text of a piece of HTML; `lost` names the tags that carried meaning plain text cannot keep. */
export type PlainText = { text: string; lost: string[] };

const BREAKS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'hr',
]);
const SILENT = new Set([
  'b',
  'i',
  'u',
  's',
  'em',
  'strong',
  'small',
  'span',
  'font',
  'mark',
  'code',
  'q',
  'cite',
  'tbody',
  'thead',
]);
const LOSSY = new Set([
  'img',
  'audio',
  'video',
  'source',
  'table',
  'td',
  'th',
  'sup',
  'sub',
  'a',
  'math',
  'svg',
  'iframe',
  'object',
  'embed',
]);
/** What keeps the content of a tag apart from what stands before it: 10<sup>2</sup> is not 102. */
const APART: Record<string, string | undefined> = { sup: '^', sub: '_', td: ' ', th: ' ' };
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'title', 'head']);

/**
 * Turns HTML into plain text in one pass: tags go, paragraphs and `<br>` become newlines, entities are decoded.
 * With `anyTag` every `<name` is a tag; without it only the names above are, so that "a <b" in plain text stays.
 */
export function htmlToText(html: string, anyTag: boolean): PlainText {
  const lost = new Set<string>();
  const source = html.replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '));
  // Behind the last ">" nothing is a tag: no search is made twice, also in a text of nothing but "<b <b <b".
  const lastClose = source.lastIndexOf('>');
  let text = '';
  let at = 0;
  let preformatted = 0;
  const written = (piece: string) => (preformatted > 0 ? piece : piece.replaceAll('\n', ' '));
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    text += written(source.slice(at, open));
    const tag = open < lastClose ? tagAt(source, open, anyTag) : null;
    if (tag === null) {
      text += '<';
      at = open + 1;
      continue;
    }
    if (BREAKS.has(tag.name)) text += tag.name === 'li' && !tag.closing ? '\n- ' : '\n';
    if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.closing ? -1 : 1));
    if (!tag.closing) text += APART[tag.name] ?? '';
    if (LOSSY.has(tag.name)) lost.add(tag.name);
    at = tag.end;
  }
  return { text: decodeEntities(text + written(source.slice(at))), lost: [...lost].sort() };
}

type Tag = { name: string; closing: boolean; end: number };

function tagAt(source: string, open: number, anyTag: boolean): Tag | null {
  if (source.startsWith('<!--', open))
    return { name: '!', closing: false, end: endAfter(source, '-->', open + 4) };
  const start = /^<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/i.exec(source.slice(open, open + 32));
  if (start === null) return null;
  const name = (start[2] ?? '').toLowerCase();
  const known = BREAKS.has(name) || SILENT.has(name) || LOSSY.has(name) || DROPPED.has(name);
  if (!known && !anyTag) return null;
  const close = source.indexOf('>', open);
  const closing = start[1] === '/';
  const end = close + 1;
  return { name, closing, end: DROPPED.has(name) && !closing ? endAfter(source, `</${name}>`, end) : end };
}

/** Where the text after `mark` goes on; the end of the text when the mark never comes. */
function endAfter(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
}

/** Every entity HTML knows; what names no character or one no text should contain goes. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi, (entity) =>
    withoutControls(parseEntities(entity, { nonTerminated: false })),
  );
}
