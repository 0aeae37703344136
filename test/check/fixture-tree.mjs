import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const repository = join(import.meta.dirname, '../..');

/** Writes a small tree of files into a temporary folder. `remove` it when its tests are over. */
export function makeTree(files, { copied = [], modules = false } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  for (const path of copied) cpSync(join(repository, path), join(root, path), { recursive: true });
  if (modules) symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The same, for one test. */
export function treeForTest(files, options) {
  const { root, remove } = makeTree(files, options);
  onTestFinished(remove);
  return root;
}
