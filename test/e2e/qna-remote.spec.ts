import { expect } from '@playwright/test';
import { test, type OpenDevice } from '../support/browser.js';
import { ask, newSession } from '../support/qna.js';
import { done, vote } from '../support/qna-desk.js';
import type { ServedWorld } from '../support/served-world.js';

const LESS = 'Lưu ảnh căn cước bao lâu?';
const MORE = 'Bao giờ có bản tin tuần này?';

/** A host’s phone at the remote, where the first of two questions comes next until the second is supported. */
async function remote({ world, device }: { world: ServedWorld; device: OpenDevice }) {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const { id } = await newSession(world, host);
  const asker = await world.member();
  const [first, second] = [await ask(asker, id, { text: LESS }), await ask(asker, id, { text: MORE })];
  const page = await device(host, { phone: true });
  await page.goto(`/qna/${id}/remote`);
  const next = page.getByRole('button', { name: /Câu tiếp/ });
  await expect(next).toContainText(LESS);
  const onAir = async () => (await host.get(`/api/qna-sessions/${id}`)).body.live.now?.inquiryId ?? null;
  const support = async () => {
    await vote(await world.member(), second.id);
    await vote(await world.member(), second.id);
  };
  return { page, host, id, first, second, next, onAir, support };
}

test('the remote takes no press for a question that has just appeared on its button', async ({
  world,
  device,
}) => {
  const { page, second, next, onAir, support } = await remote({ world, device });
  await page.evaluate((text) => {
    // The press that was on its way when the button changed.
    const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    new MutationObserver((_changes, observer) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text));
      if (!button) return;
      observer.disconnect();
      requestAnimationFrame(press);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, MORE);
  await support();
  await expect(next).toContainText(MORE);
  await expect(page.getByText('Câu tiếp theo vừa đổi, hãy đọc rồi bấm lại')).toBeVisible();
  expect(await onAir()).toBeNull();
  // Once it has been there for a moment it is what is meant. A second press would go on to the question after it.
  await expect(async () => {
    await page.keyboard.press('n');
    await expect.poll(onAir, { timeout: 5_000 }).not.toBeNull();
  }).toPass();
  expect(await onAir()).toBe(second.id);
});

test('the queue of the remote holds still under the finger', async ({ world, device }) => {
  const { page, support } = await remote({ world, device });
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.first().hover();
  const before = await rows.allInnerTexts();
  await support();
  await expect(rows.nth(1)).toContainText('2');
  await expect(rows.first()).toContainText(LESS);
  expect(before).toHaveLength(2);
  await page.mouse.move(2, 2);
  await expect(rows.first()).toContainText(MORE);
});

test('a press of the remote goes through although the desk wrote a note on the question meanwhile', async ({
  world,
  device,
}) => {
  const { page, host, id, first, onAir } = await remote({ world, device });
  await page.route(
    '**/moves',
    async (route) => {
      await done(host, id, { id: first.id, kind: 'note', note: 'Bổ sung trích dẫn' });
      await route.continue();
    },
    { times: 1 },
  );
  await page
    .getByRole('listitem')
    .filter({ hasText: LESS })
    .getByRole('button', { name: 'Trả lời ngay' })
    .click();
  await expect.poll(onAir).toBe(first.id);
});
