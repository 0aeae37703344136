import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';
import { PASSWORD } from '../support/world.js';

const NEW_PASSWORD = 'biển đêm có hải đăng';

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in?next=/contests');
  await page.getByLabel('Email hoặc mã thành viên').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('one changes one’s password and ends the sessions on other devices', async ({ world, device }) => {
  const member = await world.member({ code: 'OA-0012', fullName: 'Trần Thu Hà' });
  const other = await device(await world.secondDevice(member), { phone: true });
  const third = await device(await world.secondDevice(member));
  const page = await device(member);
  await other.goto('/contests');
  await third.goto('/contests');

  await page.goto('/');
  await page.getByRole('button', { name: 'Tài khoản Trần Thu Hà' }).click();
  await page.getByRole('link', { name: 'Mật khẩu và thiết bị' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tài khoản' })).toBeVisible();
  const devices = page.getByRole('region', { name: 'Thiết bị đang đăng nhập' });
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await expect(devices.getByRole('listitem').first()).toContainText('Thiết bị này');

  await test.step('ends one', async () => {
    await devices
      .getByRole('listitem')
      .last()
      .getByRole('button', { name: /^Đăng xuất/ })
      .click();
    await expect(devices.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('the old password is asked', async () => {
    await page.getByLabel('Mật khẩu đang dùng').fill('không phải mật khẩu');
    await page.getByLabel('Mật khẩu mới').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(page.getByText('Mật khẩu đang dùng chưa đúng.')).toBeVisible();
    await expect(page.getByLabel('Mật khẩu đang dùng')).toBeFocused();
  });

  await test.step('the new one holds, and the others are out', async () => {
    await page.getByLabel('Mật khẩu đang dùng').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await expect(page.getByText('Đã đổi mật khẩu, 1 thiết bị khác đã đăng xuất')).toBeVisible();
    await expect(devices.getByRole('listitem')).toHaveCount(1);
    await other.goto('/contests');
    await expect(other.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
    await third.goto('/contests');
    await expect(third.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
    await expect(third.getByText('Bạn đã đăng xuất từ thiết bị khác.')).toBeVisible();
    await signIn(other, 'OA-0012', NEW_PASSWORD);
    await expect(other.getByRole('heading', { level: 1, name: 'Cuộc thi' })).toBeVisible();
  });
});

test('language, appearance and shortcuts go with the account to another device', async ({
  world,
  device,
}) => {
  const member = await world.member();
  const page = await device(member);
  await page.goto('/account');
  await page.getByText('Tối', { exact: true }).click();
  await page.getByRole('switch', { name: /Phím tắt một chữ/ }).uncheck();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await expect
    .poll(async () => (await member.get('/api/session')).body as unknown)
    .toMatchObject({ member: { preferences: { language: 'en', scheme: 'dark', shortcuts: false } } });

  const other = await device(await world.secondDevice(member), { scheme: 'light' });
  await other.goto('/account');
  await expect(other.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(other.getByRole('switch', { name: /Single-letter/ })).not.toBeChecked();
});

test('whoever forgot the password comes in by a slip and sets one first', async ({ world, device }) => {
  const unitId = await world.unit({ name: 'Tạp chí điện tử' });
  const roles = [{ role: 'coordinator' as const, unitId }];
  const desk = await device(await world.member({ unitId, roles, fullName: 'Lê Quang Huy' }));
  const member = await world.member({ unitId, code: 'OA-0402', fullName: 'Trương Minh Quân' });
  const phone = await device(null, { phone: true });

  await desk.goto(`/organise/members/${member.memberId}`);
  await desk.getByRole('button', { name: 'Cấp phiếu' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Cấp phiếu' }).click();
  const made = desk.getByRole('dialog', { name: 'Phiếu đăng nhập' });
  const code = await made.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();
  await expect(made).toContainText('Trương Minh Quân');
  await expect(made.getByRole('img', { name: 'Mã QR mở trang đăng nhập bằng phiếu' })).toBeVisible();

  await phone.goto('/sign-in?next=/contests');
  await phone.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await phone.getByLabel('Mã trên phiếu').fill('KX7M-4Q2P');
  await phone.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(phone.getByRole('alert')).toContainText('Mã này không dùng được');
  await phone.getByLabel('Mã trên phiếu').fill(code.toLowerCase().replace('-', ' '));
  await phone.getByRole('button', { name: 'Đăng nhập', exact: true }).click();

  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Minh Quân');
  await expect(phone.getByText('Lê Quang Huy')).toBeVisible();
  const save = phone.getByRole('button', { name: 'Đặt mật khẩu' });
  await expect(save).toBeDisabled();
  await phone.getByLabel('Mật khẩu mới').fill('bien-dem');
  await expect(phone.getByText('Ít nhất 10 ký tự, còn thiếu 2')).toBeVisible();
  // Wherever one goes, this comes first.
  await phone.goto('/contests');
  await expect(save).toBeVisible();
  await phone.getByLabel('Mật khẩu mới').fill(NEW_PASSWORD);
  await save.click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Cuộc thi' })).toBeVisible();
});

test('a password that somebody else set is replaced before anything else, or one signs out', async ({
  world,
  device,
}) => {
  const admin = await world.member({ roles: [{ role: 'admin' }], fullName: 'Đinh Công Sơn' });
  const member = await world.member({ code: 'OA-0403' });
  await admin.put(`/api/members/${member.memberId}/password`, { password: 'ngọn đèn biển 1' });
  const page = await device(null);
  await signIn(page, 'OA-0403', 'ngọn đèn biển 1');
  await expect(page.getByText('Đinh Công Sơn')).toBeVisible();
  await page.getByLabel('Mật khẩu mới').fill('ngọn đèn biển 1');
  await expect(page.getByRole('button', { name: 'Đặt mật khẩu' })).toBeDisabled();
  await page.getByRole('button', { name: 'Để sau, đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await signIn(page, 'OA-0403', 'ngọn đèn biển 1');
  await page.getByLabel('Mật khẩu mới').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cuộc thi' })).toBeVisible();
});

test('slips for the people of a unit are printed on one sheet', async ({ world, device }) => {
  const unitId = await world.unit({ name: 'Ban Kinh tế' });
  const admin = await world.member({ unitId, roles: [{ role: 'admin' }] });
  for (let number = 1; number <= 3; number += 1)
    await admin.post('/api/members', { fullName: `Người mới ${number}`, code: `OA-9${number}`, unitId });
  const desk = await device(admin);
  await desk.goto(`/organise/members?unit=${unitId}`);
  await desk.getByRole('button', { name: 'In phiếu' }).click();
  const dialog = desk.getByRole('dialog', { name: 'In phiếu đăng nhập' });
  await expect(dialog.getByRole('status')).toContainText('3 phiếu, 1 trang');
  const saved = desk.waitForEvent('download');
  await dialog.getByRole('button', { name: 'In phiếu' }).click();
  expect((await saved).suggestedFilename()).toBe('phieu-dang-nhap.pdf');
});
