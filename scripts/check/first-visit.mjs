import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compressedBytes, toldPages } from './built-files.mjs';

/**
 * @typedef {import('./built-files.mjs').ToldPage} ToldPage
 * @typedef {{ requests: number, scriptBytes: number, styleBytes: number, fontBytes: number, seconds: number }} Visit
 * @typedef {Partial<Visit>} Limits
 */

/** 400 kbit/s and 400 ms, the link of a phone at the edge of a cell. */
const BYTES_PER_S = 50_000;
const ROUND_TRIP_S = 0.4;
/** The document, then its files, then what these ask for. */
const ROUND_TRIPS = 3;
/** The document, first-paint.js, the icon and the question who is signed in. */
const ALWAYS = 4;
/** What an answer of the API weighs, pressed. */
const ANSWER_BYTES = 1_500;
/** The faces that a page in Vietnamese shows. */
const FACES =
  /^(be-vietnam-pro-(latin|vietnamese)-(400|500|600|700)-normal|figtree-latin-wght-normal)-.*woff2$/;

/**
 * The first visit of a page with an empty cache, as far as the built files say it: what a browser asks for, and how long
 * that takes at least on a slow link. `bench first-visit` measures the real thing.
 * @param {string} dist @param {ToldPage} page @returns {Visit}
 */
export function visitOf(dist, page) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const files = [...new Set([...named, ...page.files, ...page.vi])];
  const weigh = (/** @type {string} */ ending) =>
    files
      .filter((file) => file.endsWith(ending))
      .reduce((sum, file) => sum + compressedBytes(join(dist, 'assets', file)), 0);
  const fonts = readdirSync(join(dist, 'assets')).filter((file) => FACES.test(file));
  const [scriptBytes, styleBytes] = [weigh('.js'), weigh('.css')];
  const answers = page.asks.length * ANSWER_BYTES;
  const bytes = scriptBytes + styleBytes + answers + compressedBytes(join(dist, 'index.html'));
  return {
    requests: ALWAYS + files.length + page.asks.length + fonts.length,
    scriptBytes,
    styleBytes,
    fontBytes: fonts.reduce((sum, file) => sum + statSync(join(dist, 'assets', file)).size, 0),
    seconds: ROUND_TRIPS * ROUND_TRIP_S + bytes / BYTES_PER_S,
  };
}

/** @param {string} dist @param {Record<string, Limits>} limits by the path of a page @returns {string[]} */
export function visitFindings(dist, limits) {
  if (!existsSync(join(dist, 'index.html'))) return [`${dist}: first-visit: there is no index.html`];
  const told = new Map(toldPages(dist).map((page) => [page.path, page]));
  return Object.entries(limits).flatMap(([path, most]) => {
    const page = told.get(path);
    if (!page) return [`${dist}: first-visit: index.html says nothing of ${path}`];
    const visit = visitOf(dist, page);
    return Object.entries(most)
      .filter(([figure, limit]) => visit[/** @type {keyof Visit} */ (figure)] > limit)
      .map(([figure, limit]) => {
        const is = visit[/** @type {keyof Visit} */ (figure)];
        return `first-visit: ${path}: ${figure} ${Number(is.toFixed(2))}, at most ${limit}`;
      });
  });
}

/**
 * Where the ranges of two faces meet the later one wins, and letters such as ă đ ơ stand in both: the Vietnamese face,
 * which every page needs, has to come last of its weight, or a second file is fetched for them.
 * @param {string} root @returns {string[]}
 */
export function fontOrderFindings(root) {
  const path = 'client/ui/fonts.css';
  const last = new Map();
  for (const [, subset, weight] of readFileSync(join(root, path), 'utf8').matchAll(
    /files\/be-vietnam-pro-(vietnamese|latin-ext|latin)-(\d+)-normal/g,
  ))
    last.set(weight, subset);
  return [...last]
    .filter(([, subset]) => subset !== 'vietnamese')
    .map(([weight, subset]) => `${path}: font-order: at ${weight} ${subset} comes after vietnamese`);
}
