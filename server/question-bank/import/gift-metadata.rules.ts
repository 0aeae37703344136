import { foldText } from '../grading/question-text.rules.js';

/** What comment lines right above (or in) a question say about it. */
export type GiftMetadata = { level: string; source: string; topic: string; tags: string[] };

type Field = 'level' | 'source' | 'topic' | 'tag' | 'id';

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
};

/**
 * Reads `// [id:…] [tag:…]` as Moodle writes it (`\]` stands for a bracket) and, beyond Moodle, `[level:…]`,
 * `[source:…]`, `[topic:…]` or one `// nguồn: …` a line. An id is kept as the tag "id:…". Other comments say nothing.
 */
export function giftMetadata(comments: readonly string[]): GiftMetadata {
  const metadata: GiftMetadata = { level: '', source: '', topic: '', tags: [] };
  for (const comment of comments) {
    const bracketed = [...comment.matchAll(/\[([^\]\\:[]{1,30}):((?:[^\]\\[]|\\.){1,1000})\]/g)];
    for (const [, name = '', value = ''] of bracketed) put(metadata, name, value.replace(/\\(.)/g, '$1'));
    const colon = comment.indexOf(':');
    if (bracketed.length === 0 && colon > 0 && colon <= 40)
      put(metadata, comment.slice(0, colon), comment.slice(colon + 1));
  }
  return metadata;
}

function put(metadata: GiftMetadata, name: string, value: string): void {
  const folded = foldText(name);
  const field = Object.hasOwn(NAMES, folded) ? NAMES[folded] : undefined;
  const text = value.trim();
  if (field === undefined || text === '') return;
  if (field === 'tag') putTag(metadata, text);
  else if (field === 'id') metadata.tags.push(`id:${text}`);
  else metadata[field] = text;
}

/** Moodle has tags only, so a level also comes as the tag "level:…" or "mức độ:…". */
function putTag(metadata: GiftMetadata, tag: string): void {
  const colon = tag.indexOf(':');
  const field = colon > 0 ? NAMES[foldText(tag.slice(0, colon))] : undefined;
  if (field === 'level' || field === 'source') metadata[field] = tag.slice(colon + 1).trim();
  else metadata.tags.push(tag);
}
