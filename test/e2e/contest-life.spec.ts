import { expect, type Page } from '@playwright/test';
import { contestView } from '../../shared/contest/contest.schema.js';
import { test } from '../support/browser.js';
import { draftContest, HOUR, onlyUnits, publishedRound, readyDraft } from '../support/contest.js';

const draftOf = async (page: Page, id: string) => {
  const answer = await page.request.get(`/api/contests/${id}/draft`);
  return (await answer.json()) as { rounds: { opensAt: string | null; closesAt: string | null }[] };
};

test('a day keeps its hours, hours are typed as digits, and a date can be typed, wherever one sits', async ({
  world,
  device,
}) => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { contestId } = await readyDraft(world, organiser, {
    opensAt: '2027-03-20T13:15:00.000Z',
    closesAt: '2027-03-29T13:15:00.000Z',
  });
  const page = await device(organiser, { timezone: 'Europe/Berlin' });
  await page.goto(`/organise/contests/${contestId}/time`);
  const opens = page.getByRole('textbox', { name: 'Mở', exact: true });
  const calendar = page.getByRole('dialog', { name: 'Mở' });
  await expect(opens).toHaveValue('20:15, 20/03/2027');

  await test.step('another day of the calendar has the same hours', async () => {
    await opens.click();
    await calendar.getByRole('button', { name: '21 tháng 3 2027' }).click();
    await expect(opens).toHaveValue('20:15, 21/03/2027');
  });

  await test.step('2015 typed over the hours is 20:15, not 03:15', async () => {
    const time = calendar.getByLabel('Giờ trong ngày');
    await time.click();
    await page.keyboard.type('0730');
    await page.keyboard.press('Tab');
    await expect(opens).toHaveValue('07:30, 21/03/2027');
    await time.click();
    await page.keyboard.type('2015');
    await calendar.getByRole('button', { name: 'Xong' }).click();
    await expect(opens).toHaveValue('20:15, 21/03/2027');
    await expect(calendar).toBeHidden();
  });

  await test.step('an hour that the clocks of the viewer leave out is not moved', async () => {
    await opens.fill('02:30 28/3/2027');
    await page.keyboard.press('Tab');
    await expect(opens).toHaveValue('02:30, 28/03/2027');
    await expect
      .poll(async () => (await draftOf(page, contestId)).rounds[0]?.opensAt)
      .toBe('2027-03-27T19:30:00.000Z');
  });

  await test.step('what cannot be read stays, says so, and changes nothing', async () => {
    await opens.fill('31/02/2027');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Chưa đọc được. Hãy viết như 20:15, 21/11/2026.')).toBeVisible();
    await expect(opens).toHaveValue('31/02/2027');
    expect((await draftOf(page, contestId)).rounds[0]?.opensAt).toBe('2027-03-27T19:30:00.000Z');
    await opens.fill('');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await draftOf(page, contestId)).rounds[0]?.opensAt).toBeNull();
  });
});

test('a contest is copied, a draft thrown away and taken back, a finished one put away', async ({
  world,
  device,
}) => {
  const unitId = await world.unit();
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  await publishedRound(world, organiser, {
    eligibility: onlyUnits(unitId),
    opensAt: new Date(world.now().getTime() - 3 * HOUR).toISOString(),
    closesAt: new Date(world.now().getTime() - 2 * HOUR).toISOString(),
  });
  const page = await device(organiser);
  await page.goto('/organise/contests');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  const open = async (name: string, choice: string) => {
    await page
      .getByRole('button', { name: `Việc với “${name}”` })
      .first()
      .click();
    await page.getByRole('button', { name: choice }).click();
  };

  await test.step('a copy asks for its name, with the focus there, and says what it lacks', async () => {
    await open('Tìm hiểu Hiến pháp', 'Nhân bản');
    const name = page.getByRole('dialog').getByLabel('Tên cuộc thi');
    await expect(name).toBeFocused();
    await expect(name).toHaveValue('Tìm hiểu Hiến pháp (bản sao)');
    await name.fill('');
    await page.getByRole('button', { name: 'Tạo bản sao' }).click();
    await expect(page.getByText('Nhập tên cuộc thi.')).toBeVisible();
    await expect(name).toBeFocused();
    await name.fill('Tìm hiểu Hiến pháp 2027');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Tìm hiểu Hiến pháp 2027' })).toBeVisible();
    // What a new draft lacks is no fault yet.
    await expect(page.getByText('cần sửa')).toHaveCount(0);
    await expect(page.getByText('còn 1 mục')).toBeVisible();
  });

  await test.step('the draft goes at once and comes back at once', async () => {
    await page.goto('/organise/contests');
    await open('Tìm hiểu Hiến pháp 2027', 'Xóa bản nháp');
    await expect(row('Tìm hiểu Hiến pháp 2027')).toHaveCount(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(row('Tìm hiểu Hiến pháp 2027')).toHaveCount(1);
  });

  await test.step('what is over leaves the list for the archive', async () => {
    const before = await row('Tìm hiểu Hiến pháp').filter({ hasText: 'Đã' }).count();
    await page
      .getByRole('row')
      .filter({ hasText: 'Đã đóng' })
      .filter({ hasText: 'Tìm hiểu Hiến pháp' })
      .first()
      .getByRole('button', { name: /Việc với/ })
      .click();
    await page.getByRole('button', { name: 'Cất vào lưu trữ' }).click();
    await expect(row('Tìm hiểu Hiến pháp').filter({ hasText: 'Đã' })).toHaveCount(before - 1);
    await page.getByText('Lưu trữ', { exact: true }).click();
    await expect(row('Tìm hiểu Hiến pháp')).not.toHaveCount(0);
  });
});

test('texts are corrected after publication, and a cancellation says why to who may enter', async ({
  world,
  device,
}) => {
  const unitId = await world.unit();
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  const member = await world.member({ unitId });
  const { contestId } = await publishedRound(world, organiser, { eligibility: onlyUnits(unitId) });
  const page = await device(organiser);

  await test.step('rules in Markdown, looked at before they are saved', async () => {
    await page.goto(`/organise/contests/${contestId}/information`);
    await page
      .getByRole('textbox', { name: 'Thể lệ' })
      .fill('# Đối tượng\n- **Mọi** hội viên\n- Cộng tác viên');
    await page.getByRole('textbox', { name: 'Liên hệ' }).fill('Phòng Bạn đọc, 024 3825 0000');
    await page.getByText('Xem trước', { exact: true }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'Đối tượng' })).toBeVisible();
    await page.getByRole('button', { name: 'Lưu nội dung sửa' }).click();
    await expect(page.getByText('Đã sửa nội dung')).toBeVisible();
    await expect(page.getByText(/sửa thể lệ$/)).toBeVisible();
  });

  const reader = await device(member, { phone: true });
  await test.step('a reader sees them, and since when they are others', async () => {
    await reader.goto(`/contests/${contestId}?tab=rules`);
    await expect(reader.getByRole('heading', { level: 3, name: 'Đối tượng' })).toBeVisible();
    await expect(reader.getByRole('listitem').filter({ hasText: 'Cộng tác viên' })).toBeVisible();
    await expect(reader.getByText('Phòng Bạn đọc, 024 3825 0000')).toBeVisible();
    await expect(reader.getByText(/^Đã sửa lúc \d\d:\d\d, /).first()).toBeVisible();
  });

  await test.step('cancelling asks for the reason first', async () => {
    await page.goto(`/organise/contests/${contestId}/run`);
    await page.getByRole('button', { name: 'Hủy cuộc thi' }).click();
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByLabel('Lý do');
    await expect(reason).toBeFocused();
    await dialog.getByRole('button', { name: 'Hủy cuộc thi' }).click();
    await expect(dialog.getByText('Nhập lý do.')).toBeVisible();
    await expect(reason).toBeFocused();
    await reason.fill('Mất điện toàn tỉnh');
    await dialog.getByRole('button', { name: 'Hủy cuộc thi' }).click();
    await expect(page.getByText('Lý do: Mất điện toàn tỉnh')).toBeVisible();
    const seen = contestView.parse((await member.get(`/api/contests/${contestId}`)).body);
    expect(seen.cancellation?.reason).toBe('Mất điện toàn tỉnh');
    await reader.goto(`/contests/${contestId}`);
    await expect(reader.getByText('Lý do: Mất điện toàn tỉnh')).toBeVisible();
  });
});

test('a draft says one thing at a time', async ({ world, device }) => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { contestId } = await draftContest(organiser);
  const page = await device(organiser);
  await page.goto(`/organise/contests/${contestId}/time`);
  await expect(page.getByText('Chưa chọn giờ mở và giờ đóng.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mở', exact: true }).fill('08:00, 20/03/2027');
  await page.getByRole('textbox', { name: 'Đóng', exact: true }).fill('07:00, 20/03/2027');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Giờ đóng phải sau giờ mở.')).toHaveCount(1);
  await expect(page.getByText('Chưa chọn giờ mở và giờ đóng.')).toBeHidden();
});
