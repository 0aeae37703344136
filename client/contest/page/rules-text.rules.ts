export type RulesBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; ordered: boolean; items: string[] };

const bullet = /^\s*[-*•–]\s+(.*)$/;
const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/;
const heading = /^#{1,3}\s+(.*)$/;

/**
 * Reads plain text as headings (`# …`), paragraphs and lists (lines that begin with a dash, a dot or a number). An
 * empty line ends what came before; a line without a mark goes on with the list item or paragraph before it.
 */
export function blocksOf(text: string): RulesBlock[] {
  const blocks: RulesBlock[] = [];
  let open: RulesBlock | null = null;
  const add = (block: RulesBlock) => {
    blocks.push(block);
    open = block;
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') open = null;
    else takeLine(line, open, add);
  }
  return blocks;
}

function takeLine(line: string, open: RulesBlock | null, add: (block: RulesBlock) => void): void {
  const title = heading.exec(line)?.[1];
  if (title !== undefined) return add({ kind: 'heading', text: title.trim() });
  const ordered = numbered.test(line);
  const item = (ordered ? numbered : bullet).exec(line)?.[1]?.trim();
  if (item !== undefined) {
    if (open?.kind === 'list' && open.ordered === ordered) open.items.push(item);
    else add({ kind: 'list', ordered, items: [item] });
  } else if (open?.kind === 'paragraph') open.lines.push(line.trim());
  else if (open?.kind === 'list') open.items.push(`${open.items.pop() ?? ''} ${line.trim()}`);
  else add({ kind: 'paragraph', lines: [line.trim()] });
}
