import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Email hoặc mã thành viên').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('an administrator founds a unit, takes a member in, moves them, gives a role; leaving ends the session', async ({
  world,
  device,
}) => {
  const root = await world.unit({ name: 'Hội Nhà báo trẻ' });
  await world.unit({ name: 'Chi hội Hạ Long', parentId: root });
  const desk = await device(await world.member({ unitId: root, roles: [{ role: 'admin' }] }));
  const phone = await device(null, { phone: true });
  const memberLink = desk.getByRole('link', { name: 'Vũ Thị Thanh Ngân' });

  await test.step('founds a unit below another', async () => {
    await desk.goto('/organise/units');
    await desk.getByRole('button', { name: 'Thêm đơn vị' }).click();
    const sheet = desk.getByRole('dialog', { name: 'Thêm đơn vị' });
    await sheet.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await expect(sheet.getByText('Hãy điền tên đơn vị.')).toBeVisible();
    await expect(sheet.getByLabel('Tên đơn vị')).toBeFocused();
    await sheet.getByLabel('Tên đơn vị').fill('Chi hội Cô Tô');
    await sheet.getByLabel('Trực thuộc').selectOption({ label: 'Hội Nhà báo trẻ' });
    await sheet.getByLabel('Số người').fill('12');
    await sheet.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await expect(desk.getByText('Đã thêm đơn vị')).toBeVisible();
    await expect(desk.getByRole('row', { name: /Chi hội Cô Tô/ })).toContainText('12');
  });

  await test.step('takes a member in', async () => {
    await desk.goto('/organise/members');
    await desk.getByRole('button', { name: 'Thêm thành viên' }).click();
    const sheet = desk.getByRole('dialog', { name: 'Thêm thành viên' });
    await sheet.getByLabel('Họ và tên').fill('Vũ Thị Thanh Ngân');
    await sheet.getByLabel('Mã thành viên').fill('CT-001');
    await sheet.getByLabel('Đơn vị').selectOption({ label: '\u2003Chi hội Cô Tô' });
    await sheet.getByRole('button', { name: 'Thêm thành viên' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: 'Vũ Thị Thanh Ngân' })).toBeVisible();
  });

  await test.step('the member comes in for the first time, by a slip, and sets a password', async () => {
    await desk.getByRole('button', { name: 'Cấp phiếu' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Cấp phiếu' }).click();
    const made = desk.getByRole('dialog', { name: 'Phiếu đăng nhập' });
    const code = await made.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();
    await made.getByRole('button', { name: 'Xong' }).click();
    await phone.goto(`/vao#${code}`);
    await expect(phone.getByLabel('Mã trên phiếu')).toHaveValue(code);
    await phone.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await phone.getByLabel('Mật khẩu mới').fill('ngọn đèn biển 1');
    await phone.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await expect(phone.getByRole('heading', { name: /hãy đặt mật khẩu/ })).toHaveCount(0);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Ngân');
    await phone.goto('/organise/contests');
    await expect(phone.getByRole('heading', { name: 'Bạn chưa có quyền xem nội dung này' })).toBeVisible();
  });

  await test.step('moves the member, and the history keeps both units', async () => {
    await desk.getByRole('button', { name: 'Chuyển đơn vị' }).click();
    const sheet = desk.getByRole('dialog', { name: 'Chuyển sang đơn vị khác' });
    await sheet.getByLabel('Đơn vị mới').selectOption({ label: '\u2003Chi hội Hạ Long' });
    await sheet.getByLabel('Lý do (không bắt buộc)').fill('Chuyển công tác');
    await sheet.getByRole('button', { name: 'Chuyển đơn vị' }).click();
    const stays = desk.getByRole('region', { name: 'Đơn vị đã tham gia' });
    await expect(stays.getByRole('listitem')).toHaveCount(2);
    await expect(stays).toContainText('Chi hội Cô Tô');
    await expect(stays).toContainText('Chuyển công tác');
  });

  await test.step('gives a role, which holds at once', async () => {
    await desk.getByLabel('Vai trò mới').selectOption({ label: 'Người tổ chức' });
    await desk.getByRole('button', { name: 'Thêm vai trò' }).click();
    await expect(desk.getByText('Đã thêm vai trò Người tổ chức')).toBeVisible();
    await phone.reload();
    await expect(phone.getByRole('heading', { level: 1, name: 'Cuộc thi' })).toBeVisible();
  });

  await test.step('records the departure: the member is out at once and cannot come back in', async () => {
    await desk.getByRole('button', { name: 'Ghi nhận đã rời' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await expect(desk.getByText('Đã ghi nhận Vũ Thị Thanh Ngân rời tổ chức')).toBeVisible();
    await phone.goto('/contests');
    await expect(phone).toHaveURL(/\/sign-in\?next=/);
    await signIn(phone, 'CT-001', 'ngọn đèn biển 1');
    await expect(phone.getByRole('alert')).toContainText('mật khẩu chưa đúng');
    await desk.goto('/organise/members?q=thanh ngan');
    await expect(memberLink).toHaveCount(0);
    await desk.getByText('Đã rời', { exact: true }).click();
    await expect(memberLink).toBeVisible();
  });
});

test('an act that can be taken back offers it, and taking it back holds', async ({ world, device }) => {
  const unitId = await world.unit({ name: 'Ban Bạn đọc' });
  const desk = await device(await world.member({ unitId, roles: [{ role: 'admin' }] }));
  const member = await world.member({ unitId, fullName: 'Đỗ Văn Tám' });
  await desk.goto(`/organise/members/${member.memberId}`);

  await desk.getByRole('button', { name: 'Ghi nhận đã rời' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Ghi nhận', exact: true }).click();
  await desk.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(desk.getByText('Đã nhận lại Đỗ Văn Tám')).toBeVisible();
  await desk.reload();
  await expect(desk.getByRole('button', { name: 'Ghi nhận đã rời' })).toBeVisible();
});
