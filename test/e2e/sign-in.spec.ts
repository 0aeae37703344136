import { expect } from '@playwright/test';
import { test } from '../support/browser.js';
import { PASSWORD } from '../support/world.js';

test('an outsider who opens a deep link signs in and lands where they were going', async ({
  world,
  device,
}) => {
  await world.member({ code: 'SAU-01', fullName: 'Nguyễn Thị Sâu', roles: [{ role: 'admin' }] });
  const page = await device(null);

  await page.goto('/organise/members?q=sâu');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await page.getByLabel('Email hoặc mã thành viên').fill('sau-01');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();

  await expect(page).toHaveURL(/\/organise\/members\?q=s/);
  await expect(page.getByRole('link', { name: 'Nguyễn Thị Sâu' })).toBeVisible();
});

test('a wrong password says nothing of which of the two was wrong, and keeps what was typed', async ({
  world,
  device,
}) => {
  await world.member({ code: 'SAI-01' });
  const page = await device(null, { phone: true });
  await page.goto('/sign-in');

  for (const login of ['SAI-01', 'KHONG-CO']) {
    await page.getByLabel('Email hoặc mã thành viên').fill(login);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByRole('alert')).toHaveText(/Email, mã thành viên hoặc mật khẩu chưa đúng/);
    await expect(page.getByLabel('Email hoặc mã thành viên')).toHaveValue(login);
  }
});

test('a page of organisers tells a member that it is not theirs', async ({ world, device }) => {
  const page = await device(await world.member());
  await page.goto('/organise/units');
  await expect(page.getByRole('heading', { name: 'Bạn chưa có quyền xem nội dung này' })).toBeVisible();
});
