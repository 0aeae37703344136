import { expect, type Page } from '@playwright/test';
import { xlsxOf } from '../../server/platform/export/xlsx.js';
import { test } from '../support/browser.js';

const COUNT = 60;
const TOPIC = 'Báo chí cách mạng';
const HEAD = 'Câu hỏi,A,B,C,Đáp án,Chủ đề,Mức độ';
const rows = Array.from({ length: COUNT }, (_row, at) =>
  [
    `Bài báo số ${at + 1} in năm nào?`,
    1925 + at,
    1930 + at,
    `"Năm ${at}, chưa rõ"`,
    'A',
    TOPIC,
    'hơi khó nhằn',
  ].join(','),
);

async function choose(
  page: Page,
  { name, content }: { name: string; content: string | Buffer },
): Promise<void> {
  await page.goto('/organise/questions/import');
  const buffer = Buffer.from(content);
  await page.getByLabel('Chọn tệp').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await expect(page.getByRole('group', { name: 'Lọc theo kết quả' })).toBeVisible();
}

async function pick(
  page: Page,
  { field, option }: { field: string | RegExp; option: string },
): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('an organiser brings a file in, answers once for all of it, changes all that came in, and takes it along', async ({
  world,
  device,
}) => {
  test.slow();
  const page = await device(await world.member({ roles: [{ role: 'organiser' }] }));

  await test.step('what the file leaves open is asked once', async () => {
    await choose(page, { name: 'bao-chi.csv', content: `ĐỀ SỐ 3,,,,,,\n${HEAD}\n${rows.join('\n')}\n` });
    const open = page.getByRole('region', { name: 'Trả lời một lần cho cả tệp' });
    await expect(open).toContainText('1 dòng phía trên tên cột không được đọc: ĐỀ SỐ 3');
    await pick(page, { field: `Mức độ cho ${COUNT} câu`, option: 'Vận dụng' });
    await expect(open).not.toContainText('hơi khó nhằn');
    await open.getByRole('textbox', { name: `Nguồn cho ${COUNT} câu` }).fill('Lịch sử báo chí');
    await open.getByRole('button', { name: `Điền cho ${COUNT} câu` }).click();
    await expect(page.getByRole('button', { name: `${COUNT} hợp lệ` })).toBeVisible();
    await page.getByRole('button', { name: `Nhập ${COUNT} câu, bỏ qua 0` }).click();
    await expect(page.getByText(`Đã nhập ${COUNT} câu.`)).toBeVisible();
  });

  await test.step('all that came in is changed at once, said before, and given back', async () => {
    await page.getByRole('link', { name: `Sửa chung ${COUNT} câu vừa nhập` }).click();
    const panel = page.getByRole('complementary', { name: `Sửa ${COUNT} câu` });
    await expect(panel).toContainText(`Đang là: ${COUNT} Vận dụng`);
    await pick(page, { field: 'Mức độ', option: 'Thông hiểu' });
    await panel
      .getByRole('combobox', { name: 'Thêm thẻ' })
      .or(panel.getByLabel('Thêm thẻ'))
      .first()
      .fill('vòng 3');
    await page.keyboard.press('Enter');
    await expect(panel).toContainText(`${COUNT} câu đổi mức, ${COUNT} câu đổi thẻ`);
    await panel.getByRole('button', { name: `Sửa ${COUNT} câu` }).click();
    const notice = page.getByRole('status').filter({ hasText: `Đã sửa ${COUNT} câu.` });
    await expect(notice).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toContainText('Thông hiểu');
    await notice.getByRole('button', { name: /^Hoàn tác, còn/ }).click();
    await expect(page.getByText(`Đã hoàn tác ${COUNT} câu.`)).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toContainText('Vận dụng');
  });

  let file = '';
  await test.step('all that match, more than the page shows, go into a file', async () => {
    const bar = page.getByRole('region', { name: 'Việc làm với các câu đã chọn' });
    await page.getByRole('checkbox', { name: 'Chọn tất cả câu trong trang' }).check();
    await expect(bar).toContainText('Đã chọn 50 câu');
    await bar.getByRole('button', { name: `Chọn cả ${COUNT} câu khớp bộ lọc` }).click();
    await expect(bar).toContainText(`Đã chọn cả ${COUNT} câu khớp bộ lọc`);
    await bar.getByRole('button', { name: 'Xuất tệp' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'GIFT (Moodle)' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
    file = Buffer.concat(chunks).toString('utf8');
    expect(file.match(/::CH-/g)).toHaveLength(COUNT);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await test.step('the file brings nothing new, and a corrected key is offered as a new version', async () => {
    const corrected = file.replace('=1925\n\t~1930', '~1925\n\t=1930');
    expect(corrected).not.toBe(file);
    await choose(page, { name: 'bao-chi.gift', content: corrected });
    await expect(page.getByRole('button', { name: `${COUNT - 1} trùng` })).toBeVisible();
    await page.getByRole('button', { name: '1 khác ngân hàng' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Bài báo số 1 in' })).toContainText(
      /Đáp án trước: ?1925 trong tệp: ?1930/,
    );
    await page.getByRole('checkbox', { name: 'Sửa 1 câu đã có thành bản mới theo tệp' }).check();
    await page.getByRole('button', { name: `Nhập 0 câu, sửa 1 câu đã có, bỏ qua ${COUNT - 1}` }).click();
    await expect(page.getByText('Đã sửa 1 câu thành bản mới.')).toBeVisible();
    await page.goto('/organise/questions?q=B%C3%A0i%20b%C3%A1o%20s%E1%BB%91%201%20in');
    await page.getByRole('link', { name: 'Bài báo số 1 in năm nào?' }).click();
    const detail = page.getByRole('complementary', { name: /^CH-/ });
    await expect(detail.getByRole('listitem').filter({ hasText: '1930' })).toContainText('đáp án đúng');
    await expect(detail).toContainText('Bản 2');
  });

  await test.step('a workbook comes in, whatever it is called, and its topic is merged', async () => {
    const columns = HEAD.split(',').map((heading) => ({ heading, width: 12 }));
    const book = xlsxOf({
      sheet: 'Đề',
      columns,
      rows: [['Tờ báo nào ra năm 1865?', 'Gia Định báo', 'Thanh Niên', null, 'A', 'Báo chí Nam Kỳ', 'NB']],
    });
    await choose(page, { name: 'nham-duoi.csv', content: book });
    await page.getByRole('button', { name: 'Nhập 1 câu, bỏ qua 0' }).click();
    await expect(page.getByText('Đã nhập 1 câu.')).toBeVisible();
    await page.goto('/organise/questions');
    await page.getByRole('button', { name: 'Chủ đề' }).first().click();
    const topics = page.getByRole('dialog', { name: 'Chủ đề' });
    await topics.getByRole('button', { name: 'Sửa chủ đề Báo chí Nam Kỳ' }).click();
    await topics.getByRole('combobox', { name: 'Gộp vào' }).fill('Báo chí cách');
    await page.getByRole('option', { name: TOPIC }).click();
    await topics.getByRole('button', { name: 'Gộp', exact: true }).click();
    await expect(topics.getByText('Báo chí Nam Kỳ')).toBeHidden();
    await expect(topics.getByRole('listitem').filter({ hasText: TOPIC })).toContainText(
      `${COUNT + 1} câu đang dùng`,
    );
  });
});
