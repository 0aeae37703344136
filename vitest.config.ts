import { defineConfig } from 'vitest/config';

/** In this order: a server to test on, then the migrated template on it. */
const database = ['./test/support/postgres.setup.ts', './test/support/database.setup.ts'];

/** Threads that the server starts run its sources too. */
const threads = new URL('./test/support/typescript-threads.mjs', import.meta.url).href;

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', threads],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties run hundreds of cases, which takes more than the usual five seconds on a busy machine.
          testTimeout: 30_000,
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'check',
          include: ['test/check/**/*.test.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
