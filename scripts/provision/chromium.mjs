import { existsSync } from 'node:fs';
import { run } from '../process/run.mjs';
import { installPackage } from './packages.mjs';
import { step } from '../terminal/progress.mjs';
import { pinnedNode, tool, toolEnvironment } from './node.mjs';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const DOWNLOAD_LIMIT_MS = 300_000;

/**
 * A Chromium for the browser tests: the one of CHROMIUM_PATH, of this machine, of its package manager where we may
 * use that, or Playwright's own.
 * @returns {Promise<string | null>} null when none can be had
 */
export async function findChromium(env = process.env) {
  const chosen = env.CHROMIUM_PATH?.trim();
  if (chosen) return existsSync(chosen) ? chosen : null;
  return installed() ?? (await playwrightsOwn()) ?? (await fromPackages()) ?? (await download());
}

function installed() {
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}

async function fromPackages() {
  await installPackage('chromium');
  return installed();
}

async function download() {
  const options = { quiet: true, env: toolEnvironment(), timeoutMs: DOWNLOAD_LIMIT_MS };
  await step('Downloading the Chromium of Playwright', () =>
    run(pinnedNode(), [tool('@playwright/test/cli.js'), 'install', 'chromium'], options),
  );
  return playwrightsOwn();
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}
