import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { readTexts } from './i18n-texts.mjs';
import { keyUses } from './i18n-uses.mjs';
import { wordsInCode } from './i18n-words.mjs';
import { screenFailureFindings } from './screen-failures.mjs';
import { matching } from './sources.mjs';

/**
 * What is wrong with the texts under client/ and under server/: a language that lacks a key or a variable, an empty text,
 * a t() call without a text, a text without a use, a declared failure nobody translated, and words that the server has in
 * its code. The trees know nothing of each other's texts.
 *
 * A text counts as used when t('its.key') or any other string in its tree spells the whole key, or when a template
 * literal starts with its beginning: t(`errors.${code}`) uses everything under `errors.`.
 * @typedef {import('./i18n-texts.mjs').Texts} Texts
 * @typedef {{ folder: string, vi?: Texts, en?: Texts }} Languages
 * @typedef {Map<string, Languages>} Namespaces by the path of their folder in the tree, as the client looks them up
 * @typedef {import('./i18n-uses.mjs').Uses} Uses
 * @param {string} root
 */
export function i18nFindings(root) {
  const client = namespacesIn(root, 'client');
  return [
    ...treeFindings(client, usesIn(root, 'client')),
    ...treeFindings(namespacesIn(root, 'server'), usesIn(root, 'server')),
    ...untranslatedFailures(root, client),
    ...screenFailureFindings(root, client),
    ...wordsInCode(root),
  ];
}

/** @param {Namespaces} namespaces @param {Uses[]} sources */
function treeFindings(namespaces, sources) {
  return [
    ...[...namespaces.values()].flatMap(pairFindings),
    ...missingKeys(namespaces, sources),
    ...unusedKeys(namespaces, sources),
  ];
}

/** @param {string} root @param {string} tree @returns {Namespaces} */
function namespacesIn(root, tree) {
  const folders = [...new Set(matching(root, `${tree}/**/{vi,en}.json`).map((path) => dirname(path)))];
  return new Map(folders.map((folder) => [relative(tree, folder), languagesIn(root, folder)]));
}

/** @param {string} root @param {string} tree @returns {Uses[]} */
function usesIn(root, tree) {
  return matching(root, `${tree}/**/*.{ts,tsx}`)
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => keyUses(path, readFileSync(join(root, path), 'utf8')));
}

/** @param {string} root @param {string} folder @returns {Languages} */
function languagesIn(root, folder) {
  const read = (/** @type {string} */ name) => {
    const path = join(root, folder, name);
    return existsSync(path) ? readTexts(readFileSync(path, 'utf8')) : undefined;
  };
  return { folder, vi: read('vi.json'), en: read('en.json') };
}

/** @param {Languages} languages */
function pairFindings({ folder, vi, en }) {
  if (!vi || !en) return [`${folder}: language-missing: no ${vi ? 'en' : 'vi'}.json beside it`];
  const differing = [...vi].filter(([key, text]) => {
    const translation = en.get(key);
    return translation && translation.variables !== text.variables;
  });
  return [
    ...lacking(`${folder}/en.json`, en, vi),
    ...lacking(`${folder}/vi.json`, vi, en),
    ...differing.map(
      ([key, { variables }]) =>
        `${folder}/vi.json: variables-differ: ${key} has {${variables}}, en {${en.get(key)?.variables}}`,
    ),
  ];
}

/** Empty texts of a file, and keys only the other language has. @param {string} path @param {Texts} texts @param {Texts} others */
function lacking(path, texts, others) {
  return [
    ...[...texts].filter(([, text]) => text.empty).map(([key]) => `${path}: empty-text: ${key}`),
    ...[...others.keys()].filter((key) => !texts.has(key)).map((key) => `${path}: key-missing: ${key}`),
  ];
}

/** @param {Namespaces} namespaces @param {Uses[]} sources */
function missingKeys(namespaces, sources) {
  const has = (/** @type {string} */ namespace, /** @type {(key: string) => boolean} */ test) =>
    [...(namespaces.get(namespace)?.vi?.keys() ?? [])].some(test);
  const findings = [];
  for (const source of sources) {
    for (const use of source.calls) {
      const among = use.namespaces ?? [...namespaces.keys()];
      const test = (/** @type {string} */ key) => (use.prefix ? key.startsWith(use.key) : key === use.key);
      if (!among.some((namespace) => has(namespace, test))) {
        findings.push(
          `${source.path}:${use.line}: text-missing: ${use.key}${use.prefix ? '…' : ''} in ${among.join(', ')}`,
        );
      }
    }
  }
  return findings;
}

/** @param {Namespaces} namespaces @param {Uses[]} sources */
function unusedKeys(namespaces, sources) {
  const spelled = new Set(sources.flatMap((source) => source.strings));
  const prefixes = sources.flatMap((source) => source.prefixes);
  const used = (/** @type {string} */ key) =>
    spelled.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return [...namespaces].flatMap(([name, { folder, vi }]) =>
    [...(vi?.keys() ?? [])]
      .filter((key) => !used(key) && !spelled.has(`${name}:${key}`))
      .map((key) => `${folder}/vi.json: text-unused: ${key}`),
  );
}

/** @param {string} root @param {Namespaces} namespaces */
function untranslatedFailures(root, namespaces) {
  const translated = new Set([...namespaces.values()].flatMap(({ vi }) => [...(vi?.keys() ?? [])]));
  return matching(root, 'shared/**/*.ts').flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^export const \w+ = failure\(\s*'([^']+)'/gm)]
      .filter(([, code]) => !translated.has(`errors.${code}`))
      .map(([, code]) => `${path}: failure-untranslated: errors.${code}`),
  );
}
