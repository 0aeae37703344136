import { expect, type Page } from '@playwright/test';
import { v7 } from 'uuid';
import { test } from '../support/browser.js';
import { newSession } from '../support/qna.js';
import type { ServedWorld } from '../support/served-world.js';
import { PASSWORD } from '../support/world.js';

test.describe.configure({ mode: 'parallel' });

/** Goes to a page as a link does, without loading the application anew. */
const go = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

/** Notes for the whole life of a page whether it ever said that something is not there. */
async function watchForMissing(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body?.innerText.includes('Không tìm thấy')) sessionStorage.setItem('missing', 'said');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => sessionStorage.getItem('missing') !== null);
}

async function sessionIn(world: ServedWorld, guestsAllowed: boolean): Promise<string> {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  return (await newSession(world, host, { title: 'Hỏi về ngày hội', guestsAllowed })).id;
}

const places: [string, (world: ServedWorld) => Promise<string>][] = [
  ['a list', async () => '/contests'],
  ['a contest', async () => `/contests/${v7()}`],
  ['an attempt', async () => `/attempts/${v7()}`],
  ['a page of organisers', async () => '/organise/members?q=an'],
  ['a session', async (world) => `/qna/${await sessionIn(world, true)}`],
  ['a ledger of members only', async (world) => `/qna/${await sessionIn(world, false)}/ledger`],
  ['a ledger that guests see too', async (world) => `/qna/${await sessionIn(world, true)}/ledger`],
  ['a projector', async (world) => `/qna/${await sessionIn(world, false)}/projector`],
];

for (const [name, placeIn] of places) {
  test(`a session that ended elsewhere leads from ${name} to signing in, and back`, async ({
    world,
    device,
  }) => {
    const path = await placeIn(world);
    const code = `HET-${v7().slice(-6)}`;
    const member = await world.member({ code, roles: [{ role: 'admin' }] });
    const page = await device(member);
    const saidMissing = await watchForMissing(page);
    // Nothing of the page may still be on its way: it would hear of the end first.
    await page.goto('/', { waitUntil: 'networkidle' });

    await member.delete('/api/session').expect(204);
    await go(page, path);
    await expect(page).toHaveURL(`${world.url}/sign-in?next=${encodeURIComponent(path)}`);
    expect(await saidMissing()).toBe(false);

    await page.getByLabel('Email hoặc mã thành viên').fill(code);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    // An attempt that is not there is told of where results are, in the frame of the application.
    await expect(page).toHaveURL((url) => url.href.replace(/\/result$/, '') === world.url + path);
  });
}

test('after signing in again what is there is shown at once', async ({ world, device }) => {
  const id = await sessionIn(world, false);
  const member = await world.member({ code: 'LAI-01' });
  const page = await device(member);
  const saidMissing = await watchForMissing(page);
  await page.goto(`/qna/${id}/ledger`);
  const ledger = page.getByRole('heading', { level: 1, name: 'Sổ câu hỏi: Hỏi về ngày hội' });
  await expect(ledger).toBeVisible();
  await member.delete('/api/session').expect(204);
  await go(page, '/');
  // The end of the session may reach the ledger first: then the sign-in page leads back to it already.
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await go(page, `/qna/${id}/ledger`);
  await expect(page).toHaveURL(/sign-in\?next=/);
  await page.getByLabel('Email hoặc mã thành viên').fill('LAI-01');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(ledger).toBeVisible();
  expect(await saidMissing()).toBe(false);
});

test('a link to nothing says so, in the frame of the application', async ({ world, device }) => {
  const page = await device(await world.member());
  for (const path of [
    '/contests/nham-dia-chi',
    `/contests/${v7()}`,
    '/attempts/nham-dia-chi',
    `/attempts/${v7()}`,
    `/attempts/${v7()}/result`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy nội dung này' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Cuộc thi' }).first()).toBeVisible();
  }
  await page.goto(`/qna/${v7()}/ledger`);
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy nội dung này' })).toBeVisible();
  await page.getByRole('link', { name: 'Về trang chủ' }).click();
  await expect(page).toHaveURL(`${world.url}/`);
});

test('without a network what is open stays, the rest says so and loads by itself', async ({
  world,
  device,
}) => {
  const unitId = await world.unit({ name: 'Đơn vị Xa' });
  for (const fullName of ['Lê Thị Gần', 'Trần Văn Xa']) await world.member({ fullName, unitId });
  const page = await device(await world.member({ roles: [{ role: 'admin' }] }));
  await page.goto(`/organise/members?unit=${unitId}`);
  await page.getByRole('link', { name: 'Lê Thị Gần' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Thị Gần' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Trần Văn Xa' })).toBeVisible();

  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Trần Văn Xa' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa kết nối được máy chủ' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Trần Văn Xa' }), 'what was loaded').toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Chưa kết nối được máy chủ' })).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Trần Văn Xa' })).toBeVisible({ timeout: 20_000 });
});
