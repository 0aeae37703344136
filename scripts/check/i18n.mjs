import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readTexts } from './i18n-texts.mjs';
import { keyUses } from './i18n-uses.mjs';
import { matching } from './sources.mjs';

/**
 * What is wrong with the texts under client/: a language that lacks a key or a variable, an empty text, a t() call
 * without a text, a text without a use, and a declared failure nobody translated.
 *
 * A text counts as used when t('its.key') or any other string in client/ spells the whole key, or when a template
 * literal starts with its beginning: t(`errors.${code}`) uses everything under `errors.`.
 */
export function i18nFindings(root) {
  const namespaces = new Map();
  for (const path of matching(root, 'client/*/{vi,en}.json')) {
    const folder = basename(dirname(path));
    const languages = namespaces.get(folder) ?? {};
    languages[basename(path, '.json')] = readTexts(readFileSync(join(root, path), 'utf8'));
    namespaces.set(folder, languages);
  }
  const sources = matching(root, 'client/**/*.{ts,tsx}')
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => keyUses(path, readFileSync(join(root, path), 'utf8')));
  return [
    ...[...namespaces].flatMap(([folder, languages]) => pairFindings(folder, languages)),
    ...missingKeys(namespaces, sources),
    ...unusedKeys(namespaces, sources),
    ...untranslatedFailures(root, namespaces),
  ];
}

function pairFindings(folder, { vi, en }) {
  if (!vi || !en) return [`client/${folder}: language-missing: no ${vi ? 'en' : 'vi'}.json beside it`];
  const findings = [];
  for (const [language, texts, other, others] of [
    ['vi', vi, 'en', en],
    ['en', en, 'vi', vi],
  ]) {
    for (const [key, text] of texts) {
      const place = `client/${folder}/${language}.json`;
      if (text.empty) findings.push(`${place}: empty-text: ${key}`);
      if (!others.has(key)) findings.push(`client/${folder}/${other}.json: key-missing: ${key}`);
      else if (language === 'vi' && others.get(key).variables !== text.variables) {
        findings.push(
          `${place}: variables-differ: ${key} has {${text.variables}}, en {${others.get(key).variables}}`,
        );
      }
    }
  }
  return findings;
}

function missingKeys(namespaces, sources) {
  const has = (namespace, test) => [...(namespaces.get(namespace)?.vi?.keys() ?? [])].some(test);
  const findings = [];
  for (const source of sources) {
    for (const use of source.calls) {
      const among = use.namespaces ?? [...namespaces.keys()];
      const test = use.prefix ? (key) => key.startsWith(use.key) : (key) => key === use.key;
      if (!among.some((namespace) => has(namespace, test))) {
        findings.push(
          `${source.path}:${use.line}: text-missing: ${use.key}${use.prefix ? '…' : ''} in ${among.join(', ')}`,
        );
      }
    }
  }
  return findings;
}

function unusedKeys(namespaces, sources) {
  const spelled = new Set(sources.flatMap((source) => source.strings));
  const prefixes = sources.flatMap((source) => source.prefixes);
  const used = (key) => spelled.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return [...namespaces].flatMap(([folder, { vi }]) =>
    [...(vi?.keys() ?? [])]
      .filter((key) => !used(key) && !spelled.has(`${folder}:${key}`))
      .map((key) => `client/${folder}/vi.json: text-unused: ${key}`),
  );
}

function untranslatedFailures(root, namespaces) {
  const translated = new Set([...namespaces.values()].flatMap(({ vi }) => [...(vi?.keys() ?? [])]));
  return matching(root, 'shared/**/*.ts').flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^export const \w+ = failure\(\s*'([^']+)'/gm)]
      .filter(([, code]) => !translated.has(`errors.${code}`))
      .map(([, code]) => `${path}: failure-untranslated: errors.${code}`),
  );
}
