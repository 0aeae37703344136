import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/check/house-rules.mjs';
import { MAX_LINES, MAX_TEST_LINES } from './scripts/check/limits.mjs';

const typed = ['**/*.ts', '**/*.tsx'];
const tests = ['test/**/*.{ts,tsx,mjs}', '**/*.test.ts', '**/*.test.tsx'];
const configs = ['*.config.ts', '*.config.js'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.data/**',
      '.cache/**',
      'coverage/**',
      'playwright-report/**',
      'test-results/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { house: houseRules },
    languageOptions: { parser: tseslint.parser, parserOptions: { tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-debugger': 'error',
      complexity: ['error', 15],
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: MAX_LINES }],
      'house/max-params': 'error',
      'house/no-default-export': 'error',
      'house/no-re-export': 'error',
      'house/no-raw-html': 'error',
    },
  },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An interface may promise asynchrony that one implementation does not need.
      '@typescript-eslint/require-await': 'off',
      'house/js-extension': 'error',
    },
  },
  {
    files: ['server/**/*.ts', 'shared/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'house/no-subscribe-message': 'error',
    },
  },
  {
    files: ['client/**/*.ts', 'client/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'house/no-jsx-text': 'error',
      // There are no classes here whose methods could lose their `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['client/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['server/**/*.ts', 'shared/**/*.ts', 'client/**/*.ts', 'client/**/*.tsx'],
    rules: { 'house/no-clock': 'error', '@typescript-eslint/no-unsafe-type-assertion': 'error' },
  },
  {
    files: ['server/platform/clock.ts', 'client/platform/time/server-time.ts'],
    rules: { 'house/no-clock': 'off' },
  },
  { files: ['server/**/*.ts'], ignores: ['server/database/**'], rules: { 'house/no-sql-clock': 'error' } },
  {
    files: ['server/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { 'house/conflict-target': 'error', 'house/no-cutting-pad': 'error' },
  },
  { files: ['**/*.rules.ts', '**/*.policy.ts'], rules: { 'house/pure-rules': 'error' } },
  // A statement is always said in this order: where, shape, text, values.
  { files: ['server/platform/database/sql.ts'], rules: { 'house/max-params': 'off' } },
  // Runs as it stands in the browser before anything is loaded, so in the oldest dialect.
  { files: ['client/public/**/*.js'], rules: { 'no-var': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: MAX_TEST_LINES }],
      'max-lines-per-function': 'off',
      'house/no-jsx-text': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      complexity: 'off',
    },
  },
  {
    files: [...tests, 'bench/**/*.ts'],
    rules: {
      // A response body is whatever came back; the assertions on it are the parsing.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['test/{api,faults,check,scripts}/**/*.{ts,mjs}', '{server,shared,client}/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='poll'] Property[key.name='timeout']",
          message: 'How soon something comes depends on the machine: vitest.config.ts ends the wait.',
        },
        {
          selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^wait(For|Until)$/]",
          message: 'It gives up after a second, which is short on a busy machine: use expect.poll.',
        },
      ],
    },
  },
  // Node runs the benchmarks from their sources, so they import those.
  { files: ['bench/**/*.ts'], rules: { 'house/js-extension': 'off' } },
  { files: ['server/database/migrations/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['server/demo/questions/**'], rules: { 'max-lines': 'off' } },
  // Tools that load a file by its name take what it exports by default.
  {
    files: [...configs, 'test/support/browser.setup.ts'],
    rules: { 'house/no-default-export': 'off' },
  },
);
