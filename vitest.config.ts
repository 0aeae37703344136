import { defineConfig } from 'vitest/config';

/** In this order: a server to test on, then the migrated template on it. */
const database = ['./test/support/postgres.setup.ts', './test/support/database.setup.ts'];

/** Threads that the server starts run its sources too. */
const threads = new URL('./test/support/typescript-threads.mjs', import.meta.url).href;

/**
 * What a test waits for comes in a moment, and on a machine with twenty other things to do in twenty: how long that takes
 * is no expectation. These only end what would never come.
 */
const waitLimitMs = 60_000;
const testLimitMs = 180_000;

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', threads],
    expect: { poll: { timeout: waitLimitMs } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: testLimitMs,
          include: [
            'server/**/*.test.ts',
            'shared/**/*.test.ts',
            'client/**/*.test.{ts,tsx}',
            'test/scripts/**/*.test.mjs',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          globalSetup: database,
          testTimeout: testLimitMs,
          hookTimeout: testLimitMs,
          maxWorkers: 2,
          // Each file starts an application of its own, but the server's modules are read once per worker: reading them
          // for every file took half of this part's time. So nothing a file needs may live in a module.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: database,
          testTimeout: testLimitMs,
          hookTimeout: testLimitMs,
          // Most of it is waiting, so that two are no slower than one. Modules as above.
          maxWorkers: 2,
          isolate: false,
          maxConcurrency: 12,
        },
      },
      {
        extends: true,
        test: {
          name: 'check',
          include: ['test/check/**/*.test.mjs'],
          testTimeout: testLimitMs,
          hookTimeout: testLimitMs,
        },
      },
    ],
  },
});
