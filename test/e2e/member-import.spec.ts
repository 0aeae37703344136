import { expect } from '@playwright/test';
import { xlsxOf } from '../../server/platform/export/xlsx.js';
import { test } from '../support/browser.js';

const HEADINGS = ['Họ và tên', 'Mã thành viên', 'Email', 'Đơn vị', 'Tình trạng'];
type Row = readonly string[];

function workbook(rows: readonly Row[], headings: readonly string[] = HEADINGS): Buffer {
  return xlsxOf({ sheet: 'Thành viên', columns: headings.map((heading) => ({ heading, width: 20 })), rows });
}

test('members come in by a file, after a look at every row, and are taken back', async ({
  world,
  device,
}) => {
  const root = await world.unit({ name: 'Hội Văn nghệ' });
  const economy = await world.unit({ name: 'Ban Kinh tế', parentId: root });
  await world.unit({ name: 'Tổ Đầu tư công', parentId: economy });
  const desk = await device(await world.member({ unitId: root, roles: [{ role: 'admin', unitId: root }] }));
  await world.member({ unitId: root, code: 'MI-01', fullName: 'Tạ Thu Trang' });
  await world.member({ unitId: root, code: 'MI-02', fullName: 'Đinh Ngọc Mai', email: 'mai@cu.example' });
  await world.member({ unitId: root, code: 'MI-03', fullName: 'Vương Đình Phúc' });
  await world.member({ unitId: root, code: 'MI-04', fullName: 'Hồ Văn Khải' });
  const newcomers = Array.from({ length: 30 }, (_, at): Row => [
    `Người Mới ${at}`,
    `MI-5${String(at).padStart(2, '0')}`,
    '',
    'Ban Kinh tế',
  ]);
  const file = workbook([
    ['Tạ Thu Trang', 'MI-01', '', 'Ban Kinh tế'],
    ['Đinh Ngọc Mai', 'MI-02', 'mai@moi.example', ''],
    ['Vương Đình Phúc', 'MI-03', '', '', 'Đã rời'],
    ['Lê Thị Thanh Huyền', 'MI-04', '', 'Ban Kinh tế'],
    ['Phan Quốc Bảo', 'MI-40', '', 'Ban Kinh tế › Tổ Đầu tư'],
    ...newcomers,
  ]);

  await test.step('a file whose columns are unknown asks which is which', async () => {
    await desk.goto('/organise/members');
    await desk.getByRole('link', { name: 'Nhập từ tệp' }).click();
    const odd = workbook([['MI-90', 'Ngô Gia Bách']], ['Số thẻ dự thi', 'Người dự']);
    await desk
      .getByLabel('Chọn tệp')
      .setInputFiles({ name: 'la.xlsx', mimeType: 'application/zip', buffer: odd });
    await desk.getByLabel('Họ và tên').selectOption('Người dự');
    await desk.getByLabel('Mã thành viên').selectOption('Số thẻ dự thi');
    await desk.getByRole('button', { name: 'Xem trước' }).click();
    await expect(desk.getByText('Thiếu đơn vị')).toBeVisible();
    await desk.getByRole('link', { name: 'Đổi tệp' }).click();
  });

  await test.step('shows what each row does, the wrong ones first', async () => {
    await desk
      .getByLabel('Chọn tệp')
      .setInputFiles({ name: 'thanh-vien-thang-11.xlsx', mimeType: 'application/zip', buffer: file });
    await expect(desk.getByRole('heading', { level: 1, name: 'Xem trước khi nhập' })).toBeVisible();
    await expect(desk.getByText('35 dòng, tải lên lúc')).toBeVisible();
    const rows = desk.getByRole('table').getByRole('row');
    await expect(rows.nth(1)).toContainText('Mã này là của Hồ Văn Khải');
    await expect(rows.nth(2)).toContainText('Chưa có đơn vị “Ban Kinh tế › Tổ Đầu tư”');
    await expect(desk.getByRole('button', { name: 'Nhập 33 người' })).toBeVisible();
    await rows.nth(2).getByRole('button', { name: 'dùng đơn vị này' }).click();
    await expect(desk.getByRole('button', { name: 'Nhập 34 người' })).toBeVisible();
    await desk.getByRole('button', { name: /Đã rời/ }).click();
    await expect(rows).toHaveCount(2);
    await desk.getByLabel('Nhập Vương Đình Phúc').uncheck();
    await desk.getByRole('button', { name: /Mới$/ }).click();
    await desk.getByRole('button', { name: 'Trang sau' }).click();
    await expect(desk.getByText('26–31 trong 31')).toBeVisible();
  });

  await test.step('imports what is chosen', async () => {
    await desk.getByRole('button', { name: 'Nhập 33 người' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: 'Đã nhập 33 người' })).toBeVisible();
    await expect(desk.getByText('31 mới, 1 đổi thông tin, 1 chuyển đơn vị')).toBeVisible();
    const slips = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'In 4 trang' }).click();
    expect((await slips).suggestedFilename()).toBe('phieu-dang-nhap.pdf');
    const wrong = desk.waitForEvent('download');
    await desk.getByRole('link', { name: 'Tải 1 dòng sai' }).click();
    expect((await wrong).suggestedFilename()).toBe('dong-sai.csv');
  });

  await test.step('takes it back', async () => {
    await desk.getByRole('button', { name: /^Hoàn tác/ }).click();
    await expect(desk.getByText('Đã hoàn tác việc nhập')).toBeVisible();
    await expect(desk.getByRole('heading', { level: 1, name: 'Xem trước khi nhập' })).toBeVisible();
    await desk.goto('/organise/members?q=Người Mới');
    await expect(desk.getByText('Không tìm thấy ai phù hợp')).toBeVisible();
  });
});
