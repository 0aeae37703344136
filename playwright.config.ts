import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;
const isRoot = process.getuid?.() === 0;

/** Chromium calls home for updates and lists of its own; a test run must not depend on a network. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** The tests start the built server themselves (test/support), so that each file can have a world of its own. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/browser.setup.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // On a machine with twenty other things to do everything takes long: these only end what would never come.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON ?? 'test-results/playwright.json' }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'vi-VN',
    actionTimeout: 30_000,
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    // Never here: recording costs time, and under load a recorded page was seen to leave axe without an answer for
    // minutes while the page itself was idle. To see a failure again, alone: npx playwright test --trace on.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...quiet, ...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    },
  },
  projects: [{ name: 'chromium' }],
});
