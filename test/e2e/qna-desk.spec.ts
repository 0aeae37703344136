import { expect, type Locator, type Page } from '@playwright/test';
import { test, type OpenDevice } from '../support/browser.js';
import { ask, newSession } from '../support/qna.js';
import { board, done, onDesk } from '../support/qna-desk.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

const card = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pending = (page: Page) => column(page, 'Chờ duyệt');
/** The questions of a column as they are drawn, from the top. */
const textsIn = (of: Locator) =>
  of
    .getByRole('article')
    .evaluateAll((cards) =>
      cards.map((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent),
    );
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
    'Lưu ảnh bao lâu?',
    'Ai trả nhuận bút?',
  ]);
  const texts = () => textsIn(pending(page));
  expect(await texts()).toEqual(['Lưu ảnh bao lâu?', 'Ai trả nhuận bút?']);
  await pending(page).getByRole('button', { name: 'Cũ nhất trước' }).click();
  await expect.poll(texts).toEqual(['Ai trả nhuận bút?', 'Lưu ảnh bao lâu?']);
  await page.reload();
  await expect.poll(texts).toEqual(['Ai trả nhuận bút?', 'Lưu ảnh bao lâu?']);
  // What comes on top of the card at hand does not come to hand.
  await stepAside(page);
  await expect(atHand(page)).toContainText('Ai trả nhuận bút');
  const late = await ask(asker, id, { text: 'Khi nào họp lại?' });
  await expect.poll(texts).toEqual(['Khi nào họp lại?', 'Ai trả nhuận bút?', 'Lưu ảnh bao lâu?']);
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
  for (const text of ['Lưu ảnh bao lâu?', 'Ai trả nhuận bút?', 'Khi nào họp lại?'])
    await ask(asker, id, { text });
  const news = pending(page).getByRole('button', { name: '3 câu mới' });
  await expect(news).toBeVisible();
  await expect(pending(page).getByRole('article')).toHaveCount(1);
  expect(await placeOf(card(page, 'Câu đang đọc'))).toEqual(place);
  await news.click();
  await expect(pending(page).getByRole('article')).toHaveCount(4);
  await expect(news).toBeHidden();
  await expect(atHand(page), 'letting them in chooses nothing').toContainText('Câu đang đọc');

  // Whoever leaves the column lets them in without a press.
  await ask(asker, id, { text: 'Vé gửi xe tính sao?' });
  await expect(pending(page).getByRole('button', { name: '1 câu mới' })).toBeVisible();
  await page.keyboard.press('2');
  await stepAside(page);
  await expect(pending(page).getByRole('article')).toHaveCount(5);
});

test('a colleague takes the card at hand: the key says so and acts on nothing', async ({ world, device }) => {
  const texts = ['Vé gửi xe tính sao?', 'Ai trả nhuận bút?', 'Khi nào họp lại?'];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = ''] = idsOf(asked);
  await page.keyboard.press('1');
  await expect(card(page, 'Vé gửi xe tính sao')).toBeFocused();
  await approve(colleague, id, first);
  const line = pending(page).getByRole('listitem').filter({ hasText: 'Vũ Hà My vừa duyệt' });
  await expect(line).toContainText('Vé gửi xe tính sao?');
  await expect(atHand(page)).toHaveCount(0);
  for (const key of ['a', 'x', 'e', 'm', 's']) await page.keyboard.press(key);
  await expect(toast(page, 'Câu này vừa được duyệt')).toContainText(/Vũ Hà My duyệt lúc \d\d:\d\d/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await stateOf(second)).toBe('pending');

  // The next one is chosen, and only then acted on.
  await page.keyboard.press('j');
  await expect(atHand(page)).toContainText('Ai trả nhuận bút');
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
  const { id, colleague, page, asked } = await desk({ world, device }, [
    'Vé gửi xe tính sao?',
    'Ai trả nhuận bút?',
  ]);
  await done(colleague, id, { kind: 'decline', id: asked[0]?.id ?? '', reason: 'off_topic', note: '' });
  await expect(pending(page).getByText('Vũ Hà My vừa từ chối')).toBeVisible();
  await page.keyboard.press('a');
  await expect(toast(page, 'Câu này vừa bị từ chối')).toBeVisible();
  await expect(card(page, 'Ai trả nhuận bút')).toBeVisible();
  expect((await board(colleague, id)).filter(({ state }) => state === 'pending')).toHaveLength(1);
});

test('cards that leave keep their place under a pointer, so that a press hits none of those below', async ({
  world,
  device,
}) => {
  const texts = ['Vé gửi xe tính sao?', 'Ai trả nhuận bút?', 'Khi nào họp lại?'];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = ''] = idsOf(asked);
  await card(page, 'Ai trả nhuận bút').hover();
  const places = await Promise.all(
    ['Ai trả nhuận bút', 'Khi nào họp lại'].map((text) => placeOf(card(page, text))),
  );
  await approve(colleague, id, first);
  await expect(pending(page).getByText('Vũ Hà My vừa duyệt')).toBeVisible();
  expect(
    await Promise.all(['Ai trả nhuận bút', 'Khi nào họp lại'].map((text) => placeOf(card(page, text)))),
  ).toEqual(places);

  // A double click approves one question: the one below does not come up under it.
  const button = card(page, 'Ai trả nhuận bút').getByRole('button', { name: 'Duyệt' });
  let at = { x: 0, y: 0 };
  // A press aimed before the list has come to rest is taken for none; the card that is chosen makes room for its keys.
  await expect(async () => {
    await card(page, 'Ai trả nhuận bút').click({ timeout: 2_000 });
    await button.hover({ timeout: 2_000 });
    const box = await button.boundingBox();
    if (!box) throw new Error('no button');
    at = { x: box.x + 8, y: box.y + 8 };
    await page.mouse.dblclick(at.x, at.y);
    await expect.poll(() => stateOf(second), { timeout: 3_000 }).toBe('approved');
  }).toPass();
  await page.mouse.click(at.x, at.y);
  expect(await stateOf(third)).toBe('pending');
});

test('the approved hold their order under a pointer while votes come in', async ({ world, device }) => {
  const { id, host, page, asked } = await desk({ world, device }, [
    'Vé gửi xe tính sao?',
    'Ai trả nhuận bút?',
  ]);
  for (const one of idsOf(asked)) await approve(host, id, one);
  const approved = column(page, 'Đã duyệt');
  const texts = () => textsIn(approved);
  await expect.poll(texts).toEqual(['Vé gửi xe tính sao?', 'Ai trả nhuận bút?']);
  await card(page, 'Vé gửi xe tính sao').hover();
  const voter = await world.member();
  await voter.put(`/api/inquiries/${asked[1]?.id ?? ''}/vote`, { up: true }).expect(200);
  const news = approved.getByRole('button', { name: 'Có thứ tự mới' });
  await expect(news).toBeVisible();
  expect(await texts()).toEqual(['Vé gửi xe tính sao?', 'Ai trả nhuận bút?']);
  await news.click();
  await expect.poll(texts).toEqual(['Ai trả nhuận bút?', 'Vé gửi xe tính sao?']);
});

test('several at once: what a colleague took is left out and counted, and one press takes all back', async ({
  world,
  device,
}) => {
  const texts = [
    'Lưu ảnh căn cước bao lâu?',
    'Ai chịu trách nhiệm khi lộ dữ liệu?',
    'Bao giờ có bản tin tuần này?',
    'Phòng họp tầng ba sửa xong chưa?',
  ];
  const { id, colleague, page, asked, stateOf } = await desk({ world, device }, texts);
  const [first = '', second = '', third = '', fourth = ''] = idsOf(asked);
  const box = (text: string) => card(page, text).getByRole('checkbox');
  await box('Ai chịu').click();
  await box('Phòng họp').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('3 câu đã chọn');
  await expect(atHand(page), 'a box brings nothing to hand').toContainText('căn cước');
  // Letters act on the card at hand, not on what is chosen.
  await box('Ai chịu').press('n');
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
  await expect(atHand(page), 'the focus goes where it was taken back').toContainText('Ai chịu');
  expect(await stateOf(third), 'what the colleague did stays').toBe('approved');
});

test('several are declined for one reason, labelled, and chosen by the keyboard', async ({
  world,
  device,
}) => {
  const { page, asked, host, id } = await desk({ world, device }, [
    'Lưu ảnh căn cước bao lâu?',
    'Ai chịu trách nhiệm khi lộ dữ liệu?',
    'Bao giờ có bản tin tuần này?',
  ]);
  await page.keyboard.press('1');
  await card(page, 'căn cước').getByRole('checkbox').press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('2 câu đã chọn');
  await bar.getByRole('button', { name: 'Gắn nhãn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Nhãn' }).click();
  await page.getByRole('option', { name: 'Luật' }).click();
  // The list of labels lies over the buttons until the field is left.
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Gắn cho 2 câu' }).click();
  await expect(toast(page, 'Đã gắn nhãn cho 2 câu')).toBeVisible();
  const labels = async () => (await board(host, id)).map((one) => one.labels.join());
  expect((await labels()).toSorted()).toEqual(['', 'Luật', 'Luật']);

  await card(page, 'căn cước').getByRole('checkbox').click();
  await card(page, 'bản tin')
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
  await expect(page.getByText(/ở bàn này|Cùng bàn/)).toBeVisible();
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
