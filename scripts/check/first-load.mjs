import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressedBytes, toldPages } from './built-files.mjs';

/** @typedef {Record<string, { file: string, name?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }>} Manifest */

/**
 * The pages whose first load is counted, by the name of their source and their path, and the bytes a page may weigh
 * beyond the limit.
 * @type {{ name: string, path: string, beyond?: number }[]}
 */
const PAGES = [
  { name: 'attempt', path: '/attempts/:id' },
  // With the way in for guests, who see no page before it.
  { name: 'audience', path: '/qna/:id', beyond: 5_500 },
];
/**
 * What an import() brings only when somebody goes there, chooses it or has it to read, or once the page can be used;
 * anything else an import() brings comes at once.
 */
const WAITS =
  /(-shell|\.page|\/markdown|\/own-list|\/similar-questions|\/shortcut-sheet|\/offer-sheet|\/submit-dialog|\/attempt-ending|\/written-answer|\/kept-page|\/first-password|\/own-preferences)\.tsx?$|\.json$/;

/**
 * Scripts a browser loads before a page is usable: the entry, the page's chunk, the Vietnamese texts, and whatever
 * these import, unless it is another page or another language. Sizes are bytes after brotli.
 * @param {string} distRoot
 * @param {{ name: string, path: string }} page
 * @returns {{ chunks: { file: string, bytes: number }[], bytes: number, missing: string | null }}
 */
export function firstLoad(distRoot, { name, path } = PAGES[0]) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(distRoot, '.vite/manifest.json'), 'utf8'));
  const chunks = Object.entries(manifest);
  const entry = chunks.find(([, chunk]) => chunk.isEntry)?.[0];
  const page = chunks.find(([source]) => new RegExp(`(^|/)${name}\\.page\\.tsx$`).test(source))?.[0];
  const words = toldPages(distRoot).find((told) => told.path === path)?.vi;
  if (!entry || !page || !words) {
    const missing = !entry ? 'the entry' : !page ? `the ${name} page` : `the texts of the ${name} page`;
    return { chunks: [], bytes: 0, missing };
  }
  const files = [
    ...[...reached(manifest, [entry, page])].map((source) => manifest[source].file),
    ...words.map((file) => `assets/${file}`),
  ];
  const sized = [...new Set(files)]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: compressedBytes(join(distRoot, file)) }))
    .sort((one, other) => other.bytes - one.bytes);
  return { chunks: sized, bytes: sized.reduce((sum, chunk) => sum + chunk.bytes, 0), missing: null };
}

/** @param {string} distRoot @param {number} maxBytes */
export function firstLoadFindings(distRoot, maxBytes) {
  if (!existsSync(join(distRoot, '.vite/manifest.json'))) {
    return [`${distRoot}: first-load: no .vite/manifest.json; the client build must write its manifest`];
  }
  const findings = PAGES.flatMap((page) => {
    const load = firstLoad(distRoot, page);
    if (load.missing) return [`${distRoot}: first-load: the manifest names no chunk for ${load.missing}`];
    const most = maxBytes + (page.beyond ?? 0);
    if (load.bytes <= most) return [];
    const list = load.chunks.map((chunk) => `    ${chunk.bytes} ${chunk.file}`).join('\n');
    return [
      `first-load: the ${page.name} page loads ${load.bytes} bytes of script, at most ${most}:\n${list}`,
    ];
  });
  // Without an entry every page says the same.
  return [...new Set(findings)];
}

/** Texts that several pages ask for together stand in files of their own, known by their names. */
const WORDS = /(^|-)words-(vi|en)$/;

/** @param {Manifest} manifest @param {string} source */
const waits = (manifest, source) => WAITS.test(source) || WORDS.test(manifest[source].name ?? '');

/** @param {Manifest} manifest @param {string[]} sources @param {Set<string>} seen */
function reached(manifest, sources, seen = new Set()) {
  for (const source of sources) {
    if (seen.has(source)) continue;
    seen.add(source);
    const { imports = [], dynamicImports = [] } = manifest[source];
    reached(manifest, [...imports, ...dynamicImports.filter((other) => !waits(manifest, other))], seen);
  }
  return seen;
}
