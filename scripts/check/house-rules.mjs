/**
 * Makes a lint rule that reports every node the selectors match.
 * @param {string[]} selectors
 * @param {string} message
 * @returns {import('eslint').Rule.RuleModule}
 */
function forbid(selectors, message) {
  return {
    meta: { type: 'problem', schema: [] },
    create: (context) =>
      Object.fromEntries(
        selectors.map((selector) => [
          selector,
          (/** @type {import('eslint').Rule.Node} */ node) => context.report({ node, message }),
        ]),
      ),
  };
}

const letters = String.raw`/\p{L}/u`;
const wordyProps = '/^(label|placeholder|title|alt|description|error|aria-label|aria-description)$/';

/** Lint rules of this house that no published plugin has; each is one selector and one sentence. */
export const houseRules = {
  rules: {
    'no-clock': forbid(
      [
        "MemberExpression[object.name='Date'][property.name='now']",
        "NewExpression[callee.name='Date'][arguments.length=0]",
        "CallExpression[callee.name='Date']",
        "CallExpression[callee.name='dayjs'][arguments.length=0]",
      ],
      'Take the time as an argument, or ask the injected clock (client: platform/server-time).',
    ),
    'no-sql-clock': forbid(
      [
        String.raw`TemplateElement[value.raw=/\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_timestamp\b/i]`,
      ],
      'SQL asks app_now(), so that tests can move the time.',
    ),
    'conflict-target': forbid(
      [
        String.raw`TemplateElement[value.raw=/\bON\s+CONFLICT\s+DO\b/i]`,
        String.raw`Literal[value=/\bON\s+CONFLICT\s+DO\b/i]`,
      ],
      'Name the columns: without them a clash of any other unique column passes in silence.',
    ),
    'no-cutting-pad': forbid(
      [
        String.raw`TemplateElement[value.raw=/\b[lr]pad\([^,]*,\s*\d/i]`,
        String.raw`Literal[value=/\b[lr]pad\([^,]*,\s*\d/i]`,
      ],
      'lpad and rpad cut what is longer than they pad to: pad to greatest(width, length(text)).',
    ),
    'no-subscribe-message': forbid(
      [
        "ImportSpecifier[imported.name='SubscribeMessage']",
        "Decorator MemberExpression[property.name='SubscribeMessage']",
        "Decorator > CallExpression[callee.name='SubscribeMessage']",
      ],
      '@SubscribeMessage never acknowledges a failure: use @Listen.',
    ),
    'no-raw-html': forbid(
      [
        "JSXAttribute[name.name='dangerouslySetInnerHTML']",
        "Property[key.name='dangerouslySetInnerHTML']",
        'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
        "CallExpression[callee.property.name='insertAdjacentHTML']",
      ],
      'Raw HTML lets text written by members become script.',
    ),
    'no-default-export': forbid(
      ['ExportDefaultDeclaration', "ExportSpecifier[exported.name='default']"],
      'Export by name, so that a thing is called the same everywhere.',
    ),
    'no-re-export': forbid(
      ['ExportAllDeclaration', 'ExportNamedDeclaration[source]'],
      'Import a thing from the file that declares it; barrels hide who knows whom.',
    ),
    'js-extension': forbid(
      [
        String.raw`:matches(ImportDeclaration, ImportExpression)[source.value=/^\.{1,2}\//]:not([source.value=/\.(js|json|css|svg|png|woff2|mjs)(\?\w+)?$/])`,
      ],
      'A relative import names the file as Node will load it, ending in .js.',
    ),
    'max-params': forbid(
      [":function[params.length>3]:not(MethodDefinition[kind='constructor'] > FunctionExpression)"],
      'More than 3 parameters: take one object with named fields.',
    ),
    'no-jsx-text': forbid(
      [
        `JSXText[value=${letters}]`,
        `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${letters}]`,
        `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${letters}]`,
        `JSXAttribute[name.name=${wordyProps}] > Literal[value=${letters}]`,
        `JSXAttribute[name.name=${wordyProps}] > JSXExpressionContainer > Literal[value=${letters}]`,
      ],
      'Words belong in vi.json and en.json; JSX shows them with t().',
    ),
    'pure-rules': forbid(
      [
        "MemberExpression[object.name='Math'][property.name='random']",
        "MemberExpression[object.name='process'][property.name='env']",
        'CallExpression[callee.name=/^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask)$/]',
        "ImportDeclaration[source.value='node:crypto'] > ImportSpecifier[imported.name!=/^(createHmac|createHash|createSecretKey|timingSafeEqual)$/]",
        "ImportDeclaration[source.value='node:crypto'] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)",
      ],
      'Rules and policies are pure: the same arguments always give the same answer.',
    ),
  },
};
