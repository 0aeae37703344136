import { expect } from '@playwright/test';
import { test } from '../support/browser.js';

test('addresses of pages give the application, those of files that are gone give nothing', async ({
  world,
}) => {
  const typeOf = async (path: string): Promise<[number, string | undefined]> => {
    const { status, headers } = await fetch(`${world.url}${path}`);
    return [status, headers.get('content-type')?.split(';')[0]];
  };
  expect(await typeOf('/contests/anything')).toEqual([200, 'text/html']);
  expect(await typeOf('/assets/of-an-older-build.js')).toEqual([404, 'application/json']);
  expect(await typeOf('/api/nothing')).toEqual([404, 'application/json']);
  expect(await typeOf('/robots.txt')).toEqual([200, 'text/plain']);
  expect(await typeOf('/manifest.webmanifest')).toEqual([200, 'application/manifest+json']);
  expect(await typeOf('/apple-touch-icon.png')).toEqual([404, 'application/json']);
});
