const lines = (count, line) => Array.from({ length: count }, (_, i) => line.replaceAll('#', i)).join('\n');
const component = (body) =>
  `export function Sample({ t }: { t: (key: string) => string }) {\n  return ${body};\n}\n`;

/**
 * For each lint rule of the house: the file that breaks only it, and the same file put right. `[path, text]`; a good
 * case without a path stands where the bad one stood.
 */
export const lintCases = {
  '@typescript-eslint/no-floating-promises': [
    ['server/contest/a.service.ts', `export function go(work: () => Promise<void>) {\n  work();\n}\n`],
    [`export async function go(work: () => Promise<void>) {\n  await work();\n}\n`],
  ],
  '@typescript-eslint/no-misused-promises': [
    [
      'server/contest/b.service.ts',
      `export function go(ready: () => Promise<boolean>) {\n  return ready() ? 1 : 2;\n}\n`,
    ],
    [`export async function go(ready: () => Promise<boolean>) {\n  return (await ready()) ? 1 : 2;\n}\n`],
  ],
  '@typescript-eslint/no-explicit-any': [
    ['shared/contest/c.schema.ts', `export type Loose = { value: any };\n`],
    [`export type Loose = { value: unknown };\n`],
  ],
  '@typescript-eslint/no-non-null-assertion': [
    ['server/contest/d.service.ts', `export const first = (names: string[]) => names[0]!;\n`],
    [`export const first = (names: string[]) => names[0];\n`],
  ],
  '@typescript-eslint/no-unsafe-type-assertion': [
    ['server/contest/e.service.ts', `export const nameOf = (row: unknown) => row as string;\n`],
    [`export const nameOf = (row: unknown) => (typeof row === 'string' ? row : '');\n`],
  ],
  '@typescript-eslint/no-unnecessary-type-assertion': [
    ['server/contest/f.service.ts', `export const same = (name: string) => name as string;\n`],
    [`export const same = (name: string) => name;\n`],
  ],
  '@typescript-eslint/no-unsafe-return': [
    ['server/contest/g.service.ts', `export const read = (json: string) => JSON.parse(json);\n`],
    [`export const read = (json: string): unknown => JSON.parse(json);\n`],
  ],
  '@typescript-eslint/switch-exhaustiveness-check': [
    [
      'server/contest/h.rules.ts',
      `export function no(phase: 'open' | 'over') {\n  switch (phase) {\n    case 'open':\n      return 1;\n  }\n  return 2;\n}\n`,
    ],
    [
      `export function no(phase: 'open' | 'over') {\n  switch (phase) {\n    case 'open':\n      return 1;\n    case 'over':\n      return 2;\n  }\n}\n`,
    ],
  ],
  '@typescript-eslint/no-unused-vars': [
    ['server/contest/i.service.ts', `export function go(row: string, rest: string) {\n  return row;\n}\n`],
    [`export function go(row: string, _rest: string) {\n  return row;\n}\n`],
  ],
  'react-hooks/rules-of-hooks': [
    [
      'client/contest/j.page.tsx',
      `import { useState } from 'react';\nexport function Sample({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n`,
    ],
    [
      `import { useState } from 'react';\nexport function Sample() {\n  const [one] = useState(1);\n  return <b>{one}</b>;\n}\n`,
    ],
  ],
  'react-hooks/exhaustive-deps': [
    [
      'client/contest/k.page.tsx',
      `import { useEffect } from 'react';\nexport function Sample({ on }: { on: () => void }) {\n  useEffect(() => on(), []);\n  return null;\n}\n`,
    ],
    [
      `import { useEffect } from 'react';\nexport function Sample({ on }: { on: () => void }) {\n  useEffect(() => on(), [on]);\n  return null;\n}\n`,
    ],
  ],
  'max-lines': [
    ['shared/contest/l.schema.ts', `${lines(301, 'export const name# = #;')}\n`],
    [`${lines(300, 'export const name# = #;')}\n`],
  ],
  'max-lines-per-function': [
    [
      'server/contest/m.service.ts',
      `export function go(say: (n: number) => void) {\n${lines(59, '  say(#);')}\n}\n`,
    ],
    [`export function go(say: (n: number) => void) {\n${lines(58, '  say(#);')}\n}\n`],
  ],
  complexity: [
    [
      'server/contest/n.rules.ts',
      `export function no(n: number) {\n${lines(15, '  if (n === #) return #;')}\n  return n;\n}\n`,
    ],
    [`export function no(n: number) {\n${lines(14, '  if (n === #) return #;')}\n  return n;\n}\n`],
  ],
  'max-depth': [
    [
      'server/contest/o.rules.ts',
      `export function no(n: number) {\n${lines(5, 'if (n > #) {')}\nreturn 1;\n${lines(5, '}')}\nreturn n;\n}\n`,
    ],
    [
      `export function no(n: number) {\n${lines(4, 'if (n > #) {')}\nreturn 1;\n${lines(4, '}')}\nreturn n;\n}\n`,
    ],
  ],
  'no-console': [
    ['server/contest/p.service.ts', `export const say = () => console.log('hi');\n`],
    ['scripts/say.mjs', `/* global console */\nexport const say = () => console.log('hi');\n`],
  ],
  eqeqeq: [
    ['server/contest/q.rules.ts', `export const same = (a: string, b: string) => a == b;\n`],
    [`export const same = (a: string | null) => a == null;\n`],
  ],
  'no-var': [['client/contest/a.api.ts', `export var one = 1;\n`], [`export const one = 1;\n`]],
  'prefer-const': [
    ['client/contest/b.api.ts', `let one = 1;\nexport const two = one + 1;\n`],
    [`let one = 1;\nexport const two = () => (one += 1);\n`],
  ],
  'no-eval': [
    ['client/contest/c.api.ts', `export const run = (code: string): unknown => eval(code);\n`],
    [`export const run = (code: string): unknown => JSON.parse(code);\n`],
  ],
  'no-debugger': [
    ['client/contest/d.api.ts', `export function go() {\n  debugger;\n}\n`],
    [`export function go() {\n  return 1;\n}\n`],
  ],
  '@typescript-eslint/restrict-template-expressions': [
    ['client/contest/e.api.ts', 'export const say = (who: string[]) => `Xin chào ${who}`;\n'],
    ['export const say = (who: string[]) => `Xin chào ${who.join()} ${who.length}`;\n'],
  ],
  'house/max-params': [
    [
      'server/contest/r.rules.ts',
      `export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;\n`,
    ],
    [
      `type N = number;\nexport class Sum {\n  readonly sum: N;\n  constructor(a: N, b: N, c: N, d: N) {\n    this.sum = a + b + c + d;\n  }\n}\n`,
    ],
  ],
  'house/no-default-export': [
    ['client/contest/s.page.tsx', component('<b>{t("x")}</b>').replace('export', 'export default')],
    [component('<b>{t("x")}</b>')],
  ],
  'house/no-re-export': [
    ['server/contest/t.service.ts', `export { lintCases } from './u.service.js';\n`],
    [`import { own } from './own.js';\nexport const mine = own;\n`],
  ],
  'house/no-raw-html': [
    ['client/contest/v.page.tsx', component('<b dangerouslySetInnerHTML={{ __html: t("x") }} />')],
    [component('<b>{t("x")}</b>')],
  ],
  'house/js-extension': [
    ['client/contest/w.api.ts', `import { own } from './own';\nexport const mine = own;\n`],
    [`import { own } from './own.js';\nexport const mine = own;\n`],
  ],
  'house/no-jsx-text': [
    ['client/contest/x.page.tsx', component('<b title="Đóng">{t("x")}</b>')],
    [component('<b title={t("y")}>{t("x")} · 3</b>')],
  ],
  'house/no-clock': [
    ['server/contest/y.service.ts', `export const at = () => Date.now();\n`],
    ['server/platform/clock.ts', `export const at = () => Date.now();\n`],
  ],
  'house/no-sql-clock': [
    ['server/contest/z.queries.ts', 'export const due = `SELECT id FROM rounds WHERE closes_at < now()`;\n'],
    ['export const due = `SELECT id FROM rounds WHERE closes_at < app_now()`;\n'],
  ],
  'house/conflict-target': [
    [
      'server/contest/b.queries.ts',
      'export const add = `INSERT INTO t VALUES ($1) ON CONFLICT DO NOTHING`;\n',
    ],
    ['export const add = `INSERT INTO t VALUES ($1) ON CONFLICT (id) DO NOTHING`;\n'],
  ],
  'house/no-cutting-pad': [
    ['server/contest/c.queries.ts', "export const code = `SELECT lpad(number::text, 4, '0') FROM t`;\n"],
    ["export const code = `SELECT lpad(number::text, greatest(4, length(number::text)), '0') FROM t`;\n"],
  ],
  'house/no-subscribe-message': [
    [
      'server/contest/a.gateway.ts',
      `import { SubscribeMessage } from '@nestjs/websockets';\nexport const on = SubscribeMessage;\n`,
    ],
    [`import { WebSocketGateway } from '@nestjs/websockets';\nexport const on = WebSocketGateway;\n`],
  ],
  'no-restricted-syntax': [
    [
      'server/contest/wait-a.test.ts',
      `import { expect } from 'vitest';\nexport const wait = (look: () => number) => expect.poll(look, { timeout: 5_000 }).toBe(1);\n`,
    ],
    [
      `import { expect } from 'vitest';\nexport const wait = (look: () => number) => expect.poll(look, { interval: 5 }).toBe(1);\n`,
    ],
  ],
  'house/pure-rules': [
    ['server/contest/a.rules.ts', `export const roll = () => Math.random();\n`],
    ['server/contest/a.draw.ts', `export const roll = () => Math.random();\n`],
  ],
};

/** Further shapes of rules that forbid more than one: rule, path, text. */
export const otherShapes = [
  ['house/no-clock', 'client/contest/clock-a.ts', `export const at = () => new Date();\n`],
  ['house/no-clock', 'shared/contest/clock-b.ts', `export const at = [1].map(Date.now);\n`],
  ['house/no-clock', 'server/contest/clock-c.ts', `export const at = () => Date();\n`],
  ['house/no-jsx-text', 'client/contest/text-a.tsx', component('<b>{t("x")} Đóng</b>')],
  ['house/no-jsx-text', 'client/contest/text-b.tsx', component(`<b>{t('x')}{'Đóng'}</b>`)],
  ['house/no-jsx-text', 'client/contest/text-c.tsx', component('<b>{`Còn ${t("x")}`}</b>')],
  [
    'house/no-raw-html',
    'client/contest/html-a.ts',
    `export const put = (on: Element) => (on.innerHTML = '');\n`,
  ],
  [
    'no-restricted-syntax',
    'server/contest/wait-b.test.ts',
    `import { vi } from 'vitest';\nexport const wait = (look: () => void) => vi.waitFor(look);\n`,
  ],
  ['house/no-re-export', 'client/contest/barrel.ts', `export * from './own.js';\n`],
  ['house/js-extension', 'client/contest/lazy.ts', `export const load = () => import('./own');\n`],
  [
    'house/pure-rules',
    'server/contest/hash.rules.ts',
    `import { randomBytes } from 'node:crypto';\nexport const r = randomBytes;\n`,
  ],
  [
    'house/conflict-target',
    'test/api/on-conflict.ts',
    `export const add = 'INSERT INTO t VALUES ($1)\\nON CONFLICT\\n DO UPDATE SET a = 1';\n`,
  ],
  [
    'house/no-subscribe-message',
    'server/contest/b.gateway.ts',
    `import * as ws from '@nestjs/websockets';\nexport class Gate {\n  @ws.SubscribeMessage('x')\n  on() {}\n}\n`,
  ],
];
