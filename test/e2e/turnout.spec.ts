import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';
import { HOUR, onlyUnits, publishedRound, type PublishedRound } from '../support/contest.js';
import { startCrowd, submitCrowd } from '../support/crowd.js';
import { openXlsx } from '../support/open-xlsx.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

const NAMES = [
  'Trần Quốc Anh',
  'Đoàn Khánh Chi',
  'Cao Minh Đức',
  'Phan Gia Khiêm',
  'Lại Thu Lan',
  'Mạc Hà My',
];

type Club = { coordinator: Agent; people: Agent[]; round: PublishedRound; other: Agent };

/** A unit with two below it; somebody is at it, somebody is through. */
async function club(world: ServedWorld, title = 'Báo chí Việt Nam qua các thời kỳ'): Promise<Club> {
  const root = await world.unit({ name: `CLB Lý luận trẻ ${title.length}` });
  const unit = await world.unit({ name: 'CLB Lý luận', parentId: root });
  const [press, history] = [
    await world.unit({ name: 'Tổ Báo chí', parentId: unit }),
    await world.unit({ name: 'Tổ Lịch sử', parentId: unit }),
  ];
  const elsewhere = await world.unit({ name: 'Tổ Pháp luật', parentId: root });
  const organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  const coordinator = await world.member({
    unitId: root,
    fullName: 'Nguyễn Thị Hạnh',
    roles: [{ role: 'coordinator', unitId: unit }],
  });
  const people: Agent[] = [];
  for (const [at, fullName] of NAMES.entries())
    people.push(await world.member({ unitId: at % 2 ? history : press, fullName }));
  const round = await publishedRound(world, organiser, { title, eligibility: onlyUnits(root) });
  const attempts = await startCrowd(world, round, {
    members: people.slice(4).map(({ memberId }) => memberId),
    deadlineAt: new Date(world.now().getTime() + HOUR),
  });
  await submitCrowd(world, round, attempts.slice(0, 1));
  const other = await world.member({ unitId: elsewhere, fullName: 'Kiều Văn Thành' });
  return { coordinator, people, round, other };
}

const table = (page: Page) => page.getByRole('table');
const names = (page: Page) => table(page).getByRole('rowheader').allInnerTexts();
const firstLines = (texts: string[]) =>
  texts.map((text) => text.split('\n').find((line) => line.includes(' ')));

test('a coordinator sees who has not entered, reminds one and all, and the reminder stands at home until they enter', async ({
  world,
  device,
}) => {
  const { coordinator, people, other } = await club(world);
  const page = await device(coordinator);
  await page.goto('/');
  await page.getByRole('link', { name: 'Dự thi của đơn vị' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dự thi của đơn vị' })).toBeVisible();
  await expect(page.getByText('Đã dự thi 1 trên 6 người.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chưa thi 4' })).toBeChecked();
  expect(firstLines(await names(page))).toEqual(NAMES.slice(0, 4));

  await page.getByRole('button', { name: 'Nhắc Cao Minh Đức' }).click();
  await expect(table(page).getByRole('row', { name: /Cao Minh Đức/ })).toContainText('Hôm nay');
  await expect(page.getByRole('button', { name: 'Nhắc 3 người chưa nhắc' })).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('button', { name: 'Nhắc 4 người chưa nhắc' })).toBeVisible();

  const home = await device(people[0] ?? other);
  await home.goto('/');
  await expect(home.getByText(/nhắc bạn lúc/)).toBeHidden();
  await page.getByRole('button', { name: 'Nhắc 4 người chưa nhắc' }).click();
  await expect(page.getByText('Đã nhắc 4 người')).toBeVisible();
  await expect(page.getByRole('button', { name: /chưa nhắc/ })).toBeHidden();
  await home.reload();
  await expect(home.getByText(/Nguyễn Thị Hạnh nhắc bạn lúc \d\d:\d\d/)).toBeVisible();
  const stranger = await device(other);
  await stranger.goto('/');
  await expect(stranger.getByText('Báo chí Việt Nam qua các thời kỳ').first()).toBeVisible();
  await expect(stranger.getByText(/nhắc bạn lúc/)).toBeHidden();

  await home
    .getByRole('link', { name: /Vào thi/ })
    .first()
    .click();
  await home
    .getByRole('button', { name: /Vào thi/ })
    .first()
    .click();
  const start = home.getByRole('dialog');
  await start.getByRole('checkbox').check();
  await start.getByRole('button', { name: /Bắt đầu/ }).click();
  await expect(home).toHaveURL(/attempts/);
  await home.goto('/');
  await expect(home.getByText('Đang tính giờ')).toBeVisible();
  await expect(home.getByText(/nhắc bạn lúc/)).toBeHidden();
});

test('the list is searched, copied, printed and taken as Excel: everybody who matches, and nobody else', async ({
  world,
  device,
}) => {
  const { coordinator } = await club(world, 'Hiến pháp và pháp luật');
  const page = await device(coordinator);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto('/organise/turnout');
  await page.getByRole('button', { name: 'Chép tên' }).click();
  await expect(page.getByText('Đã chép 4 tên')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(NAMES.slice(0, 4).join('\n'));

  await page.getByRole('searchbox').fill('lich su');
  await expect(table(page).getByRole('rowheader')).toHaveCount(2);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Excel' }).click(),
  ]);
  const { rows } = await openXlsx(await bytesOf(await file.createReadStream()));
  expect(rows.slice(1).map((row) => row[1])).toEqual(['Đoàn Khánh Chi', 'Phan Gia Khiêm']);

  await page.getByRole('link', { name: 'In', exact: true }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  expect(await names(page)).toEqual(['Đoàn Khánh Chi', 'Phan Gia Khiêm']);
  await expect(page.getByText('Vòng 1: Hiến pháp và pháp luật')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Quay lại' })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('lich su');
});

test('on a phone the round is changed in a sheet, and who has just entered leaves when one looks again', async ({
  world,
  device,
}) => {
  const { coordinator, people, round } = await club(world, 'Dữ liệu của bạn');
  const page = await device(coordinator, { phone: true });
  await page.goto('/organise/turnout');
  await expect(table(page).getByRole('row', { name: /Trần Quốc Anh/ })).toBeVisible();
  await page.getByRole('button', { name: 'Lấy danh sách' }).click();
  await expect(page.getByRole('button', { name: 'Chép tên' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await people[0]?.post(`/api/rounds/${round.roundId}/attempts`))?.status).toBe(201);
  await page.getByRole('button', { name: '1 người vừa vào thi' }).click({ timeout: 25_000 });
  await expect(table(page).getByRole('row', { name: /Trần Quốc Anh/ })).toBeHidden();
});

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
