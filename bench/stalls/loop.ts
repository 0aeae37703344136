import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type LoopDelay = { p99Ms: number; maxMs: number };

/** What the probe in the process measured since `loop.begin`. */
export function loopDelayOf(child: ChildProcess): Promise<LoopDelay> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'p99Ms' in message && 'maxMs' in message)
        resolve({ p99Ms: Number(message.p99Ms), maxMs: Number(message.maxMs) });
    });
    child.send('loop.end');
  });
}

/** The most memory a process ever had; only where the system tells. */
export function peakRssMb(child: ChildProcess): number {
  if (process.platform !== 'linux') return Number.NaN;
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
