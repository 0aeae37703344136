import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pinnedNode, tool, toolEnvironment } from '../provision/node.mjs';
import { printProblem, Problem } from '../terminal/problem.mjs';
import { end, isEnding } from './interrupt.mjs';
import { root } from './paths.mjs';

/**
 * Compiles the server at every change and says when the result is whole.
 * @param {() => void} onCompiled called after each compilation without an error
 * @returns {() => void} ends it
 */
export function watchCompiler(onCompiled) {
  // The next build must not take for up to date what a compiler in the middle of an edit wrote.
  rmSync(join(root, 'dist/.server.stamp'), { force: true });
  const args = ['-p', 'tsconfig.server.json', '--watch', '--preserveWatchOutput', '--pretty', 'false'];
  const child = spawn(pinnedNode(), [tool('typescript/bin/tsc'), ...args], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.trim()) console.log(`  tsc: ${line}`);
    if (line.includes('Found 0 errors')) onCompiled();
  });
  child.once('exit', (code) => {
    if (isEnding()) return;
    printProblem(new Problem(`The compiler ended by itself (exit code ${code}).`));
    void end(1);
  });
  return () => void child.kill('SIGTERM');
}
