import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/browser.js';

const fileOf = (name: string): string => resolve('test/e2e/files', name);
const TOPIC = 'Biển đảo Việt Nam';
const CONTEST = 'Biển đảo quê hương 2027';

async function preview(page: Page, name: string): Promise<Locator> {
  await page.goto('/organise/questions/import');
  await page.getByLabel('Chọn tệp').setInputFiles(fileOf(name));
  const summary = page.getByRole('group', { name: 'Lọc theo kết quả' });
  await expect(summary).toBeVisible();
  return summary;
}

/** Chooses a day of next month in the calendar of a field; it gets the field's usual time. */
async function chooseDay(page: Page, { field, day }: { field: string; day: number }): Promise<void> {
  await page.getByLabel(field, { exact: true }).click();
  const calendar = page.getByRole('dialog');
  await calendar.getByRole('button', { name: 'Tháng sau' }).click();
  await calendar
    .locator('td button:not([data-outside])')
    .nth(day - 1)
    .click();
  await calendar.getByRole('button', { name: 'Xong' }).click();
  await expect(calendar).toBeHidden();
}

test('an organiser imports questions, builds a contest on them, tries the paper and publishes', async ({
  world,
  device,
}) => {
  test.slow();
  const page = await device(null);

  await test.step('signs in', async () => {
    await page.goto('/organise/questions');
    await page.getByLabel('Email hoặc mã thành viên').fill('ngoc.lan@haidang.example');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('hai-dang-2026');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
    await expect(page.getByRole('heading', { name: 'Nhập câu hỏi từ tệp' })).toBeVisible();
  });

  await test.step('imports a GIFT file: good, repeated and unknown questions are told apart by line', async () => {
    const summary = await preview(page, 'bien-dao.gift');
    await expect(summary.getByRole('button', { name: '3 hợp lệ' })).toBeVisible();
    await summary.getByRole('button', { name: '1 trùng' }).click();
    await expect(page.getByRole('listitem').getByText('Trùng với câu ở dòng 5')).toBeVisible();
    await summary.getByRole('button', { name: '1 lỗi' }).click();
    await expect(page.getByText('chưa được hỗ trợ')).toBeVisible();
    await expect(page.getByText(/^Dòng \d+$/)).toHaveText('Dòng 29');
    await page.getByRole('button', { name: 'Nhập 3 câu, bỏ qua 2' }).click();
    await expect(page.getByText('Đã nhập 3 câu.')).toBeVisible();
  });

  await test.step('the same file again brings nothing', async () => {
    const summary = await preview(page, 'bien-dao.gift');
    await expect(summary.getByRole('button', { name: '4 trùng' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Chưa có câu nào để nhập' })).toBeVisible();
  });

  await test.step('imports a CSV file and approves what came in without a source', async () => {
    const summary = await preview(page, 'hai-dang.csv');
    await expect(summary.getByRole('button', { name: '1 cần xem lại' })).toBeVisible();
    await expect(summary.getByRole('button', { name: '1 lỗi' })).toBeVisible();
    await page.getByRole('button', { name: 'Nhập 2 câu, bỏ qua 1' }).click();
    await page.getByRole('button', { name: 'Duyệt các câu vừa nhập' }).click();
    await expect(page.getByText('Đã duyệt 1 câu.')).toBeVisible();
  });

  await test.step('finds them in the bank, without accents too', async () => {
    await page.goto('/organise/questions');
    await page.getByRole('searchbox', { name: 'Tìm câu hỏi, mã' }).fill('hai dang ke ga');
    await expect(page.getByRole('row', { name: /Hải đăng Kê Gà/ })).toBeVisible();
    await expect(page).toHaveURL(/q=hai/);
  });

  await test.step('makes a contest', async () => {
    await page.goto('/organise/contests');
    await page.getByRole('button', { name: 'Tạo cuộc thi' }).click();
    await page.getByRole('dialog').getByLabel('Tên cuộc thi').fill(CONTEST);
    await page.getByRole('button', { name: 'Tạo bản nháp' }).click();
    await page.getByLabel('Tóm tắt').fill('Một vòng thi về luật biển.');
    await page.getByLabel('Thể lệ').fill('Một vòng, hai lượt thi.');
    await page.getByLabel('Tên vòng 1').fill('Luật Biển Việt Nam');
    await expect(page.getByRole('status').filter({ hasText: 'Đã lưu bản nháp' })).toBeVisible();
  });

  await test.step('fills the matrix: what the bank cannot give blocks, what it can is drawn for a trial', async () => {
    await page.getByRole('link', { name: 'Tiếp: Đề thi' }).click();
    const cell = page.getByRole('spinbutton', { name: `${TOPIC}, Nhận biết` });
    await cell.fill('9');
    await cell.press('Enter');
    await expect(page.getByText(/câu, chưa đủ để rút/)).toBeVisible();
    await cell.fill('1');
    await cell.press('ArrowUp');
    await expect(cell).toHaveValue('2');
    const other = page.getByRole('spinbutton', { name: `${TOPIC}, Thông hiểu` });
    await other.fill('1');
    await other.press('Enter');
    await expect(page.getByText(/câu, chưa đủ để rút/)).toBeHidden();
    await page.getByRole('button', { name: 'Làm thử' }).click();
    const trial = page.getByRole('dialog', { name: 'Làm thử' });
    await expect(trial.getByText('Câu 1 trên 3')).toBeVisible();
    await trial.getByRole('button', { name: 'Câu sau' }).click();
    await expect(trial.getByText('Câu 2 trên 3')).toBeVisible();
    await trial.getByRole('button', { name: 'Đóng' }).last().click();
  });

  await test.step('sets window and attempts', async () => {
    await page.getByRole('link', { name: 'Tiếp: Thời gian, lượt thi' }).click();
    await chooseDay(page, { field: 'Mở', day: 10 });
    await chooseDay(page, { field: 'Đóng', day: 12 });
    const attempts = page.getByRole('spinbutton', { name: 'Số lượt mỗi người' });
    await attempts.fill('2');
    await attempts.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Đã lưu bản nháp' })).toBeVisible();
    await page.reload();
    await expect(attempts).toHaveValue('2');
  });

  await test.step('publishes after a look over everything', async () => {
    await page.getByRole('link', { name: 'Tiếp: Kết quả, xếp hạng' }).click();
    await page.getByRole('link', { name: 'Tiếp: Kiểm tra và mở' }).click();
    await expect(page.getByText('Bản nháp đã sẵn sàng.')).toBeVisible();
    await page.getByRole('button', { name: 'Mở cuộc thi' }).click();
    const question = page.getByRole('dialog');
    await expect(question.getByRole('button', { name: 'Chưa mở' })).toBeFocused();
    await question.getByRole('button', { name: 'Mở cuộc thi' }).click();
    await expect(page).toHaveURL(/\/run$/);
    await expect(page.getByText('Đã mở cuộc thi')).toBeVisible();
  });

  await test.step('a member sees it coming', async () => {
    const phone = await device(await world.demoMember('HD-0001'), { phone: true });
    await phone.goto('/contests');
    await phone.getByRole('link', { name: CONTEST }).click();
    await expect(phone.getByText('Vòng 1 sắp mở')).toBeVisible();
    await expect(phone.getByText('Luật Biển Việt Nam')).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Vào thi vòng 1' })).toHaveCount(0);
  });
});
