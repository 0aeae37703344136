import { expect, type Page } from '@playwright/test';
import { DESKTOP, PHONE, test } from '../support/browser.js';

const ORGANISER = 'HD-0004';
const MODERATOR = 'HD-0003';
const MEMBER = 'HD-0001';
const CONTEST = 'Ngọn đèn tri thức 2026';
/** Answers of the home page in an order that is not the one it asks in. */
const SLOWLY: [RegExp, number][] = [
  [/\/api\/rounds\/current/, 1_500],
  [/\/api\/attempts\/running/, 700],
  [/\/api\/unit-standings\/latest/, 1_100],
  [/\/api\/qna-sessions/, 1_900],
  [/\/api\/contests\//, 500],
];

declare global {
  var seenShift: number | undefined;
  var seenViolations: string[] | undefined;
}

const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    globalThis.seenShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && !('hadRecentInput' in entry && entry.hadRecentInput))
          globalThis.seenShift = (globalThis.seenShift ?? 0) + Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESKTOP }))
  test(`home keeps the places of its cards while they load, on a ${size}`, async ({ world, device }) => {
    const page = await device(await world.demoMember(MEMBER), { phone: size === 'phone' });
    await page.setViewportSize(viewport);
    await watchShifts(page);
    for (const [address, ms] of SLOWLY)
      await page.route(address, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        await route.continue();
      });
    await page.goto('/');
    await expect(page.getByRole('link', { name: /^Vào thi vòng/ }).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Đơn vị của bạn' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => globalThis.seenShift)).toBeLessThanOrEqual(0.05);
  });

test('no page asks for what the content security policy refuses', async ({ world, device }) => {
  const page = await device(await world.demoMember(MODERATOR));
  await page.addInitScript(() => {
    globalThis.seenViolations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      globalThis.seenViolations?.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  for (const path of ['/', '/contests', '/qna', '/organise/qna', '/organise/qna/new', '/qna/keys']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => globalThis.seenViolations), path).toEqual([]);
  }
});

test('what the first page needs is sent for at once, and asked for once', async ({ world, device }) => {
  const page = await device(await world.demoMember(MEMBER), { phone: true });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await page.goto('/contests');
  await page.getByRole('link', { name: CONTEST }).click();
  await expect(page.getByRole('heading', { level: 1, name: CONTEST })).toBeVisible();
  const { pathname } = new URL(page.url());
  asked.length = 0;
  await page.reload();
  await expect(page.getByRole('button', { name: /^Vào thi vòng/ }).first()).toBeEnabled();
  await page.waitForLoadState('networkidle');
  for (const path of ['/api/session', `/api${pathname}`])
    expect(
      asked.filter((one) => one === path),
      path,
    ).toHaveLength(1);
});

test('who may not open a page sees that, and nothing of the page', async ({ world, device }) => {
  const moderator = await device(await world.demoMember(MODERATOR));
  for (const path of [
    '/organise/contests',
    '/organise/questions',
    '/organise/members',
    '/organise/failed-jobs',
  ]) {
    await moderator.goto(path);
    await expect(
      moderator.getByRole('heading', { level: 1, name: 'Bạn chưa có quyền xem nội dung này' }),
    ).toBeVisible();
    await expect(moderator.getByRole('main').getByRole('heading')).toHaveCount(1);
    await expect(
      moderator.getByRole('navigation').getByRole('link', { name: 'Ngân hàng câu hỏi' }),
    ).toHaveCount(0);
  }
  const organiser = await device(await world.demoMember(ORGANISER));
  await organiser.goto('/organise/questions');
  await expect(organiser.getByRole('heading', { level: 1, name: 'Ngân hàng câu hỏi' })).toBeVisible();
});

test('the main action of a contest comes before or after its tabs as it is seen', async ({
  world,
  device,
}) => {
  const page = await device(await world.demoMember(MEMBER));
  await page.goto('/contests');
  await page.getByRole('link', { name: CONTEST }).click();
  const [action, tabs] = [
    page.getByRole('button', { name: /^Vào thi vòng/ }).first(),
    page.getByRole('tablist'),
  ];
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await expect(action).toBeVisible();
    const isBefore = await action.evaluate((button) => {
      const list = document.querySelector('[role="tablist"]');
      return Boolean(list && button.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    const [one, other] = [await action.boundingBox(), await tabs.boundingBox()];
    const isSeenBefore =
      viewport === PHONE ? (one?.y ?? 0) < (other?.y ?? 0) : (one?.x ?? 0) < (other?.x ?? 0);
    expect(isBefore, `${viewport.width} px`).toBe(isSeenBefore);
  }
});

test('what has the focus does not lie under the bars of a phone', async ({ world, device }) => {
  const page = await device(await world.demoMember(MEMBER), { phone: true });
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Vào thi vòng/ }).first()).toBeVisible();
  const hidden: string[] = [];
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at.closest('nav, header') || at === document.body) return null;
      const { left, top, width, height } = at.getBoundingClientRect();
      const drawn = document.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2);
      return drawn && !at.contains(drawn) && !drawn.contains(at) ? at.textContent : null;
    });
    if (covered !== null) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
});
