import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';
import { ask, newSession } from '../support/qna.js';
import { PASSWORD } from '../support/world.js';

const column = (page: Page, name: string) => page.getByRole('region', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** How often a pointer was pressed in any window of the device from now on; typing, with Enter, is none. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.context().exposeBinding('countPress', () => (presses += 1));
  const watch = `addEventListener('pointerdown', () => window.countPress(), true)`;
  await page.context().addInitScript(watch);
  await page.evaluate(watch);
  return () => presses;
}

test('from signing in to the first question on the projector are at most four presses', async ({
  world,
  device,
}) => {
  test.slow();
  await world.member({ code: 'NDH-01', fullName: 'Lê Người Điều Hành', roles: [{ role: 'moderator' }] });
  const page = await device(null);
  await page.goto('/sign-in');
  await page.getByLabel('Email hoặc mã thành viên').fill('NDH-01');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Tạo buổi hỏi đáp' })).toBeVisible();
  const presses = await countPresses(page);

  await page.getByRole('link', { name: 'Tạo buổi hỏi đáp' }).click();
  await expect(page.getByLabel('Tên buổi')).toBeFocused();
  await page.keyboard.type('Đối thoại đầu năm');
  await page.getByRole('button', { name: 'Tạo và mở bàn điều hành' }).click();
  await expect(heading(page, 'Đối thoại đầu năm')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Mở màn chiếu' }).click();
  const projector = await opened;
  const id = /\/qna\/([^/]+)\/desk/.exec(page.url())?.[1] ?? '';
  await ask(await world.member(), id, { text: 'Câu đầu tiên lên màn chiếu?' });
  await expect(column(page, 'Chờ duyệt').getByText('Câu đầu tiên lên màn chiếu?')).toBeVisible();
  await page.getByRole('article').filter({ hasText: 'Câu đầu tiên' }).hover();
  await page.getByRole('button', { name: 'Trả lời ngay' }).click();
  await expect(heading(projector, 'Câu đầu tiên lên màn chiếu?')).toBeVisible();
  expect(presses()).toBeGreaterThan(0);
  expect(presses()).toBeLessThanOrEqual(4);
});

test('two switches make a session that nobody can open the names of, and that guests come into', async ({
  world,
  device,
}) => {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const page = await device(host);
  await page.goto('/organise/qna/new');
  const willRead = page.getByText('Người hỏi sẽ đọc:').locator('..');
  await expect(willRead).toContainText('Tên bạn hiện cạnh câu hỏi.');
  await page.getByRole('button', { name: 'Tạo và mở bàn điều hành' }).click();
  await expect(page.getByText('Hãy đặt tên cho buổi hỏi đáp')).toBeVisible();
  await expect(page.getByLabel('Tên buổi')).toBeFocused();

  await page.getByLabel('Tên buổi').fill('Nói thật không sợ');
  await page.getByRole('switch', { name: 'Ẩn danh' }).check({ force: true });
  await page.getByRole('switch', { name: 'Khách vào được' }).check({ force: true });
  const promise =
    'Không ai xem được tên bạn, kể cả người điều hành. Người quản trị mạng vẫn có thể đối chiếu';
  await expect(willRead).toContainText(promise);
  await expect(
    page.getByText('Duyệt trước khi hiện, không giới hạn số câu, 3 phút mỗi câu trả lời'),
  ).toBeVisible();
  await page.getByLabel('Tên buổi').press('Enter');
  await expect(page).toHaveURL(/\/desk$/);

  const rows: unknown = await world.database.query(
    `SELECT code, level, draft, guests_allowed, (SELECT count(*)::int FROM qna_session_key WHERE session_id = id) AS keys
     FROM qna_session WHERE title = 'Nói thật không sợ'`,
  );
  const [row] = Array.isArray(rows) ? rows : [];
  expect(row).toMatchObject({ level: 'hidden', draft: false, guests_allowed: true, keys: 0 });
  const guest = await device(null, { phone: true });
  await guest.goto(`/q/${String(row.code)}`);
  await expect(guest.getByText('Không ai xem được tên bạn, kể cả người điều hành.')).toBeVisible();
  await guest.getByRole('textbox', { name: 'Tên của bạn' }).fill('Khách Kín');
  await guest.getByRole('button', { name: 'Vào buổi hỏi đáp' }).click();
  await guest.getByRole('textbox', { name: 'Đặt câu hỏi' }).click();
  await expect(guest.getByRole('switch', { name: /Ẩn danh câu này/ })).toBeChecked();
});

test('a draft is rehearsed by its team, and begins without anything of it', async ({ world, device }) => {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const page = await device(host);
  await page.goto('/organise/qna/new');
  await page.getByLabel('Tên buổi').fill('Buổi diễn tập');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByText('Chỉ nhóm điều hành thấy.')).toBeVisible();
  const id = /\/qna\/([^/]+)\/desk/.exec(page.url())?.[1] ?? '';
  const phone = await device(host, { phone: true });
  await phone.goto(`/qna/${id}`);
  await expect(phone.getByText('Bản nháp')).toBeVisible();
  await ask(host, id, { text: 'Câu hỏi thử thôi?' });
  await expect(column(page, 'Chờ duyệt').getByText('Câu hỏi thử thôi?')).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu ngay' }).click();
  await expect(page.getByText('Chỉ nhóm điều hành thấy.')).toBeHidden();
  await expect(column(page, 'Chờ duyệt').getByText('Câu hỏi thử thôi?')).toBeHidden();
  await expect(phone.getByText('Bản nháp')).toBeHidden();
  await ask(await world.member(), id, { text: 'Câu hỏi thật đây?' });
  await expect(column(page, 'Chờ duyệt').getByText('Câu hỏi thật đây?')).toBeVisible();
});

test('an end is taken back at the desk; the session is copied and deleted from the list', async ({
  world,
  device,
}) => {
  test.slow();
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const session = await newSession(world, host, { title: 'Buổi đã xong' });
  const { id } = await ask(host, session.id, { text: 'Đang trả lời thì hết giờ?' });
  const page = await device(host);
  const phone = await device(await world.member(), { phone: true });
  await page.goto(`/qna/${session.id}/desk`);
  await phone.goto(`/qna/${session.id}`);
  await page.getByRole('article').filter({ hasText: 'Đang trả lời thì' }).focus();
  await page.keyboard.press('t');
  await expect(phone.getByText('Đang trả lời', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Mục khác của buổi' }).click();
  await page.getByRole('menuitem', { name: 'Kết thúc buổi' }).click();
  await page.getByRole('button', { name: 'Kết thúc buổi' }).click();
  await expect(page.getByText('Buổi đã kết thúc')).toBeVisible();
  // What was on air is answered: nobody's clock goes on.
  await expect(phone.getByText('Đang trả lời', { exact: true })).toBeHidden();
  await expect(column(page, 'Đã trả lời').getByText('Đang trả lời thì hết giờ?')).toBeVisible();
  expect(id).not.toBe('');
  await page.getByRole('button', { name: 'Mục khác của buổi' }).click();
  await page.getByRole('menuitem', { name: 'Mở lại buổi' }).click();
  await expect(page.getByText('Đã mở lại buổi')).toBeVisible();
  await expect(phone.getByText('Trực tiếp').first()).toBeVisible();

  await page.getByRole('button', { name: 'Mục khác của buổi' }).click();
  await page.getByRole('menuitem', { name: 'Cài đặt của buổi' }).click();
  await page.getByRole('button', { name: 'Việc khác với Buổi đã xong' }).click();
  await page.getByRole('menuitem', { name: 'Nhân bản' }).click();
  await expect(heading(page, 'Buổi đã xong (bản sao)')).toBeVisible();
  await page.getByRole('button', { name: /Việc khác với Buổi đã xong \(bản sao\)/ }).click();
  await page.getByRole('menuitem', { name: 'Xóa buổi' }).click();
  await page.getByRole('button', { name: 'Xóa buổi' }).click();
  await expect(page.getByText('Đã xóa buổi')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Buổi đã xong', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Buổi đã xong (bản sao)' })).toBeHidden();
});
