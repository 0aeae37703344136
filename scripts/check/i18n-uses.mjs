import ts from 'typescript';

/**
 * How one source file uses texts: `calls` of t() with the namespaces they look in (null when t came as an argument),
 * all `strings` it spells, and the `prefixes` of its template literals.
 * @typedef {{ key: string, prefix: boolean, namespaces: string[] | null, line: number }} Call
 * @typedef {{ path: string, calls: Call[], strings: string[], prefixes: string[] }} Uses
 * @typedef {Map<string, string[] | null>} Scope names of translators and where they look
 * @param {string} path
 * @param {string} text
 * @returns {Uses}
 */
export function keyUses(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Uses} */
  const uses = { path, calls: [], strings: [], prefixes: [] };
  visit(file, new Map());
  return uses;

  /** @param {ts.Node} node @param {Scope} outer */
  function visit(node, outer) {
    const scope =
      ts.isFunctionLike(node) || ts.isSourceFile(node) ? new Map([...outer, ...translatorsIn(node)]) : outer;
    if (ts.isStringLiteralLike(node)) uses.strings.push(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.endsWith('.')) uses.prefixes.push(node.head.text);
    if (ts.isCallExpression(node)) recordCall(node, scope);
    ts.forEachChild(node, (child) => visit(child, scope));
  }

  /** @param {ts.CallExpression} call @param {Scope} scope */
  function recordCall(call, scope) {
    const name = calleeName(call.expression);
    if (name === null || !(scope.has(name) || name === 't') || call.arguments.length === 0) return;
    const namespaces = namespaceOption(call) ?? scope.get(name) ?? null;
    const line = file.getLineAndCharacterOfPosition(call.getStart()).line + 1;
    for (const found of keysOf(call.arguments[0])) {
      if (found.prefix) uses.prefixes.push(found.key);
      const [namespace, key] = found.key.includes(':') ? found.key.split(':', 2) : [null, found.key];
      uses.calls.push({ key, prefix: found.prefix, namespaces: namespace ? [namespace] : namespaces, line });
    }
  }
}

/** `const t = useT('contest')` directly in this function: the name t and where it looks. @param {ts.Node} owner @returns {[string, string[] | null][]} */
function translatorsIn(owner) {
  /** @type {[string, string[] | null][]} */
  const found = [];
  const look = (/** @type {ts.Node} */ node) => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const call = node.initializer;
      if (ts.isCallExpression(call) && call.expression.getText() === 'useT' && call.arguments.length > 0) {
        const [first] = call.arguments;
        found.push([node.name.text, ts.isStringLiteralLike(first) ? [first.text] : null]);
      }
    }
    ts.forEachChild(node, look);
  };
  ts.forEachChild(owner, look);
  return found;
}

/** @param {ts.Expression} expression */
function calleeName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 't' ? 't' : null;
}

/** @param {ts.CallExpression} call */
function namespaceOption(call) {
  const options = call.arguments[1];
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const ns = options.properties.find((property) => property.name?.getText() === 'ns');
  if (!ns) return undefined;
  return ts.isPropertyAssignment(ns) && ts.isStringLiteralLike(ns.initializer) ? [ns.initializer.text] : null;
}

/** @param {ts.Expression} node @returns {{ key: string, prefix: boolean }[]} */
function keysOf(node) {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, prefix: false }];
  if (ts.isTemplateExpression(node)) return node.head.text ? [{ key: node.head.text, prefix: true }] : [];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
  return [];
}
