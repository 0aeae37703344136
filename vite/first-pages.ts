import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A page that a visit may begin with, as client/app/first-pages.json has it. */
type FirstPage = {
  path: string;
  /** Sources whose files it is drawn from. */
  chunks: string[];
  /** Folders of the texts it waits for. */
  texts: string[];
  /** What it asks of the server at once; `:id` is that of its address. */
  asks: string[];
};

/** As much of a built file as this is about. */
type Output = {
  fileName: string;
  facadeModuleId?: string | null;
  moduleIds?: readonly string[];
  imports?: readonly string[];
  viteMetadata?: { importedCss: ReadonlySet<string> };
};

/**
 * Writes into index.html which files each page will fetch and what it will ask for, where public/first-paint.js finds it:
 * found out from the scripts themselves, one after the other, it took a round trip for each.
 */
export function tellFirstPages(root: string): Plugin {
  return {
    name: 'tell-first-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => [
        {
          tag: 'script',
          attrs: { type: 'application/json', id: 'first-pages' },
          children: JSON.stringify(firstPages(root).map((page) => told(page, Object.values(bundle), html))),
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** `json`: the file of this project, which a check reads too. */
const parsed: (json: string) => FirstPage[] = JSON.parse;

function firstPages(root: string): FirstPage[] {
  return parsed(readFileSync(join(root, 'client/app/first-pages.json'), 'utf8'));
}

/** By short names, since all files stand in one folder. What index.html names already is left out. */
function told({ path, chunks, texts, asks }: FirstPage, outputs: readonly Output[], html: string): object {
  const known = new Map(outputs.map((one) => [one.fileName, one]));
  const scripts = reached(
    chunks.map((source) => fileOf(source, outputs)),
    known,
  );
  const styles = [...scripts].flatMap((file) => [...(known.get(file)?.viteMetadata?.importedCss ?? [])]);
  const wordsIn = (language: string) =>
    reached(
      texts.map((folder) => fileOf(`${folder}/${language}.json`, outputs)),
      known,
    );
  const fresh = (files: Iterable<string>) =>
    [...new Set(files)].filter((file) => !html.includes(file)).map((file) => file.replace('assets/', ''));
  return {
    path,
    asks,
    files: fresh([...scripts, ...styles]),
    vi: fresh(wordsIn('vi')),
    en: fresh(wordsIn('en')),
  };
}

function fileOf(source: string, outputs: readonly Output[]): string {
  const suffix = `/client/${source}`;
  const holds = ({ facadeModuleId, moduleIds = [] }: Output) =>
    facadeModuleId?.endsWith(suffix) || moduleIds.some((id) => id.endsWith(suffix));
  const found = outputs.find(holds);
  if (!found) throw new Error(`first-pages.json: nothing is built from ${source}`);
  return found.fileName;
}

function reached(
  files: readonly string[],
  known: ReadonlyMap<string, Output>,
  seen = new Set<string>(),
): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    reached(known.get(file)?.imports ?? [], known, seen);
  }
  return seen;
}
