import { execFileSync } from 'node:child_process';
import { globSync, lstatSync } from 'node:fs';
import { join } from 'node:path';

/** Plain files of the repository, also those not yet added, with `/` in their paths; nothing that git ignores. @param {string} root */
export function repositoryFiles(root) {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const isFile = (/** @type {string} */ path) =>
    lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && isFile(path));
}

/** Paths under `root` that match, sorted, with `/` as separator. @param {string} root @param {string} pattern */
export function matching(root, pattern) {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
