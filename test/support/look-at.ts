import { expect, type Page } from '@playwright/test';
import { DESKTOP, PHONE, test } from './browser.js';
import { cutTexts, notGrown, setTextSize } from './large-text.js';
import { overflow, rawKeys, vietnameseLeft, violations } from './looks.js';
import type { Screen } from './screens.js';

/** Its letters are a share of the screen that a hall looks at. */
const SIZED_BY_THE_WALL = 'projector';

const NARROWEST = { width: 320, height: 640 };

/** Declares the test of a screen: axe in every look, and nothing untranslated in English. */
export function lookAt(screen: Screen): void {
  test(`${screen.name}: axe finds nothing in either theme, language and size`, async ({ world, device }) => {
    // Five looks of a large page: a machine that does other work meanwhile may take its time.
    test.slow();
    const { who, path } = await screen.visit(world);
    const page = await device(who);
    await page.goto(path);
    await screen.open?.(page);
    await expect(screen.ready(page)).toBeVisible();
    expect.soft(await rawKeys(page), 'keys without a text').toEqual([]);
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        const found = await violations(page, colorScheme === 'dark' ? 'colours' : 'everything');
        expect.soft(found, `Vietnamese, ${size}, ${colorScheme}`).toEqual([]);
      }
    }
    if (screen.onPhones) await lookAtNarrow(page);
    if (screen.name !== SIZED_BY_THE_WALL) await lookAtLarge(page);
    if (!screen.open) await lookAtEnglish(page, screen);
  });
}

async function lookAtNarrow(page: Page): Promise<void> {
  await page.setViewportSize(NARROWEST);
  expect.soft(await overflow(page), 'wider than 320 px by').toBe(0);
}

/** At twice the text size, as a browser can be set: all of it grows, and none of it leaves the screen or its box. */
async function lookAtLarge(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  const small = await notGrown(page, 2, () => setTextSize(page, 200));
  expect.soft(small, 'texts that do not grow').toEqual([]);
  expect.soft(await overflow(page), 'wider than 390 px at twice the text size by').toBe(0);
  expect.soft(await cutTexts(page), 'texts cut off at twice the text size').toEqual([]);
  await setTextSize(page, 100);
}

async function lookAtEnglish(page: Page, screen: Screen): Promise<void> {
  await page.evaluate(() => localStorage.setItem('hai-dang.language', 'en'));
  await page.reload();
  await expect(screen.ready(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect.soft(await rawKeys(page), 'keys without a text').toEqual([]);
  expect.soft(await vietnameseLeft(page), 'Vietnamese left').toEqual([]);
  expect.soft(await violations(page, 'words'), 'English').toEqual([]);
}
