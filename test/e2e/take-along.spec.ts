import { expect, type Download, type Page } from '@playwright/test';
import { z } from 'zod';
import { test } from '../support/browser.js';
import { HOUR, onlyUnits, publishedRound } from '../support/contest.js';
import { addCrowd, startCrowd, submitCrowd } from '../support/crowd.js';
import { readBoth } from '../support/files.js';
import { openXlsx } from '../support/open-xlsx.js';
import { pdfTextOf } from '../support/pdf-text.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

/** More than a page of the list, and more than its largest. */
const PEOPLE = 123;

type Held = { organisation: string; organiser: Agent; reader: Agent; contestId: string; roundId: string };

/** A round that is over, whose results are official; the reader is one of those in it. */
async function heldRound(world: ServedWorld, traits: { name: string; isOver: boolean }): Promise<Held> {
  const organisation = `Tạp chí ${traits.name}`;
  const root = await world.unit({ name: organisation });
  const unitId = await world.unit({ name: 'Ban Kinh tế', parentId: root });
  const organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  const reader = await world.member({ unitId, fullName: 'Nguyễn Trần Thị Khánh Huyền' });
  const closesAt = new Date(world.now().getTime() + (traits.isOver ? -HOUR : HOUR));
  const round = await publishedRound(world, organiser, {
    title: 'Lịch sử Việt Nam hiện đại',
    eligibility: onlyUnits(root),
    opensAt: new Date(closesAt.getTime() - 3 * HOUR).toISOString(),
    closesAt: closesAt.toISOString(),
  });
  const members = [...(await addCrowd(world, PEOPLE - 1, [unitId])), reader.memberId];
  const attempts = await startCrowd(world, round, { members, deadlineAt: closesAt });
  await submitCrowd(world, round, attempts);
  return { organisation, organiser, reader, ...round };
}

async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream())
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function take(page: Page, form: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Tải về' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: form, exact: true }).click(),
  ]);
  await page.keyboard.press('Escape');
  return contentOf(download);
}

const countPrints = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
const show = (page: Page, { contestId, roundId }: Held) =>
  page.goto(`/contests/${contestId}/rounds/${roundId}/standings`);

test('the whole standings are printed with head, date and a place to sign, without the reader’s own mark', async ({
  world,
  device,
}) => {
  const held = await heldRound(world, { name: 'Lý luận', isOver: true });
  const page = await device(held.reader);
  await countPrints(page);
  await show(page, held);
  await expect(page.getByText('(bạn)')).toBeVisible();
  await page.getByRole('link', { name: 'In bảng' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1, name: 'Bảng xếp hạng vòng 1' })).toBeVisible();
  await expect(page.getByText(held.organisation, { exact: true })).toBeVisible();
  await expect(page.getByText('Ban tổ chức cuộc thi Tìm hiểu Hiến pháp')).toBeVisible();
  await expect(page.getByText(/Lịch sử Việt Nam hiện đại, /)).toBeVisible();
  await expect(page.getByText('Kết quả chính thức', { exact: true })).toBeVisible();
  await expect(page.getByText(/^In lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}$/)).toBeVisible();
  await expect(page.getByText('Trưởng ban tổ chức')).toBeVisible();
  await expect(page.getByText('(bạn)')).toBeHidden();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(PEOPLE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Quay lại' })).toBeHidden();

  const pages = await pdfPagesOf(page);
  expect(pages).toBeGreaterThan(2);
  await page.emulateMedia({ media: null });
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await expect(page.getByRole('table', { name: /^Xếp hạng cá nhân/ })).toBeVisible();
});

async function pdfPagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('provisional standings say so and have no place to sign', async ({ world, device }) => {
  const held = await heldRound(world, { name: 'Đời sống', isOver: false });
  const page = await device(held.organiser);
  await countPrints(page);
  await show(page, held);
  await page.getByRole('link', { name: 'In bảng' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  await expect(page.getByText('Tạm tính', { exact: true })).toBeVisible();
  await expect(page.getByText('Trưởng ban tổ chức')).toBeHidden();
});

test('standings leave as Excel, CSV and PDF, attempts as Excel and CSV, all of them', async ({
  world,
  device,
}) => {
  const held = await heldRound(world, { name: 'Ngọn đèn', isOver: true });
  const page = await device(held.reader);
  await show(page, held);
  const { rows } = await openXlsx(await take(page, 'Excel'));
  expect(rows).toHaveLength(PEOPLE + 1);
  for (const read of readBoth(await take(page, 'CSV'))) expect(read).toHaveLength(PEOPLE + 1);
  const pages = await pdfTextOf(await take(page, 'PDF'));
  expect(pages.join('\n').match(/Ban Kinh tế/g)).toHaveLength(PEOPLE);
  await page.getByText('Đơn vị', { exact: true }).first().click();
  const units = await openXlsx(await take(page, 'Excel'));
  expect(
    z
      .array(z.array(z.unknown()))
      .parse(units.rows)
      .slice(1)
      .map((row) => row[1]),
  ).toContainEqual(expect.stringMatching(/^Ban Kinh tế/));

  const desk = await device(held.organiser);
  await desk.goto(`/organise/contests/${held.contestId}/run`);
  for (const name of ['Lượt thi, Excel', 'Lượt thi, CSV']) {
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name }).click(),
    ]);
    const content = await contentOf(download);
    if (name.endsWith('CSV')) for (const read of readBoth(content)) expect(read).toHaveLength(PEOPLE + 1);
    else expect((await openXlsx(content)).rows).toHaveLength(PEOPLE + 1);
  }
});
