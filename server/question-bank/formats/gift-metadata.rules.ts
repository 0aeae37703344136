import { foldText } from '../grading/question-text.rules.js';

/** What comment lines right above (or in) a question say about it. */
export type GiftMetadata = {
  level: string;
  source: string;
  topic: string;
  tags: string[];
  unit: string;
  caseSensitive: string;
  accentSensitive: string;
  state: string;
};

type Field = Exclude<keyof GiftMetadata, 'tags'> | 'tag' | 'id';

const NAMES: Record<string, Field> = {
  level: 'level',
  'muc do': 'level',
  'do kho': 'level',
  source: 'source',
  nguon: 'source',
  'nguon trich dan': 'source',
  'trich dan': 'source',
  topic: 'topic',
  'chu de': 'topic',
  tag: 'tag',
  tags: 'tag',
  the: 'tag',
  nhan: 'tag',
  id: 'id',
  unit: 'unit',
  'don vi': 'unit',
  case: 'caseSensitive',
  'phan biet hoa thuong': 'caseSensitive',
  accents: 'accentSensitive',
  'phan biet dau': 'accentSensitive',
  state: 'state',
  'trang thai': 'state',
};

/**
 * Reads `// [id:…] [tag:…]` as Moodle writes it (`\]` stands for a bracket) and, beyond Moodle, `[level:…]`,
 * `[source:…]`, `[topic:…]`, `[unit:…]`, `[case:…]`, `[accents:…]`, `[state:…]` or one `// nguồn: …` a line. An id is
 * kept as the tag "id:…". Other comments say nothing.
 */
export function giftMetadata(comments: readonly string[]): GiftMetadata {
  const entries = comments.flatMap(entriesOf);
  const metadata: GiftMetadata = {
    ...{ level: '', source: '', topic: '', unit: '', caseSensitive: '', accentSensitive: '', state: '' },
    tags: [],
  };
  for (const { field, text } of entries) {
    if (field === 'tag' || text === '') continue;
    if (field === 'id') metadata.tags.push(`id:${text}`);
    else metadata[field] = text;
  }
  const isSaid = (field: Field) => entries.some((entry) => entry.field === field);
  for (const { field, text } of entries) {
    if (field !== 'tag' || text === '') continue;
    // Moodle has tags only, so a level also comes as the tag "level:…" or "mức độ:…".
    const colon = text.indexOf(':');
    const meant = colon > 0 ? fieldOf(text.slice(0, colon)) : undefined;
    if ((meant === 'level' || meant === 'source') && !isSaid(meant))
      metadata[meant] = text.slice(colon + 1).trim();
    else metadata.tags.push(text);
  }
  return metadata;
}

type Entry = { field: Field; text: string };

function entriesOf(comment: string): Entry[] {
  const bracketed = [...comment.matchAll(/\[([^\]\\:[]{1,30}):((?:[^\]\\[]|\\.){0,1000})\]/g)];
  const colon = comment.indexOf(':');
  const pairs =
    bracketed.length > 0
      ? bracketed.map(([, name = '', value = '']) => ({ name, value: value.replace(/\\(.)/g, '$1') }))
      : colon > 0 && colon <= 40
        ? [{ name: comment.slice(0, colon), value: comment.slice(colon + 1) }]
        : [];
  return pairs.flatMap(({ name, value }) => {
    const field = fieldOf(name);
    return field === undefined ? [] : [{ field, text: value.trim() }];
  });
}

function fieldOf(name: string): Field | undefined {
  const folded = foldText(name);
  return Object.hasOwn(NAMES, folded) ? NAMES[folded] : undefined;
}
