import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';
import { MINUTE } from '../support/contest.js';
import { entrant, giveKinds, start, storedAnswers } from '../support/entrant.js';
import type { ServedWorld } from '../support/served-world.js';
import { PASSWORD, type Agent } from '../support/world.js';

const openSubmit = (page: Page) => page.keyboard.press('Control+Enter');

async function signInAgain(world: ServedWorld, page: Page, member: Agent): Promise<void> {
  const [row]: { code: string }[] = await world.database.query('SELECT code FROM member WHERE id = $1', [
    member.memberId,
  ]);
  await page.getByRole('link', { name: 'Đăng nhập lại' }).click();
  await page.getByLabel('Email hoặc mã thành viên').fill(row?.code ?? '');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

test('an answer given after the session ended is told as unsent, and sent after signing in again', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);
  await screen.choose('b');
  await screen.isSaved();
  await page.context().clearCookies();
  await screen.goOn();
  await screen.choose('c');
  await expect(page.getByRole('alert')).toContainText('Chưa lưu được câu 2.');
  await openSubmit(page);
  const dialog = page.getByRole('dialog', { name: /Nộp bài ngay bây giờ/ });
  await expect(dialog).toContainText('Còn trên máy, máy chủ chưa nhận');
  await expect(dialog).toContainText('1đã trả lời');
  await page.keyboard.press('Escape');
  await signInAgain(world, page, member);

  await screen.isAt(2);
  await expect(screen.option('c')).toBeChecked();
  await screen.isSaved();
  await expect.poll(() => storedAnswers(world, member.memberId)).toBe(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a number that cannot be read stays, is named before submitting, and its unit is welcome', async ({
  world,
  device,
}) => {
  const { member, contestId, questions } = await entrant(world, { questions: 4, shuffleQuestions: false });
  await giveKinds(world, member, questions);
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);
  const heading = page.getByRole('heading', { level: 1 });
  let position = 1;
  for (; (await heading.innerText()) !== 'Loại number'; position += 1) {
    await screen.goOn();
    await screen.isAt(position + 1);
  }
  const field = page.getByLabel('Câu trả lời bằng số');
  await field.fill('9O');
  await page.getByRole('button', { name: position === 1 ? /^Câu tiếp/ : 'Câu trước' }).click();
  await page.reload();
  await page.getByRole('button', { name: /^Danh sách câu hỏi/ }).click();
  await page.getByRole('button', { name: new RegExp(`^Câu ${position},.*chưa đọc được số`) }).click();
  await expect(field).toHaveValue('9O');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await openSubmit(page);
  const dialog = page.getByRole('dialog', { name: /Nộp bài ngay bây giờ/ });
  await expect(dialog).toContainText('Có chữ nhưng chưa đọc được số, chưa lưu');
  await dialog.getByRole('button', { name: `Đến câu ${position}`, exact: true }).click();

  await field.fill('10.480');
  await expect(page.getByText('Hệ thống đọc là 10480: dấu chấm ở đây tách hàng nghìn.')).toBeVisible();
  await field.fill('3,5 hải lý');
  await expect(page.getByText('Hệ thống đọc là 3,5.')).toBeVisible();
  await screen.isSaved();
  await expect.poll(() => storedAnswers(world, member.memberId)).toBe(1);
});

test('a text is with the server when the tab is closed right after typing it', async ({ world, device }) => {
  const { member, contestId, questions } = await entrant(world, { questions: 4, shuffleQuestions: false });
  await giveKinds(world, member, questions);
  const page = await device(member);
  const screen = await start(page, contestId);
  for (
    let position = 2;
    (await page.getByRole('heading', { level: 1 }).innerText()) !== 'Loại short_text';
    position += 1
  ) {
    await screen.goOn();
    await screen.isAt(position);
  }
  await page.getByLabel('Câu trả lời của bạn').pressSequentially('Điện Biên');
  await page.close({ runBeforeUnload: false });
  await expect.poll(() => storedAnswers(world, member.memberId)).toBe(1);
});

/** What a browser's translator does to a page: each text is wrapped, and where it is not asked to leave it alone. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement?.closest('[translate=no], script, style')) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(document.createTextNode(text.data));
    }
  });
}

test('a page that the browser translates goes on counting, moving and saving', async ({ world, device }) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member);
  await page.clock.install();
  const screen = await start(page, contestId);
  const timer = page.getByRole('timer').first();
  await translate(page);
  const before = await timer.innerText();
  await page.clock.runFor(3_000);
  await expect(timer).not.toHaveText(before);
  await screen.choose('b');
  await page.clock.runFor(1_000);
  await screen.isSaved();
  await expect(page.getByText('1/6 đã trả lời')).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  const first = await heading.innerText();
  await translate(page);
  await screen.goOn();
  await expect(page.getByText('Câu 2/6', { exact: true })).toBeVisible();
  await expect(heading).not.toHaveText(first);
});

test('digits of the top row choose on a French and a Vietnamese keyboard', async ({ world, device }) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member);
  await start(page, contestId);
  const press = (key: string, code: string) =>
    page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
      { key, code },
    );
  const options = page.getByRole('radio');
  await press('&', 'Digit1');
  await expect(options.nth(0)).toBeChecked();
  await press('â', 'Digit2');
  await expect(options.nth(1)).toBeChecked();
});

test('the page can be loaded again without a network, with all that was answered', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);
  await screen.choose('b');
  await screen.isSaved();
  await screen.goOn();
  const isKept = () =>
    page.evaluate(async () => {
      const kept = await (await caches.open('hai-dang-attempt-1')).keys();
      const attempt = await caches.match(`/api${location.pathname}`);
      const view: unknown = await attempt?.json();
      return (
        kept.some(({ url }) => url.includes('/assets/')) && JSON.stringify(view ?? '').includes('"choice"')
      );
    });
  await expect.poll(isKept).toBe(true);
  await page.context().setOffline(true);
  await screen.choose('c');
  await expect(page.getByText('Đang mất mạng, 1 câu chưa gửi.')).toBeVisible();
  await page.reload();

  await screen.isAt(2);
  await expect(screen.option('c')).toBeChecked();
  await expect(page.getByText('Đang mất mạng, 1 câu chưa gửi.')).toBeVisible();
  await expect(page.getByRole('timer').first()).toHaveText(/^(30:00|29:\d\d)$/);
  await page.getByRole('button', { name: 'Câu trước' }).click();
  await expect(screen.option('b')).toBeChecked();

  await page.context().setOffline(false);
  await screen.isSaved();
  await expect.poll(() => storedAnswers(world, member.memberId)).toBe(2);
  await openSubmit(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Vẫn nộp bài' }).click();
  await expect(page).toHaveURL(/\/result$/);
  await expect.poll(() => page.evaluate(() => caches.has('hai-dang-attempt-1'))).toBe(false);
});

test('a clock that moves says why', async ({ world, device }) => {
  const { member, contestId, roundId } = await entrant(world);
  const organiser = await world.member({ roles: [{ role: 'admin' }] });
  const page = await device(member, { phone: true });
  await start(page, contestId);
  const path = `/api/rounds/${roundId}/extra-time/${member.memberId}`;
  await organiser.put(path, { minutes: 10, reason: 'mất điện ở hội trường' }).expect(200);
  await expect(
    page.getByText(/^Bạn được thêm giờ: mất điện ở hội trường\. Hạn nộp mới là \d\d:\d\d:\d\d\.$/),
  ).toBeVisible();
  await expect(page.getByRole('timer').first()).toHaveText(/^(40:00|39:\d\d)$/);
  await page.getByRole('button', { name: 'Đã rõ' }).click();
  await expect(page.getByText('Bạn được thêm giờ')).toHaveCount(0);
});

test('after an outage an organiser has everybody go on whose attempt the server had ended', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world, { durationMinutes: 5 });
  const organiser = await world.member({ roles: [{ role: 'admin' }] });
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);
  await screen.choose('b');
  await screen.isSaved();
  await world.advance(10 * MINUTE);
  await page.goto(page.url());
  await expect(page.getByText('Hết giờ nên máy chủ đã tự nộp bài')).toBeVisible();

  const desk = await device(organiser);
  await desk.goto(`/organise/contests/${contestId}/run`);
  const form = desk.locator('form').filter({ has: desk.getByRole('button', { name: 'Mở lại bài' }) });
  await form.getByText('Mọi người bị ảnh hưởng').click();
  await form.getByRole('button', { name: 'Mở lại bài' }).click();
  await expect(form.getByText('Nhập lý do.')).toBeVisible();
  await form.getByLabel('Lý do').fill('Máy chủ mất điện');
  await form.getByRole('button', { name: 'Mở lại bài' }).click();
  await expect(desk.getByText(/^Đã mở lại 1 bài, làm đến \d\d:\d\d/)).toBeVisible();
  await form.getByLabel('Lý do').fill('Máy chủ mất điện');
  await form.getByRole('button', { name: 'Mở lại bài' }).click();
  await expect(desk.getByText('Không có bài nào do máy chủ kết thúc để mở lại.')).toBeVisible();

  // Who looks at the result hears of it without a reload.
  await page.getByRole('link', { name: 'Làm tiếp' }).first().click();
  await expect(page.getByText(/^Bài của bạn được mở lại: Máy chủ mất điện\./)).toBeVisible();
  await screen.isAt(2);
  await page.getByRole('button', { name: 'Câu trước' }).click();
  await expect(screen.option('b')).toBeChecked();
  await screen.choose('c');
  await screen.isSaved();
  await openSubmit(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Vẫn nộp bài' }).click();
  await expect(page.getByRole('img', { name: '2,5 trên 30 điểm' })).toBeVisible();
});
