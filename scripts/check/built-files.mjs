import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * What the build told index.html of a page that a visit may begin with (vite/first-pages.ts); files by their names in assets/.
 * @typedef {{ path: string, asks: string[], files: string[], vi: string[] }} ToldPage
 */

/** @param {string} dist @returns {ToldPage[]} */
export function toldPages(dist) {
  const path = join(dist, 'index.html');
  const html = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const json = /id="first-pages">(.*?)<\/script>/s.exec(html)?.[1];
  return json === undefined ? [] : JSON.parse(json);
}

/** What travels: the file compressed beforehand where the build made one. @param {string} path */
export function compressedBytes(path) {
  if (existsSync(`${path}.br`)) return statSync(`${path}.br`).size;
  return brotliCompressSync(readFileSync(path)).length;
}
