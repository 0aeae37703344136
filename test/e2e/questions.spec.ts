import { expect } from '@playwright/test';
import { test } from '../support/browser.js';

test('an organiser writes a question, approves it, and an edit makes a second version', async ({
  world,
  device,
}) => {
  const page = await device(await world.member({ roles: [{ role: 'organiser' }] }));
  await page.goto('/organise/questions');
  await page.getByRole('link', { name: 'Soạn câu hỏi' }).click();

  await page.getByRole('button', { name: 'Lưu câu hỏi' }).click();
  await expect(page.getByText('Nhập nội dung câu hỏi.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Câu hỏi' })).toBeFocused();

  await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Đảo nào lớn nhất Việt Nam?');
  const texts = ['Cát Bà', 'Phú Quốc', 'Côn Đảo', 'Lý Sơn'];
  for (const [index, text] of texts.entries())
    await page.getByRole('textbox', { name: `Phương án ${'ABCD'.charAt(index)}` }).fill(text);
  await page.getByRole('radio', { name: 'Đáp án đúng: B' }).check();
  await page.getByRole('combobox', { name: 'Chủ đề' }).fill('Địa lý biển đảo');
  await page.getByRole('textbox', { name: 'Nguồn' }).fill('Địa lý 12');
  await page.getByRole('button', { name: 'Lưu câu hỏi' }).click();

  await expect(page).toHaveURL(/\/organise\/questions\/[0-9a-f-]+$/);
  await expect(page.getByRole('main')).toContainText('Đảo nào lớn nhất Việt Nam?');
  await page.getByRole('button', { name: 'Duyệt' }).click();
  await expect(page.getByText('Đã duyệt 1 câu')).toBeVisible();

  await page.getByRole('link', { name: 'Sửa' }).click();
  await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Đảo nào có diện tích lớn nhất Việt Nam?');
  await page.getByRole('button', { name: 'Lưu câu hỏi' }).click();
  await expect(page.getByText(/bản 2$/)).toBeVisible();
  await page.getByRole('button', { name: /^Bản 1/ }).click();
  await expect(page.getByText('Bạn đang xem bản 1, không phải bản hiện hành.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Đảo nào lớn nhất Việt Nam?');
});

test('what is written is not lost by a slip', async ({ world, device }) => {
  const page = await device(await world.member({ roles: [{ role: 'organiser' }] }));
  await page.goto('/organise/questions/new');
  await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Một câu đang viết dở');
  await page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Cuộc thi' }).click();
  const question = page.getByRole('dialog', { name: 'Rời đi mà chưa lưu?' });
  await question.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByRole('textbox', { name: 'Câu hỏi' })).toHaveValue('Một câu đang viết dở');
});
