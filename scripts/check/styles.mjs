import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postcss from 'postcss';
import ts from 'typescript';
import { matching } from './sources.mjs';

const TOKENS = 'client/ui/tokens.css';
const ROOT_FONT_PX = 16;

/** Which tokens a length of these properties has to come from, by the beginning of their names. */
const measured = [
  { properties: /^(gap|row-gap|column-gap|padding|margin)(-|$)/, token: '--s-' },
  { properties: /^border(-(top|bottom|start|end)(-(left|right|start|end))?)?-radius$/, token: '--r-' },
  { properties: /^font-size$/, token: '--fs-' },
];

/** What says how large text is; a custom property too, where its name says that it is for that. */
const TEXT_SIZE = /^(font|font-size|line-height|--(fs|lh)-.*|--.*font.*)$/;

/**
 * What is wrong with stylesheets: in those of components a class that no component asks for, one that a component asks
 * for and nobody wrote, and a length in px where tokens.css has it under a name; in all of them and in inline styles
 * text, or a box of fixed height around it, that would not grow with the size of text that a reader has chosen.
 * @typedef {{ classes: Set<string>, composed: [string, string][] }} Sheet its classes, and [path, class] of what it composes
 * @param {string} root
 * @returns {string[]} `path:line: rule: what`
 */
export function styleFindings(root) {
  const tokens = lengthTokens(root);
  const paths = matching(root, 'client/**/*.module.css');
  const parsed = new Map(
    paths.map((path) => [path, postcss.parse(readFileSync(join(root, path), 'utf8'), { from: path })]),
  );
  const global = matching(root, 'client/**/*.css').filter((path) => !parsed.has(path));
  const others = global.map(
    (path) => /** @type {const} */ ([path, postcss.parse(readFileSync(join(root, path), 'utf8'))]),
  );
  const sheets = new Map([...parsed].map(([path, css]) => [path, readSheet(path, css)]));
  const asked = matching(root, 'client/**/*.{ts,tsx}').flatMap((path) => askedIn(root, path));
  return [
    ...[...parsed].flatMap(([path, css]) => lengthFindings(path, css, tokens)),
    ...[...parsed, ...others].flatMap(([path, css]) => textFindings(path, css)),
    ...matching(root, 'client/**/*.{ts,tsx}').flatMap((path) => inlineTextFindings(root, path)),
    ...asked
      .filter(({ sheet, name }) => name !== null && !sheets.get(sheet)?.classes.has(name))
      .map(({ at, sheet, name }) => `${at}: class-unknown: ${name} is not in ${sheet}`),
    ...unusedFindings(sheets, asked),
  ];
}

/** Names of tokens by their length in px, apart for each kind. @param {string} root @returns {Map<string, string>} `--s-|8` → `--s-2` */
function lengthTokens(root) {
  /** @type {Map<string, string>} */
  const tokens = new Map();
  postcss.parse(readFileSync(join(root, TOKENS), 'utf8')).walkDecls((declaration) => {
    const kind = measured.find(({ token }) => declaration.prop.startsWith(token));
    const length = /^([\d.]+)(px|rem)$/.exec(declaration.value);
    if (!kind || !length) return;
    const px = Number(length[1]) * (length[2] === 'rem' ? ROOT_FONT_PX : 1);
    tokens.set(`${kind.token}|${px}`, declaration.prop);
  });
  return tokens;
}

/** @param {string} path @param {postcss.Root} css @returns {Sheet} */
function readSheet(path, css) {
  /** @type {Sheet} */
  const sheet = { classes: new Set(), composed: [] };
  css.walkRules((rule) => {
    const own = rule.selector.replaceAll(/:global\([^)]*\)/g, '');
    for (const [, name] of own.matchAll(/\.([A-Za-z_][\w-]*)/g)) sheet.classes.add(name);
  });
  css.walkDecls('composes', ({ value }) => {
    const [names, from] = value.split(/\s+from\s+/);
    const target = from ? join(dirname(path), from.replaceAll(/['"]/g, '')).replaceAll('\\', '/') : path;
    for (const name of names.trim().split(/\s+/)) sheet.composed.push([target, name]);
  });
  return sheet;
}

/** @param {string} path @param {postcss.Root} css @param {Map<string, string>} tokens */
function lengthFindings(path, css, tokens) {
  /** @type {string[]} */
  const findings = [];
  css.walkDecls((declaration) => {
    const kind = measured.find(({ properties }) => properties.test(declaration.prop));
    if (!kind) return;
    for (const [, px] of declaration.value.matchAll(/(?<![\w.(*/+-]|[*/+-] )([\d.]+)px/g)) {
      const token = tokens.get(`${kind.token}|${Number(px)}`);
      const line = declaration.source?.start?.line ?? 0;
      if (token) findings.push(`${path}:${line}: length-token: ${declaration.prop} ${px}px is var(${token})`);
    }
  });
  return findings;
}

/** Sizes of text in px, and heights in px beside a size of text. @param {string} path @param {postcss.Root} css */
function textFindings(path, css) {
  /** @type {string[]} */
  const findings = [];
  css.walkDecls((declaration) => {
    const { prop, value, parent } = declaration;
    const at = `${path}:${declaration.source?.start?.line ?? 0}`;
    if (!/[\d.]px/.test(value)) return;
    if (TEXT_SIZE.test(prop))
      findings.push(`${at}: text-px: ${prop} ${value} stays as it is for who reads large text: rem`);
    if (/^(height|max-height)$/.test(prop) && hasText(parent))
      findings.push(`${at}: text-box: ${prop} ${value} cuts text that has grown: rem, or min-height`);
  });
  return findings;
}

/** @param {postcss.Container<postcss.ChildNode> | postcss.Document | undefined} rule */
const hasText = (rule) =>
  rule?.some((node) => node.type === 'decl' && /^font(-size)?$/.test(node.prop) && node.value !== '0') ??
  false;

/** `fontSize` as a number, or with px. @param {string} root @param {string} path */
function inlineTextFindings(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes('fontSize')) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  /** @type {string[]} */
  const findings = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'fontSize' && isPx(node.initializer))
      findings.push(`${place(file, path, node)}: text-px: ${node.getText()} is px: rem()`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}

/** React takes a number for px. @param {ts.Expression} value */
const isPx = (value) =>
  ts.isNumericLiteral(value) ||
  ts.isBinaryExpression(value) ||
  ts.isIdentifier(value) ||
  /\dpx/.test(value.getText());

/**
 * The classes that a source file asks of the stylesheets it imports; `name` is null where any of them may be meant.
 * @typedef {{ sheet: string, name: string | null, at: string }} Asked
 * @param {string} root @param {string} path @returns {Asked[]}
 */
function askedIn(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes('.module.css')) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const imported = sheetsImportedBy(file, path);
  /** @type {Asked[]} */
  const asked = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node)) return;
    const sheet = ts.isIdentifier(node) ? imported.get(node.text) : undefined;
    if (sheet && !isOwnName(node))
      asked.push({ sheet, name: nameAsked(node.parent), at: place(file, path, node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return asked;
}

/** @param {ts.SourceFile} file @param {string} path @returns {Map<string, string>} path of the stylesheet by local name */
function sheetsImportedBy(file, path) {
  /** @type {Map<string, string>} */
  const sheets = new Map();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const name = statement.importClause?.name?.text;
    if (from.endsWith('.module.css') && name)
      sheets.set(name, join(dirname(path), from).replaceAll('\\', '/'));
  }
  return sheets;
}

/** `x.classes` and `{ classes: … }` name something else. @param {ts.Node} node */
function isOwnName(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) && parent.name === node;
}

/** @param {ts.Node} use @returns {string | null} */
function nameAsked(use) {
  if (ts.isPropertyAccessExpression(use)) return use.name.text;
  if (ts.isElementAccessExpression(use) && ts.isStringLiteralLike(use.argumentExpression))
    return use.argumentExpression.text;
  return null;
}

/** @param {ts.SourceFile} file @param {string} path @param {ts.Node} node */
const place = (file, path, node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** @param {Map<string, Sheet>} sheets @param {Asked[]} asked */
function unusedFindings(sheets, asked) {
  const key = (/** @type {string} */ sheet, /** @type {string} */ name) => `${sheet}|${name}`;
  const used = new Set(asked.flatMap(({ sheet, name }) => (name === null ? [] : [key(sheet, name)])));
  for (const { composed } of sheets.values())
    for (const [sheet, name] of composed) used.add(key(sheet, name));
  const any = new Set(asked.filter(({ name }) => name === null).map(({ sheet }) => sheet));
  return [...sheets]
    .filter(([path]) => !any.has(path))
    .flatMap(([path, { classes }]) =>
      [...classes]
        .filter((name) => !used.has(key(path, name)))
        .map((name) => `${path}: class-unused: ${name}`),
    );
}
