import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Runs a script with Node's flags of this process, pinned to the first core where `taskset` is there, so that the generator keeps the second. */
export function startPinned(script: string, env: Record<string, string>): ChildProcess {
  const pinned = process.platform === 'linux';
  const [command, ...args] = pinned
    ? ['taskset', '-c', '0', process.execPath, ...process.execArgv, script]
    : [process.execPath, ...process.execArgv, script];
  return spawn(command ?? process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Resolves when the process says `{ type: 'ready' }` over IPC. */
export function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve();
    });
    child.on('exit', (code) => reject(new Error(`ended with ${String(code)} before it was ready`)));
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const TICKS_PER_S = 100;

/** Seconds of processor time a process has used; unlike throughput it does not depend on what else the machine does. */
export function cpuSecondsOf(child: ChildProcess): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}
