import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matching } from './sources.mjs';

const CONFIG = 'server/platform/config.ts';

/**
 * Variables the server reads but no table in the docs explains, and rows about variables nobody reads.
 * @param {string} root
 */
export function environmentFindings(root) {
  const read = configKeys(readFileSync(join(root, CONFIG), 'utf8'));
  const documents = ['README.md', ...matching(root, 'docs/**/*.md')].filter((path) =>
    existsSync(join(root, path)),
  );
  const rows = documents.flatMap((path) => tableRows(readFileSync(join(root, path), 'utf8'), path));
  const known = new Set([...read, ...readByScripts(root)]);
  const told = new Set(rows.map((row) => row.name));
  if (rows.length === 0)
    return [`environment-table: no table with the heading | Variable | in README.md or docs/`];
  return [
    ...read
      .filter((name) => !told.has(name))
      .map((name) => `${CONFIG}: environment-table: ${name} is in no table`),
    ...rows
      .filter((row) => !known.has(row.name))
      .map((row) => `${row.path}: environment-table: nothing reads ${row.name}`),
  ];
}

/** @param {string} source */
function configKeys(source) {
  const shape = source.slice(source.indexOf('configSchema = z.object({'));
  return [...shape.slice(0, shape.indexOf('\n});')).matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(
    (match) => match[1],
  );
}

/** Scripts and the tools' configurations may read variables of their own; a table may name them. @param {string} root */
function readByScripts(root) {
  return [...matching(root, 'scripts/**/*.mjs'), ...matching(root, '*.config.ts')].flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\benv\.([A-Z][A-Z0-9_]*)/g)].map(
      (match) => match[1],
    ),
  );
}

/** Rows `| `NAME` | … |` of every table whose first heading is Variable. @param {string} markdown @param {string} path */
function tableRows(markdown, path) {
  const tables = markdown.matchAll(/^\| *Variable *\|.*\n\|[-: |]+\n((?:\|.*(?:\n|$))*)/gm);
  return [...tables].flatMap((table) =>
    [...table[1].matchAll(/^\| *`([A-Z][A-Z0-9_]*)`/gm)].map((row) => ({ name: row[1], path })),
  );
}
