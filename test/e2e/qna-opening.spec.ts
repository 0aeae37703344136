import { expect, type Page } from '@playwright/test';
import { memberId } from '../../shared/kernel/ids.js';
import { test } from '../support/browser.js';
import { newSession } from '../support/qna.js';

const QUESTION = 'Có ai bị ép gửi bài này không?';
const AUTHOR = 'Đỗ Thị Giấu Tên';
const REASON = 'Nội dung có dấu hiệu bị đe dọa, cần liên hệ người hỏi.';

/** Makes a key on the page of keys and returns the private half, which is in sight only this once. */
async function makeKey(page: Page): Promise<string> {
  await page.goto('/qna/keys');
  await page.getByRole('button', { name: 'Tạo khóa trên máy này' }).click();
  const key = await page.getByRole('textbox', { name: 'Khóa riêng' }).inputValue();
  await page.getByRole('button', { name: 'Đăng ký khóa' }).click();
  await expect(page.getByText('Hãy cất khóa riêng rồi đánh dấu vào đây.')).toBeVisible();
  await page.getByRole('checkbox', { name: /Tôi đã cất khóa riêng/ }).check();
  await page.getByRole('button', { name: 'Đăng ký khóa' }).click();
  await expect(page.getByText('Bạn đã có khóa.')).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  return key;
}

async function useKey(page: Page, key: string, action: string): Promise<void> {
  await page.getByLabel('Khóa riêng của bạn').fill(key);
  await page.getByRole('button', { name: action }).click();
}

test('a sealed name is opened by two keys together, with a reason, and its author is told at each step', async ({
  world,
  device,
}) => {
  test.slow();
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const [one, other] = [
    await world.member({ fullName: 'Trần Giữ Một' }),
    await world.member({ fullName: 'Lê Giữ Hai' }),
  ];
  const [first, second] = [await device(one), await device(other)];
  const keys = [await makeKey(first), await makeKey(second)] as const;
  const session = await newSession(world, host, {
    level: 'hidden',
    keyHolders: [memberId.parse(one.memberId), memberId.parse(other.memberId)],
  });
  await host.put(`/api/qna-sessions/${session.id}/team/${one.memberId}`, { role: 'triage' }).expect(200);

  const author = await device(await world.member({ fullName: AUTHOR }), { phone: true });
  await author.goto(`/qna/${session.id}`);
  await author.getByRole('textbox', { name: 'Đặt câu hỏi' }).fill(QUESTION);
  await expect(author.getByText(/hai người giữ khóa/).first()).toBeVisible();
  await author.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(author.getByText(/Biên nhận số/).first()).toBeVisible();

  // The key holder at the desk asks for the name: the author hears of it, with the reason, before any box is open.
  await first.goto(`/qna/${session.id}/desk`);
  const card = first.getByRole('article').filter({ hasText: QUESTION }).first();
  await expect(card).toContainText('Ẩn danh');
  const askForName = first.getByRole('menuitem', { name: 'Yêu cầu mở tên người hỏi' });
  // A press aimed before the list has come to rest is taken for none.
  await expect(async () => {
    await card.getByRole('button', { name: 'Thao tác khác' }).click();
    await expect(askForName).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await askForName.click();
  const dialog = first.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await expect(dialog.getByText('Hãy ghi lý do, ít nhất 10 ký tự.')).toBeVisible();
  await dialog.getByRole('textbox').fill(REASON);
  await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await expect(dialog).toBeHidden();
  await author.getByText('Của tôi', { exact: true }).click();
  await expect(author.getByText(new RegExp(REASON)).first()).toBeVisible();

  // The second cannot go first; a wrong key opens nothing.
  await second.goto('/qna/keys');
  await expect(second.getByText('Chờ Trần Giữ Một')).toBeVisible();
  await first.goto('/qna/keys');
  await useKey(first, keys[1], 'Mở lớp của tôi');
  await expect(first.getByText(/Khóa này không mở được/)).toBeVisible();
  await useKey(first, keys[0], 'Mở lớp của tôi');
  await expect(first.getByText('Chờ Lê Giữ Hai')).toBeVisible();
  await expect(first.getByText(AUTHOR)).toHaveCount(0);

  await second.reload();
  await useKey(second, keys[1], 'Mở lớp của tôi');
  await expect(second.getByText('Đã mở', { exact: true })).toBeVisible();
  await useKey(second, keys[1], 'Xem tên');
  await expect(second.getByText(AUTHOR)).toBeVisible();
  await first.reload();
  await useKey(first, keys[0], 'Xem tên');
  await expect(first.getByText(AUTHOR)).toBeVisible();
  await expect(author.getByText(/Đã mở tên|đã được mở/).first()).toBeVisible();

  // Nobody else learns it.
  const desk = await device(host);
  await desk.goto(`/qna/${session.id}/desk`);
  await expect(desk.getByRole('article').filter({ hasText: QUESTION })).toContainText('Ẩn danh');
  await expect(desk.getByText(AUTHOR)).toHaveCount(0);
  await desk.goto('/qna/keys');
  await expect(desk.getByText(QUESTION)).toHaveCount(0);
});
