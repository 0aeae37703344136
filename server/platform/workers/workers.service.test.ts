import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../log.js';
import { Workers, type WorkerTask } from './workers.service.js';

const TASKS = `
import { threadId } from 'node:worker_threads';
export const thread = () => threadId;
export const double = (number) => number * 2;
export const exit = () => process.exit(3);
export const fail = () => { throw new Error('broken'); };
export const spin = () => { for (;;); };
`;

let folder: string;
let workers: Workers;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haidang-workers-'));
  writeFileSync(join(folder, 'tasks.mjs'), TASKS);
  workers = new Workers(createLogger('silent'));
});
afterAll(async () => {
  await workers.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});

const task = (name: string): WorkerTask<unknown, number> => ({
  module: pathToFileURL(join(folder, 'tasks.mjs')),
  name,
  out: z.number(),
});

it('does work on another thread', async () => {
  expect(await workers.run(task('thread'), null)).toBeGreaterThan(0);
  expect(await workers.run(task('double'), 21)).toBe(42);
});

it.each(['exit', 'fail'])('goes on after a piece of work that ends with: %s', async (name) => {
  await expect(workers.run(task(name), null)).rejects.toThrow();
  expect(await workers.run(task('double'), 21)).toBe(42);
});

it('ends what nobody waits for any more, in the middle of it', async () => {
  const waiting = new AbortController();
  const spinning = Array.from({ length: workers.width }, () =>
    workers.run(task('spin'), null, waiting.signal),
  );
  const after = workers.run(task('double'), 21);
  waiting.abort();
  for (const one of spinning) await expect(one).rejects.toThrow();
  expect(await after).toBe(42);
});

it('lets the thread it is called on go on', async () => {
  const waiting = new AbortController();
  const spinning = workers.run(task('spin'), null, waiting.signal);
  let turns = 0;
  while (turns < 100) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  waiting.abort();
  await expect(spinning).rejects.toThrow();
});

it('parses what comes back', async () => {
  await expect(workers.run({ ...task('double'), out: z.string() }, 21)).rejects.toThrow(z.ZodError);
});
