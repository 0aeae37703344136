import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './fixture-tree.mjs';

/** Runs a script with this Node in `cwd`; answers its exit code and everything it printed. */
export function runNode(script, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

export const runTool = (path, args, cwd) => runNode(join(repository, 'node_modules', path), args, cwd);
