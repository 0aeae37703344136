import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { MAX_FOLDER_MODULES, MAX_LINES, MAX_TEST_LINES, MAX_TRACKED_BYTES } from './limits.mjs';

/** @param {string} path */
const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/');
/** @param {string} path */
const isData = (path) =>
  /\.(json|css|md|svg|png|webp|woff2|csv|gift|lock)$/.test(path) || path.startsWith('server/demo/questions/');
const vagueName = /(^|\/)(utils?|helpers?|common|misc|index)(\.[^/]*)?(\/|$)/;
/** Steps of a history, and questions of a demo: lists that grow, not thoughts that belong apart. */
const isSeries = (/** @type {string} */ path) =>
  /^server\/(database\/migrations|demo\/questions)\//.test(path);
const mayBeIndex = /(^|\/)index\.html$/;
const source = /\.(ts|tsx|mjs|js)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/**
 * Files that are too long, too heavy, or named so that nobody knows what is in them, and folders that hold too many.
 * @param {string} root
 * @param {string[]} paths relative to root
 */
export function fileFindings(root, paths) {
  return [
    ...paths.flatMap((path) => [...nameFindings(path), ...sizeFindings(root, path)]),
    ...folderFindings(paths),
  ];
}

/** @param {string[]} paths */
function folderFindings(paths) {
  /** @type {Map<string, number>} */
  const modules = new Map();
  for (const path of paths.filter((path) => source.test(path) && !isTest(path) && !isSeries(path)))
    modules.set(dirname(path), (modules.get(dirname(path)) ?? 0) + 1);
  return [...modules]
    .filter(([, count]) => count > MAX_FOLDER_MODULES)
    .map(
      ([folder, count]) =>
        `${folder}: max-modules: ${count} modules, at most ${MAX_FOLDER_MODULES}: make rooms`,
    );
}

/** @param {string} path */
function nameFindings(path) {
  const findings = [];
  if (vagueName.test(path) && !mayBeIndex.test(path)) {
    findings.push(`${path}: vague-name: say what is in it instead of utils, helpers, common, misc or index`);
  }
  const name = path.split('/').at(-1) ?? '';
  if (source.test(name) && !kebab.test(name))
    findings.push(`${path}: kebab-case: write noun.role.ts in kebab-case`);
  return findings;
}

/** @param {string} root @param {string} path */
function sizeFindings(root, path) {
  const bytes = statSync(join(root, path)).size;
  if (bytes > MAX_TRACKED_BYTES) return [`${path}: max-bytes: ${bytes} bytes, at most ${MAX_TRACKED_BYTES}`];
  if (isData(path)) return [];
  const limit = isTest(path) ? MAX_TEST_LINES : MAX_LINES;
  const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
  return lines > limit ? [`${path}: max-lines: ${lines} lines, at most ${limit}`] : [];
}
