import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { ServedWorld } from './served-world.js';
import type { Agent } from './world.js';

export type DeviceTraits = {
  phone?: boolean;
  /** Chosen on the device; null for nothing chosen yet. */
  language?: 'vi' | 'en' | null;
  /** The browser's own language. */
  locale?: string;
  scheme?: 'light' | 'dark';
  timezone?: string;
};
/** Opens a device of its own, signed in as somebody or, with null, as nobody. */
export type OpenDevice = (who: Agent | null, traits?: DeviceTraits) => Promise<Page>;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** A world per worker, and devices that no test shares. A page that throws fails its test. */
export const test = base.extend<{ device: OpenDevice }, { world: ServedWorld }>({
  world: [
    async ({}, use) => {
      const world = await ServedWorld.start();
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  device: async ({ browser, world }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    const thrown: string[] = [];
    await use(
      async (who, { phone = false, language = 'vi', scheme = 'light', locale = 'vi-VN', timezone } = {}) => {
        const context = await browser.newContext({
          locale,
          ...(timezone !== undefined && { timezoneId: timezone }),
          baseURL: world.url,
          viewport: phone ? PHONE : DESKTOP,
          isMobile: phone,
          hasTouch: phone,
          colorScheme: scheme,
          reducedMotion: 'reduce',
        });
        contexts.push(context);
        if (who) await context.addCookies([cookieOf(who, world.url)]);
        if (language) {
          await context.addInitScript((chosen) => {
            localStorage.setItem('hai-dang.language', localStorage.getItem('hai-dang.language') ?? chosen);
          }, language);
        }
        const page = await context.newPage();
        page.on('pageerror', (error) => thrown.push(`${page.url()}: ${error.stack ?? error.message}`));
        return page;
      },
    );
    if (testInfo.status !== testInfo.expectedStatus)
      for (const page of contexts.flatMap((context) => context.pages())) console.error(await sightOf(page));
    for (const context of contexts) await context.close();
    expect(thrown, 'what pages threw').toEqual([]);
  },
});

/** What a reader of the log, who has no screenshot, needs to know of a page. */
async function sightOf(page: Page): Promise<string> {
  const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
  return `━━ ${page.url()} showed:\n${text.slice(0, 1_500)}`;
}

function cookieOf({ cookie }: Agent, url: string): { name: string; value: string; url: string } {
  const at = cookie.indexOf('=');
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
}
