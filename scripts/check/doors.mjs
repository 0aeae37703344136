import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const feature = /^server\/(?!platform\/|database\/)([^/]+)\//;

/**
 * Imports that enter another feature of the server by a service its module does not export. Nest would refuse to hand
 * the service over, but only at boot, and not where the file is imported for something else.
 * @param {string} root @param {string[]} paths relative to root
 * @returns {string[]}
 */
export function doorFindings(root, paths) {
  const sources = paths.filter((path) => feature.test(path) && /(?<!\.test)\.ts$/.test(path));
  const files = new Map(sources.map((path) => [path, parse(root, path)]));
  const doors = doorsOf(files);
  return [...files].flatMap(([path, file]) =>
    file.statements.flatMap((statement) => {
      const entered = enteredBy(path, statement);
      if (!entered) return [];
      return entered.names
        .filter((name) => !doors.get(entered.feature)?.has(name))
        .map(
          (name) => `${path}: not-exported: ${name} is not among the exports of ${entered.feature}'s module`,
        );
    }),
  );
}

/** @param {string} root @param {string} path */
const parse = (root, path) =>
  ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);

/** What each feature's modules export. @param {Map<string, ts.SourceFile>} files */
function doorsOf(files) {
  /** @type {Map<string, Set<string>>} */
  const doors = new Map();
  for (const [path, file] of files) {
    const name = feature.exec(path)?.[1];
    if (!name || !path.endsWith('.module.ts')) continue;
    const own = doors.get(name) ?? new Set();
    doors.set(name, own);
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'exports')
        for (const [word] of node.initializer.getText().matchAll(/\w+/g)) own.add(word);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return doors;
}

/** The names that a statement imports from another feature's service, types apart. @param {string} path @param {ts.Statement} statement */
function enteredBy(path, statement) {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return null;
  const target = posix.join(posix.dirname(path), statement.moduleSpecifier.text);
  const entered = feature.exec(target)?.[1];
  if (!entered || entered === feature.exec(path)?.[1] || !target.endsWith('.service.js')) return null;
  const { importClause } = statement;
  const bindings = importClause?.namedBindings;
  if (!bindings || importClause.isTypeOnly || !ts.isNamedImports(bindings)) return null;
  const values = bindings.elements.filter((element) => !element.isTypeOnly);
  return { feature: entered, names: values.map(({ name, propertyName }) => (propertyName ?? name).text) };
}
