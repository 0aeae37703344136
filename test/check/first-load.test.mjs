import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstLoad, firstLoadFindings } from '../../scripts/check/first-load.mjs';
import { treeForTest } from './fixture-tree.mjs';

const manifest = {
  'index.html': { file: 'assets/main.js', isEntry: true, imports: ['_base.js'], css: ['assets/main.css'] },
  '_base.js': { file: 'assets/base.js' },
  'contest/attempt/attempt.page.tsx': {
    file: 'assets/attempt.js',
    isDynamicEntry: true,
    imports: ['_base.js', '_answers.js'],
    dynamicImports: ['contest/review.page.tsx', '_socket.js'],
  },
  'qna/audience/audience.page.tsx': {
    file: 'assets/audience.js',
    isDynamicEntry: true,
    imports: ['_base.js'],
  },
  '_socket.js': { file: 'assets/socket.js', isDynamicEntry: true },
  '_answers.js': { file: 'assets/answers.js' },
  'contest/review.page.tsx': { file: 'assets/review.js', isDynamicEntry: true },
  'contest/attempt/vi.json': { file: 'assets/attempt-vi.js', isDynamicEntry: true },
  'contest/attempt/en.json': { file: 'assets/attempt-en.js', isDynamicEntry: true },
};
/** Random bytes do not compress, so the sum is at least their number. */
const told = [
  { path: '/attempts/:id', asks: [], files: [], vi: ['attempt-vi.js'] },
  { path: '/qna/:id', asks: [], files: [], vi: [] },
];
const index = `<script type="application/json" id="first-pages">${JSON.stringify(told)}</script>`;
const build = (without = []) =>
  treeForTest({
    'index.html': index,
    '.vite/manifest.json': JSON.stringify(
      Object.fromEntries(Object.entries(manifest).filter(([source]) => !without.includes(source))),
    ),
    ...Object.fromEntries(Object.values(manifest).map((chunk) => [chunk.file, randomBytes(1000)])),
  });

it('counts the entry, the page, what they import and the Vietnamese texts, each once', () => {
  const { chunks, bytes } = firstLoad(build());
  expect(chunks.map((chunk) => chunk.file).sort()).toEqual([
    'assets/answers.js',
    'assets/attempt-vi.js',
    'assets/attempt.js',
    'assets/base.js',
    'assets/main.js',
    'assets/socket.js',
  ]);
  expect(bytes).toBeGreaterThanOrEqual(6000);
  expect(bytes).toBeLessThan(6100);
});

it('counts the file compressed beforehand where there is one', () => {
  const root = build();
  const before = firstLoad(root).bytes;
  writeFileSync(join(root, 'assets/base.js.br'), 'x'.repeat(10));
  expect(before - firstLoad(root).bytes).toBeGreaterThanOrEqual(990);
});

it('fails above the budget, naming the chunks, and passes at it', () => {
  const root = build();
  const { bytes } = firstLoad(root);
  expect(firstLoadFindings(root, bytes)).toEqual([]);
  const [finding] = firstLoadFindings(root, bytes - 1);
  expect(finding).toContain('first-load');
  expect(finding).toContain('assets/answers.js');
  expect(finding).not.toContain('assets/review.js');
});

it.each([
  ['contest/attempt/attempt.page.tsx', 'the attempt page'],
  ['qna/audience/audience.page.tsx', 'the audience page'],
  ['index.html', 'the entry'],
])('fails when the manifest lacks %s', (source, name) => {
  expect(firstLoadFindings(build([source]), 170_000)).toEqual([expect.stringContaining(name)]);
});

it('fails when there is no manifest', () => {
  expect(firstLoadFindings(treeForTest({ 'index.html': index }), 170_000)).toEqual([
    expect.stringContaining('no .vite/manifest.json'),
  ]);
});

it('fails when the document does not say which texts a page waits for', () => {
  const root = build();
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  expect(firstLoadFindings(root, 170_000)).toEqual([
    expect.stringContaining('the texts of the attempt page'),
    expect.stringContaining('the texts of the audience page'),
  ]);
});
