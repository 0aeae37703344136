import { expect } from '@playwright/test';
import { test } from '../support/browser.js';
import { leaveDeadLetter } from '../support/dead-letter.js';

test('an administrator has failed work done again, and skips what nobody needs', async ({
  world,
  device,
}) => {
  await leaveDeadLetter(world.database, 'outbox.forget_taken', 'ECONNREFUSED');
  await leaveDeadLetter(world.database, 'session.forget_expired', 'job.timed_out');
  const page = await device(await world.member({ roles: [{ role: 'admin' }] }));
  await page.goto('/organise/members');
  await page.getByRole('link', { name: 'Việc lỗi' }).click();
  const events = page.getByRole('row', { name: /Dọn sự kiện đã xử lý/ });
  await expect(events).toContainText('ECONNREFUSED');
  await expect(events).toContainText('13');
  await events.getByRole('button', { name: 'Chạy lại' }).click();
  await expect(page.getByText('Đã xếp hàng chạy lại')).toBeVisible();
  await expect(events).toHaveCount(0);

  const sessions = page.getByRole('row', { name: /Dọn phiên đăng nhập/ });
  await expect(sessions).toContainText('quá thời gian cho phép');
  await sessions.getByRole('button', { name: 'Bỏ qua' }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: 'Giữ lại' })).toBeFocused();
  await question.getByRole('button', { name: 'Bỏ qua' }).click();
  await expect(sessions).toHaveCount(0);
  await expect(page.getByText('Không có việc nào lỗi')).toBeVisible();
});

test('who does not look after the installation finds no such place', async ({ world, device }) => {
  const page = await device(await world.member({ roles: [{ role: 'organiser' }] }));
  await page.goto('/organise/contests');
  await expect(page.getByRole('link', { name: 'Ngân hàng câu hỏi' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Việc lỗi' })).toHaveCount(0);
  await page.goto('/organise/failed-jobs');
  await expect(page.getByText('Bạn chưa có quyền xem nội dung này')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
});
