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
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'title', 'head']);

/**
 * Turns HTML into plain text in one pass: tags go, paragraphs and `<br>` become newlines, entities are decoded.
 * With `anyTag` every `<name` is a tag; without it only the names above are, so that "a <b" in plain text stays.
 */
export function htmlToText(html: string, anyTag: boolean): PlainText {
  const lost = new Set<string>();
  const source = html.replace(/\s+/g, ' ');
  // Behind the last ">" nothing is a tag: no search is made twice, also in a text of nothing but "<b <b <b".
  const lastClose = source.lastIndexOf('>');
  let text = '';
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    text += source.slice(at, open);
    const tag = open < lastClose ? tagAt(source, open, anyTag) : null;
    if (tag === null) {
      text += '<';
      at = open + 1;
      continue;
    }
    if (BREAKS.has(tag.name)) text += tag.name === 'li' && !tag.closing ? '\n- ' : '\n';
    if (LOSSY.has(tag.name)) lost.add(tag.name);
    at = tag.end;
  }
  return { text: decodeEntities(text + source.slice(at)), lost: [...lost].sort() };
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

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  minus: '−',
  deg: '°',
  le: '≤',
  ge: '≥',
  ne: '≠',
  rarr: '→',
  larr: '←',
  copy: '©',
  reg: '®',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  igrave: 'ì',
  iacute: 'í',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ugrave: 'ù',
  uacute: 'ú',
  yacute: 'ý',
  Agrave: 'À',
  Aacute: 'Á',
  Acirc: 'Â',
  Atilde: 'Ã',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Igrave: 'Ì',
  Iacute: 'Í',
  Ograve: 'Ò',
  Oacute: 'Ó',
  Ocirc: 'Ô',
  Otilde: 'Õ',
  Ugrave: 'Ù',
  Uacute: 'Ú',
  Yacute: 'Ý',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole: string, ...parts: unknown[]) => {
      const [decimal, hex, name] = parts;
      if (typeof name === 'string') return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      return letterOf(typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16)) ?? '';
    },
  );
}

/** null for what no text should contain: controls, surrogates, numbers beyond Unicode. */
function letterOf(code: number): string | null {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code < 0x20 && code !== 9 && code !== 10))
    return null;
  if (
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    code === 0xfffe ||
    code === 0xffff
  )
    return null;
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
