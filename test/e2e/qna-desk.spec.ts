import { expect, type Locator, type Page } from '@playwright/test';
import { test, type OpenDevice } from '../support/browser.js';
import { ask, newSession } from '../support/qna.js';
import { board, done, onDesk } from '../support/qna-desk.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

const card = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pending = (page: Page) => column(page, 'Chờ duyệt');
const atHand = (page: Page) => page.locator('article[data-current]');
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first();
/** Nobody is in any column then. */
const stepAside = (page: Page) => page.mouse.move(2, 2);

/** A session whose questions wait for approval, with two moderators, one of them at an open desk. */
async function desk({ world, device }: { world: ServedWorld; device: OpenDevice }, texts: string[]) {
  const host = await world.member({ fullName: 'Lê Người Điều Hành', roles: [{ role: 'moderator' }] });
  const colleague = await world.member({ fullName: 'Vũ Hà My' });
  const asker = await world.member();
  const { id } = await newSession(world, host, { moderation: 'before' });
  await host.put(`/api/qna-sessions/${id}/team/${colleague.memberId}`, { role: 'triage' }).expect(200);
  const asked = [];
  for (const text of texts) asked.push(await ask(asker, id, { text }));
  const page = await device(host);
  await page.goto(`/qna/${id}/desk`);
  if (texts[0]) await expect(card(page, texts[0])).toBeVisible();
  const stateOf = async (questionId: string) => (await onDesk(host, id, questionId)).state;
  return { id, host, colleague, asker, page, asked, stateOf };
}

const idsOf = (asked: { id: string }[]) => asked.map(({ id }) => id);
const approve = (who: Agent, sessionId: string, id = '') => done(who, sessionId, { kind: 'approve', id });

async function placeOf(of: Locator) {
  const box = await of.boundingBox();
  return box && { x: Math.round(box.x), y: Math.round(box.y) };
}

test('a key acts on the question with the ring, not on the one that has just come', async ({
  world,
  device,
}) => {
  const { id, asker, page, asked, stateOf } = await desk({ world, device }, ['Câu thứ nhất đang chờ?']);
  await expect(atHand(page)).toContainText('Câu thứ nhất');
  const late = await ask(asker, id, { text: 'Câu thứ hai tới sau?' });
  await expect(card(page, 'Câu thứ hai')).toBeVisible();
  await expect(atHand(page)).toContainText('Câu thứ nhất');
  await page.keyboard.press('a');
  const [first = ''] = idsOf(asked);
  await expect.poll(() => stateOf(first)).toBe('approved');
  expect(await stateOf(late.id)).toBe('pending');
});

test('the order of a column is the oldest first, can be turned, and is remembered on the device', async ({
  world,
  device,
}) => {
  const { id, asker, page, asked, stateOf } = await desk({ world, device }, [
    'Câu hỏi sớm?',
    'Câu hỏi muộn?',
  ]);
  const texts = () => pending(page).getByRole('article').locator('p[class*=text]').allTextContents();
  expect(await texts()).toEqual(['Câu hỏi sớm?', 'Câu hỏi muộn?']);
  await pending(page).getByRole('button', { name: 'Cũ nhất trước' }).click();
  await expect.poll(texts).toEqual(['Câu hỏi muộn?', 'Câu hỏi sớm?']);
  await page.reload();
  await expect.poll(texts).toEqual(['Câu hỏi muộn?', 'Câu hỏi sớm?']);
  // What comes on top of the card at hand does not come to hand.
  await stepAside(page);
  await expect(atHand(page)).toContainText('Câu hỏi muộn');
  const late = await ask(asker, id, { text: 'Câu hỏi sau cùng?' });
  await expect.poll(texts).toEqual(['Câu hỏi sau cùng?', 'Câu hỏi muộn?', 'Câu hỏi sớm?']);
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(asked[1]?.id ?? '')).toBe('approved');
  expect(await stateOf(late.id)).toBe('pending');
});

test('new questions wait while the pointer is in the column, and nothing moves under it', async ({
  world,
  device,
}) => {
  const { id, asker, page } = await desk({ world, device }, ['Câu đang đọc?']);
  await card(page, 'Câu đang đọc').hover();
  const place = await placeOf(card(page, 'Câu đang đọc'));
  for (const text of ['Câu mới một?', 'Câu mới hai?', 'Câu mới ba?']) await ask(asker, id, { text });
  const news = pending(page).getByRole('button', { name: '3 câu mới' });
  await expect(news).toBeVisible();
  await expect(pending(page).getByRole('article')).toHaveCount(1);
  expect(await placeOf(card(page, 'Câu đang đọc'))).toEqual(place);
  await news.click();
  await expect(pending(page).getByRole('article')).toHaveCount(4);
  await expect(news).toBeHidden();
  await expect(atHand(page), 'letting them in chooses nothing').toContainText('Câu đang đọc');

  // Whoever leaves the column lets them in without a press.
  await ask(asker, id, { text: 'Câu mới bốn?' });
  await expect(pending(page).getByRole('button', { name: '1 câu mới' })).toBeVisible();
  await page.keyboard.press('2');
  await stepAside(page);
  await expect(pending(page).getByRole('article')).toHaveCount(5);
});

test('a colleague takes the card at hand: the key says so and acts on nothing', async ({ world, device }) => {
  const texts = ['Câu bị lấy mất?', 'Câu ở dưới?', 'Câu dưới nữa?'];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = ''] = idsOf(asked);
  await page.keyboard.press('1');
  await expect(card(page, 'Câu bị lấy mất')).toBeFocused();
  await approve(colleague, id, first);
  const line = pending(page).getByRole('listitem').filter({ hasText: 'Vũ Hà My vừa duyệt' });
  await expect(line).toContainText('Câu bị lấy mất?');
  await expect(atHand(page)).toHaveCount(0);
  for (const key of ['a', 'x', 'e', 'm', 's']) await page.keyboard.press(key);
  await expect(toast(page, 'Câu này vừa được duyệt')).toContainText(/Vũ Hà My duyệt lúc \d\d:\d\d/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await stateOf(second)).toBe('pending');

  // The next one is chosen, and only then acted on.
  await page.keyboard.press('j');
  await expect(atHand(page)).toContainText('Câu ở dưới');
  await expect(line, 'the column is not left yet').toBeVisible();
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(second)).toBe('approved');
  expect(await stateOf(third)).toBe('pending');
  await page.keyboard.press('2');
  await expect(line).toBeHidden();
});

test('a colleague declines the card at hand: the words are those of what happened', async ({
  world,
  device,
}) => {
  const { id, colleague, page, asked } = await desk({ world, device }, ['Câu bị từ chối?', 'Câu còn lại?']);
  await done(colleague, id, { kind: 'decline', id: asked[0]?.id ?? '', reason: 'off_topic', note: '' });
  await expect(pending(page).getByText('Vũ Hà My vừa từ chối')).toBeVisible();
  await page.keyboard.press('a');
  await expect(toast(page, 'Câu này vừa bị từ chối')).toBeVisible();
  await expect(card(page, 'Câu còn lại')).toBeVisible();
  expect((await board(colleague, id)).filter(({ state }) => state === 'pending')).toHaveLength(1);
});

test('cards that leave keep their place under a pointer, so that a press hits none of those below', async ({
  world,
  device,
}) => {
  const texts = ['Câu ở trên cùng?', 'Câu dưới con trỏ?', 'Câu sau cùng?'];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = ''] = idsOf(asked);
  await card(page, 'Câu dưới con trỏ').hover();
  const places = await Promise.all(
    ['Câu dưới con trỏ', 'Câu sau cùng'].map((text) => placeOf(card(page, text))),
  );
  await approve(colleague, id, first);
  await expect(pending(page).getByText('Vũ Hà My vừa duyệt')).toBeVisible();
  expect(
    await Promise.all(['Câu dưới con trỏ', 'Câu sau cùng'].map((text) => placeOf(card(page, text)))),
  ).toEqual(places);

  // A double click approves one question: the one below does not come up under it.
  await card(page, 'Câu dưới con trỏ').click();
  const button = card(page, 'Câu dưới con trỏ').getByRole('button', { name: 'Duyệt' });
  const box = await button.boundingBox();
  if (!box) throw new Error('no button');
  await page.mouse.dblclick(box.x + 8, box.y + 8);
  await expect.poll(() => stateOf(second)).toBe('approved');
  await page.mouse.click(box.x + 8, box.y + 8);
  expect(await stateOf(third)).toBe('pending');
});

test('the approved hold their order under a pointer while votes come in', async ({ world, device }) => {
  const { id, host, page, asked } = await desk({ world, device }, ['Câu ít phiếu?', 'Câu nhiều phiếu?']);
  for (const one of idsOf(asked)) await approve(host, id, one);
  const approved = column(page, 'Đã duyệt');
  const texts = () => approved.getByRole('article').locator('p[class*=text]').allTextContents();
  await expect.poll(texts).toEqual(['Câu ít phiếu?', 'Câu nhiều phiếu?']);
  await card(page, 'Câu ít phiếu').hover();
  const voter = await world.member();
  await voter.put(`/api/inquiries/${asked[1]?.id ?? ''}/vote`, { up: true }).expect(200);
  const news = approved.getByRole('button', { name: 'Có thứ tự mới' });
  await expect(news).toBeVisible();
  expect(await texts()).toEqual(['Câu ít phiếu?', 'Câu nhiều phiếu?']);
  await news.click();
  await expect.poll(texts).toEqual(['Câu nhiều phiếu?', 'Câu ít phiếu?']);
});

test('several at once: what a colleague took is left out and counted, and one press takes all back', async ({
  world,
  device,
}) => {
  const texts = ['Câu một?', 'Câu hai?', 'Câu ba?', 'Câu bốn?'];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = '', fourth = ''] = idsOf(asked);
  const box = (text: string) => card(page, text).getByRole('checkbox');
  await box('Câu hai').click();
  await box('Câu bốn').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('3 câu đã chọn');
  await expect(atHand(page), 'a box brings nothing to hand').toContainText('Câu một');
  // Letters act on the card at hand, not on what is chosen.
  await box('Câu hai').press('n');
  expect(await stateOf(second)).toBe('pending');

  await approve(colleague, id, third);
  await expect(bar).toContainText('1 câu đã có người xử lý');
  await bar.getByRole('button', { name: 'Duyệt 2 câu' }).click();
  await expect(toast(page, 'Đã duyệt 2 câu, 1 câu đã có người xử lý')).toBeVisible();
  expect(await Promise.all([first, second, third, fourth].map(stateOf))).toEqual([
    'pending',
    'approved',
    'approved',
    'approved',
  ]);
  await expect(bar).toBeHidden();
  await page.keyboard.press('z');
  await expect.poll(async () => Promise.all([second, fourth].map(stateOf))).toEqual(['pending', 'pending']);
  expect(await stateOf(third), 'what the colleague did stays').toBe('approved');
});

test('several are declined for one reason, labelled, and chosen by the keyboard', async ({
  world,
  device,
}) => {
  const { page, asked, host, id } = await desk({ world, device }, ['Câu một?', 'Câu hai?', 'Câu ba?']);
  await page.keyboard.press('1');
  await card(page, 'Câu một').getByRole('checkbox').press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('2 câu đã chọn');
  await bar.getByRole('button', { name: 'Gắn chủ đề' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Chủ đề' }).click();
  await page.getByRole('option', { name: 'Luật' }).click();
  await dialog.getByRole('button', { name: 'Gắn cho 2 câu' }).click();
  await expect(toast(page, 'Đã gắn chủ đề cho 2 câu')).toBeVisible();
  const labels = async () => (await board(host, id)).map((one) => one.labels.join());
  expect((await labels()).toSorted()).toEqual(['', 'Luật', 'Luật']);

  await card(page, 'Câu một').getByRole('checkbox').click();
  await card(page, 'Câu ba')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await bar.getByRole('button', { name: 'Từ chối' }).click();
  await dialog.getByText('Không đủ thời gian').click();
  await dialog.getByRole('button', { name: 'Từ chối 3 câu' }).click();
  await expect(toast(page, 'Đã từ chối 3 câu')).toBeVisible();
  const reasons = (await board(host, id)).map((one) => one.decline?.reason);
  expect(reasons).toEqual(asked.map(() => 'no_time'));
});

test('without a connection the board dims, says since when, and no key acts', async ({ world, device }) => {
  const { page, asked, stateOf } = await desk({ world, device }, ['Câu lúc mất mạng?']);
  await expect(page.getByText(/Đồng bộ/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/Mất kết nối từ \d\d:\d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('main')).toHaveAttribute('data-offline');
  await page.keyboard.press('a');
  await expect(toast(page, 'Đang mất kết nối, chưa làm gì')).toBeVisible();
  await expect(pending(page).getByText('Câu lúc mất mạng?')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(page.getByRole('main')).not.toHaveAttribute('data-offline', { timeout: 30_000 });
  const [id = ''] = idsOf(asked);
  expect(await stateOf(id)).toBe('pending');
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(id)).toBe('approved');
});

test('a question that came into an empty column is read before a key acts on it', async ({
  world,
  device,
}) => {
  const { id, asker, page, asked, stateOf } = await desk({ world, device }, ['Câu duy nhất?']);
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await expect.poll(() => stateOf(asked[0]?.id ?? '')).toBe('approved');
  await expect(pending(page).getByText('Không còn câu nào chờ duyệt')).toBeVisible();
  const late = await ask(asker, id, { text: 'Câu vừa tới?' });
  // The press that was on its way when it came.
  await page.locator('article[data-current]').filter({ hasText: 'Câu vừa tới' }).waitFor();
  await page.keyboard.press('a');
  await expect(toast(page, 'Câu này vừa hiện ra')).toBeVisible();
  expect(await stateOf(late.id)).toBe('pending');
});
