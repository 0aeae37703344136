import { expect, type Page, type Route } from '@playwright/test';
import { test, type OpenDevice } from '../support/browser.js';
import { newSession } from '../support/qna.js';
import type { ServedWorld } from '../support/served-world.js';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Đặt câu hỏi' });

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

test('settings whose answer was lost are saved by the next press: nobody else wrote', async ({
  world,
  device,
}) => {
  const owner = await world.member({ roles: [{ role: 'moderator' }] });
  const { id } = await newSession(world, owner);
  const page = await device(owner);
  await page.goto(`/organise/qna/${id}`);
  await page.getByLabel('Giới thiệu').fill('Chị Yến trả lời.');
  const answerIsLost = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/settings', answerIsLost, { times: 1 });
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(page.getByText('Chưa kết nối được máy chủ').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(page.getByText('Đã lưu cài đặt')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Bỏ thay đổi' })).toBeHidden();
});

test.describe('two tabs of one member', () => {
  /** A phone with two tabs in one session, the second of them at “Của tôi”, and the answers to what both sent. */
  async function twoTabs({ world, device }: { world: ServedWorld; device: OpenDevice }) {
    const host = await world.member({ roles: [{ role: 'moderator' }] });
    const { id } = await newSession(world, host, { moderation: 'before' });
    const one = await device(await world.member(), { phone: true });
    const other = await one.context().newPage();
    const arrived: string[] = [];
    one.context().on('response', (response) => {
      const isAsked = response.request().method() === 'POST' && response.url().endsWith('/inquiries');
      if (isAsked) arrived.push(`${String(response.status())} ${response.request().postData() ?? ''}`);
    });
    for (const page of [one, other]) {
      await page.goto(`/qna/${id}`);
      await expect(composer(page)).toBeVisible();
    }
    await other.getByText('Của tôi', { exact: true }).click();
    await expect(other.getByText('Bạn chưa hỏi câu nào')).toBeVisible();
    return { one, other, arrived };
  }

  test('what is asked, edited or withdrawn in one shows in the other', async ({ world, device }) => {
    const { one, other } = await twoTabs({ world, device });
    await composer(one).fill('Câu hỏi từ thẻ thứ nhất?');
    await one.getByText('Ẩn danh câu này').click();
    await one.getByRole('button', { name: 'Gửi', exact: true }).click();
    const shown = other.getByRole('article').filter({ hasText: 'Câu hỏi từ thẻ thứ nhất?' });
    await expect(shown).toContainText('Chờ duyệt');
    await expect(shown).toContainText('Ẩn danh');

    await one.getByText('Của tôi', { exact: true }).click();
    await one.getByRole('button', { name: 'Sửa', exact: true }).click();
    await one.getByRole('textbox', { name: 'Sửa câu hỏi' }).fill('Câu hỏi đã sửa lại?');
    await one.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(other.getByText('Câu hỏi đã sửa lại?')).toBeVisible();

    await one.getByRole('button', { name: 'Rút câu hỏi' }).click();
    await expect(other.getByRole('article').filter({ hasText: 'Câu hỏi đã sửa lại?' })).toContainText(
      'Đã rút',
      { timeout: 20_000 },
    );
    // And the other way round.
    await composer(other).fill('Câu hỏi từ thẻ thứ hai?');
    await other.getByRole('button', { name: 'Gửi', exact: true }).click();
    await expect(one.getByRole('article').filter({ hasText: 'Câu hỏi từ thẻ thứ hai?' })).toContainText(
      'Chờ duyệt',
    );
  });

  test('what waits for the network is sent once, also when the tab it was written in is gone', async ({
    world,
    device,
  }) => {
    const { one, other, arrived } = await twoTabs({ world, device });
    await one.context().setOffline(true);
    await composer(one).fill('Câu viết khi mất mạng?');
    await one.getByRole('button', { name: 'Gửi', exact: true }).click();
    const waiting = other.getByRole('article').filter({ hasText: 'Câu viết khi mất mạng?' });
    await expect(waiting).toContainText('Chưa gửi, đã giữ trên máy');
    await one.context().setOffline(false);
    await expect(waiting).toContainText('Chờ duyệt', { timeout: 30_000 });
    await expect(composer(one)).toHaveValue('');
    expect(arrived).toHaveLength(1);

    await one.context().setOffline(true);
    await composer(one).fill('Câu của thẻ đã đóng?');
    await one.getByRole('button', { name: 'Gửi', exact: true }).click();
    const left = other.getByRole('article').filter({ hasText: 'Câu của thẻ đã đóng?' });
    await expect(left).toContainText('Chưa gửi, đã giữ trên máy');
    await one.close();
    await other.context().setOffline(false);
    await expect(left).toContainText('Chờ duyệt', { timeout: 30_000 });
    expect(arrived).toHaveLength(2);
  });
});

test('what is typed is there again, down to the last letter, when the page is reloaded at once', async ({
  world,
  device,
}) => {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const { id } = await newSession(world, host);
  const page = await device(await world.member(), { phone: true });
  await page.goto(`/qna/${id}`);
  await composer(page).fill('Bao giờ');
  await composer(page).press('End');
  await composer(page).pressSequentially(' có bản tin mới');
  await page.reload();
  await expect(composer(page)).toHaveValue('Bao giờ có bản tin mới');
  await composer(page).fill('');
  await page.reload();
  await expect(composer(page)).toHaveValue('');
});
