/**
 * What Markdown of somebody else may become on a page, whoever draws it. Everything that is not named here is shown as
 * its plain words: no HTML of its author's own, no pictures, no forms.
 */
export const MARKDOWN_ELEMENTS = [
  'p',
  'br',
  'em',
  'strong',
  'del',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
] as const;

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address that a link may lead to: of the web, of a mailbox or a telephone, and whole. Null for any other. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address.trim());
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const BULLET = /^(\s*)[•–‣▪]\s+/gm;
const NUMBER = /^(\s*\d{1,3})\)\s+/gm;
/** Before a line that goes on, not before an empty one. */
const LINE_END = /(?<=\S)[ \t]*\n(?=[ \t]*\S)/g;

/**
 * Text as organisers write it, for a Markdown engine: lines stay lines, and the bullets and numbers of word processors
 * are those of lists.
 */
export function asMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(BULLET, '$1- ')
    .replace(NUMBER, '$1. ')
    .replace(LINE_END, '  \n');
}
