import { MAX_IMPORT_ITEMS } from '../../../shared/question-bank/question-import.schema.js';
import { importTooLarge } from '../../../shared/question-bank/question-import.errors.js';
import { ImportRefused } from './import-refused.rules.js';
import { tidyText } from '../grading/question-text.rules.js';

/** One question as written: lines up to a blank one, comments apart, escapes guarded. */
export type GiftBlock = {
  text: string;
  raw: string;
  /** What stands after `//` on the block's comment lines. */
  comments: string[];
  /** Topic of the last `$CATEGORY:` above, empty without one. */
  category: string;
  /** 1-based line in the file of a character of `text`. */
  lineOf: (offset: number) => number;
};

type Line = { number: number; raw: string; text: string };

/** Non-characters (which cleaning removed from the file) stand for escaped ones while the syntax is read. */
const ESCAPED = '\\~=#{}:n>';
const FIRST_GUARD = 0xfdd0;

/** Puts each `\~ \= \# \{ \} \: \> \\ \n` out of the reader's way; any other backslash is a character of its own. */
export function guardEscapes(text: string): string {
  return text.replace(/\\([\\~=#{}:n>])/g, (_pair, escaped: string) =>
    String.fromCharCode(FIRST_GUARD + ESCAPED.indexOf(escaped)),
  );
}

/** The characters the guarded escapes stand for; `\n` becomes a newline. */
export function releaseEscapes(text: string): string {
  return text.replace(/[\ufdd0-\ufdd8]/g, (guard) => {
    const escaped = ESCAPED.charAt(guard.charCodeAt(0) - FIRST_GUARD);
    return escaped === 'n' ? '\n' : escaped;
  });
}

/**
 * Splits a file into questions. A blank line ends one, also one whose brace is still open, unless the next line
 * plainly goes on with its answers (`=`, `~`, `}` or `####`). A file with too many questions is refused.
 */
export function giftBlocks(file: string): GiftBlock[] {
  const raw = file.split('\n');
  const guarded = guardEscapes(file).split('\n');
  const blocks: GiftBlock[] = [];
  let lines: Line[] = [];
  let comments: string[] = [];
  let category = '';
  let braceOpen = false;
  const finish = () => {
    if (lines.length > 0) blocks.push(blockOf({ lines, comments, category }));
    if (blocks.length > MAX_IMPORT_ITEMS) throw new ImportRefused(importTooLarge, { max: MAX_IMPORT_ITEMS });
    lines = [];
    comments = [];
    braceOpen = false;
  };
  for (let index = 0; index < guarded.length; index += 1) {
    const text = guarded[index] ?? '';
    const start = text.trimStart();
    if (start.startsWith('$CATEGORY:')) {
      finish();
      category = topicOf(releaseEscapes(start.slice('$CATEGORY:'.length)));
    } else if (start.startsWith('//')) {
      comments.push(releaseEscapes(start.slice(2)));
    } else if (start !== '') {
      lines.push({ number: index + 1, raw: raw[index] ?? '', text });
      if (/[{}]/.test(text)) braceOpen = text.lastIndexOf('{') > text.lastIndexOf('}');
    } else {
      while (index + 1 < guarded.length && guarded[index + 1]?.trim() === '') index += 1;
      if (!braceOpen || !/^\s*(?:[=~}]|####)/.test(guarded[index + 1] ?? '')) finish();
    }
  }
  finish();
  return blocks;
}

function blockOf({
  lines,
  comments,
  category,
}: {
  lines: Line[];
  comments: string[];
  category: string;
}): GiftBlock {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length + 1;
  }
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return lines[low]?.number ?? 1;
  };
  const joined = (part: 'raw' | 'text') => lines.map((line) => line[part]).join('\n');
  return { text: joined('text'), raw: joined('raw'), comments, category, lineOf };
}

/** Last name of a category path: "$course$/top/Lịch sử/Cận đại" → "Cận đại"; a doubled slash is part of a name. */
export function topicOf(path: string): string {
  const names = path
    .replaceAll('//', '\u0000')
    .split('/')
    .map((name) => tidyText(name.replaceAll('\u0000', '/')))
    .filter((name) => name !== '');
  const own = names.filter(
    (name, index) => !/^\$\w+\$$/.test(name) && !(name === 'top' && isRoot(names, index)),
  );
  return own[own.length - 1] ?? '';
}

const isRoot = (names: readonly string[], index: number) =>
  names.slice(0, index).every((name) => /^\$\w+\$$/.test(name));
