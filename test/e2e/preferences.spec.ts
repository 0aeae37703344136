import { expect } from '@playwright/test';
import { test } from '../support/browser.js';

test('the language is changed before signing in and in the own menu, and is remembered', async ({
  world,
  device,
}) => {
  const outside = await device(null);
  await outside.goto('/sign-in');
  await outside.getByRole('button', { name: 'English' }).click();
  await expect(outside.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(outside.locator('html')).toHaveAttribute('lang', 'en');
  await outside.reload();
  await expect(outside.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  const page = await device(await world.member());
  await page.goto('/contests');
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contests' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.getByText('Tiếng Việt', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cuộc thi' })).toBeVisible();
});

test('the appearance follows the device until one is chosen, and the choice stays', async ({
  world,
  device,
}) => {
  const page = await device(await world.member(), { scheme: 'dark' });
  const html = page.locator('html');
  await page.goto('/');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByText('Tối', { exact: true }).click();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('signing out leaves nothing to come back to', async ({ world, device }) => {
  const page = await device(await world.member({ fullName: 'Tạ Thị Ra' }), { phone: true });
  await page.goto('/contests');
  await page.getByRole('button', { name: 'Tài khoản Tạ Thị Ra' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await expect(page.getByText('Tạ Thị Ra')).toHaveCount(0);
});
