import { expect } from '@playwright/test';
import { test } from '../support/browser.js';
import { newSession } from '../support/qna.js';

test('two who change the settings at once: the second is asked, and what both wrote holds', async ({
  world,
  device,
}) => {
  const owner = await world.member({ roles: [{ role: 'moderator' }] });
  const { id } = await newSession(world, owner, { title: 'Gặp gỡ', words: ['lương'] });
  const settings = async () => (await owner.get(`/api/qna-sessions/${id}/management`)).body.settings;
  const [first, second] = [
    await device(owner),
    await device(await world.member({ roles: [{ role: 'admin' }] })),
  ];
  for (const page of [first, second]) {
    await page.goto(`/organise/qna/${id}`);
    await expect(page.getByLabel('Tên buổi hỏi đáp')).toHaveValue('Gặp gỡ');
  }
  await first.getByLabel('Tên buổi hỏi đáp').fill('Gặp gỡ đầu năm');
  await first.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(first.getByText('Đã lưu cài đặt')).toBeVisible();

  await second.getByLabel('Giới thiệu').fill('Chị Yến trả lời.');
  await second.getByRole('button', { name: 'Lưu thay đổi' }).click();
  const choice = second.getByRole('alert').filter({ hasText: 'Có người vừa sửa cài đặt của buổi này.' });
  await expect(choice).toBeVisible();
  await expect(second.getByLabel('Giới thiệu')).toHaveValue('Chị Yến trả lời.');
  expect(await settings()).toMatchObject({ title: 'Gặp gỡ đầu năm', description: '' });

  await choice.getByRole('button', { name: 'Giữ chỗ tôi sửa' }).click();
  await expect(second.getByLabel('Tên buổi hỏi đáp')).toHaveValue('Gặp gỡ đầu năm');
  await expect(second.getByLabel('Giới thiệu')).toHaveValue('Chị Yến trả lời.');
  await second.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(second.getByText('Đã lưu cài đặt')).toBeVisible();
  expect(await settings()).toMatchObject({ title: 'Gặp gỡ đầu năm', description: 'Chị Yến trả lời.' });

  // The first goes on writing on what it saved, and takes what the second wrote when it asks for theirs.
  await first.getByLabel('Giới thiệu').fill('Bỏ đi');
  await first.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await first.getByRole('button', { name: 'Dùng bản của họ' }).click();
  await expect(first.getByLabel('Giới thiệu')).toHaveValue('Chị Yến trả lời.');
  await expect(first.getByRole('button', { name: 'Bỏ thay đổi' })).toBeHidden();
});
