import { defineConfig } from 'vitest/config';

/** The unit tests of rules alone, for the runner of the mutation tests: it knows no projects. */
export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    // Instrumented code on a busy machine is slow; a mutant that never ends is stopped by the runner.
    testTimeout: 60_000,
    include: ['server/**/*.test.ts', 'shared/**/*.test.ts', 'client/**/*.test.{ts,tsx}'],
  },
});
