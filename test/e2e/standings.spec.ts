import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { attemptView } from '../../shared/contest/attempt.schema.js';
import { test } from '../support/browser.js';
import { HOUR, MINUTE, inFuture, onlyUnits, publishedRound, type RoundTraits } from '../support/contest.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

type Race = { member: Agent; rival: Agent; organiser: Agent; contestId: string; roundId: string };

/** Two members of a unit in a round of their own. */
async function race(world: ServedWorld, changes: RoundTraits = {}): Promise<Race> {
  const unitId = await world.unit({ headCount: 4 });
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  return {
    member: await world.member({ unitId, fullName: 'Bùi Thị Mận' }),
    rival: await world.member({ unitId, fullName: 'Cao Văn Ổi' }),
    organiser,
    ...(await publishedRound(world, organiser, { eligibility: onlyUnits(unitId), questions: 4, ...changes })),
  };
}

/** Takes the round: chooses `b`, which is right, for the first questions. */
async function take(who: Agent, { roundId, right }: { roundId: string; right: number }): Promise<void> {
  const attempt = attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`)).body);
  for (let position = 1; position <= right; position += 1) {
    const response = { type: 'single_choice', choice: 'b' };
    await who
      .put(`/api/attempts/${attempt.id}/answers/${position}`, { epoch: 1, sequence: position, response })
      .expect(200);
  }
  await who.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);
}

async function show(page: Page, { contestId, tab }: { contestId: string; tab: string }): Promise<void> {
  await page.goto(`/contests/${contestId}`);
  await page.getByRole('tab', { name: tab }).click();
}

test('members and units in order; the own row stays in view when it is on another page', async ({
  world,
  device,
}) => {
  const rows: unknown = await world.database.query(
    `SELECT member.code, contest.id FROM round_result JOIN member ON member.id = member_id
     JOIN round ON round.id = round_id JOIN contest ON contest.id = contest_id
     WHERE contest.title = 'Tìm hiểu Hiến pháp và pháp luật 2026'
     ORDER BY points DESC, time_used_ms, round_result.submitted_at OFFSET 100 LIMIT 1`,
  );
  const [{ code, id }] = z.tuple([z.object({ code: z.string(), id: z.uuid() })]).parse(rows);
  const page = await device(await world.demoMember(code));
  await show(page, { contestId: id, tab: 'Bảng xếp hạng' });

  await expect(page).toHaveURL(/tab=standings/);
  const members = page.getByRole('table', { name: /^Xếp hạng cá nhân/ });
  await expect(members.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('1');
  await expect(page.getByText('152 người dự thi')).toBeVisible();
  await expect(page.getByText('Bạn đứng hạng 101')).toBeVisible();
  await expect(members.getByRole('row').last()).toContainText('(bạn)');
  await expect(members.getByRole('row').last().getByRole('cell').first()).toHaveText('101');

  const pages = page.getByRole('navigation', { name: 'Các trang của bảng xếp hạng' });
  const onFirst = await members.getByRole('row').count();
  await pages.getByRole('button', { name: 'Trang sau' }).click();
  await expect(members.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(String(onFirst - 1));
  await page.goBack();
  await expect(members.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('1');

  await page.getByText('Đơn vị', { exact: true }).first().click();
  const units = page.getByRole('table', { name: /^Xếp hạng đơn vị/ });
  await expect(units.getByRole('row', { name: /\(bạn\)/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cách tính' }).click();
  await expect(page.getByRole('dialog')).toContainText('chia cho');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('hidden standings say when they come, and come without a reload', async ({ world, device }) => {
  const made = await race(world, { standingsVisible: { kind: 'on_close' } });
  await take(made.rival, { roundId: made.roundId, right: 4 });
  await take(made.member, { roundId: made.roundId, right: 2 });
  const page = await device(made.member, { phone: true });
  await page.clock.install();
  await show(page, { contestId: made.contestId, tab: 'Bảng xếp hạng' });

  await expect(page.getByText('Bảng xếp hạng chưa mở')).toBeVisible();
  await expect(page.getByText('Cao Văn Ổi')).toHaveCount(0);

  await world.advance(HOUR + MINUTE);
  await page.clock.fastForward(HOUR + MINUTE);
  const table = page.getByRole('table', { name: /^Xếp hạng cá nhân/ });
  await expect(
    table
      .getByRole('row', { name: /Cao Văn Ổi/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('1');
  await expect(
    table
      .getByRole('row', { name: /Bùi Thị Mận/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('2');
  await page.getByText('Đơn vị', { exact: true }).first().click();
  await expect(page.getByRole('row', { name: /\(bạn\)/ })).toContainText('2/4');
});

test('open standings move when somebody submits', async ({ world, device }) => {
  const made = await race(world);
  await take(made.member, { roundId: made.roundId, right: 2 });
  const page = await device(made.member);
  await show(page, { contestId: made.contestId, tab: 'Bảng xếp hạng' });
  const table = page.getByRole('table', { name: /^Xếp hạng cá nhân/ });
  await expect(
    table
      .getByRole('row', { name: /Bùi Thị Mận/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('1');

  await take(made.rival, { roundId: made.roundId, right: 4 });
  await expect(table.getByRole('row', { name: /Cao Văn Ổi/ })).toBeVisible({ timeout: 40_000 });
  await expect(
    table
      .getByRole('row', { name: /Bùi Thị Mận/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('2');
});

test('a round opens and closes on an open page; what the organiser changes arrives too', async ({
  world,
  device,
}) => {
  const window = { opensAt: inFuture(world, HOUR), closesAt: inFuture(world, 2 * HOUR) };
  const made = await race(world, window);
  const page = await device(made.member, { phone: true });
  await page.clock.install();
  await page.goto(`/contests/${made.contestId}`);
  await expect(page.getByText('Vòng 1 sắp mở')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vào thi vòng 1' })).toHaveCount(0);

  await world.advance(HOUR + MINUTE);
  await page.clock.fastForward(HOUR + MINUTE);
  // The server looks at the database's clock every ten seconds.
  await expect(page.getByText('Vòng 1 đang mở')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Vào thi vòng 1' })).toBeVisible();

  const later = { opensAt: window.opensAt, closesAt: inFuture(world, 27 * HOUR), reason: 'Bão' };
  await made.organiser.put(`/api/rounds/${made.roundId}/window`, later).expect(200);
  const countdown = page.getByRole('region', { name: 'Tìm hiểu Hiến pháp' });
  await expect(countdown).toContainText(/1\s*ngày/);

  await world.advance(28 * HOUR);
  await page.clock.fastForward(28 * HOUR);
  await expect(page.getByText('Đã kết thúc')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vào thi vòng 1' })).toHaveCount(0);
});
