import { expect } from '@playwright/test';
import { attemptView } from '../../shared/contest/attempt.schema.js';
import { test } from '../support/browser.js';
import { onlyUnits, publishedRound } from '../support/contest.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

/** A round with people who have submitted, one who changed device, and one who is at it with extra time. */
async function roundWithPeople(world: ServedWorld) {
  const unitId = await world.unit({ name: 'Ban Kinh tế biển' });
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  const join = (fullName: string) => world.member({ unitId, fullName });
  const [oanh, my, ha] = [await join('Trịnh Kim Oanh'), await join('Vũ Hà My'), await join('Trần Thu Hà')];
  const { roundId, contestId } = await publishedRound(world, organiser, {
    questions: 4,
    attemptsAllowed: 2,
    eligibility: onlyUnits(unitId),
    shuffleQuestions: false,
  });
  const start = async (who: Agent) =>
    attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`)).body);
  const answer = (who: Agent, id: string, place: { position: number; choice: string; epoch?: number }) =>
    who.put(`/api/attempts/${id}/answers/${place.position}`, {
      response: { type: 'single_choice', choice: place.choice },
      epoch: place.epoch ?? 1,
      sequence: place.position,
    });
  const first = await start(oanh);
  await answer(oanh, first.id, { position: 1, choice: 'b' });
  await answer(oanh, first.id, { position: 2, choice: 'a' });
  await oanh.put(`/api/attempts/${first.id}/submission`, { epoch: 1 });
  const second = await start(my);
  await my.put(`/api/attempts/${second.id}/lead`);
  await answer(my, second.id, { position: 1, choice: 'b', epoch: 2 });
  await my.put(`/api/attempts/${second.id}/submission`, { epoch: 2 });
  await organiser.put(`/api/rounds/${roundId}/extra-time/${ha.memberId}`, {
    minutes: 10,
    reason: 'Khiếm thị',
  });
  return { organiser, roundId, contestId, start, ha };
}

test('an organiser finds an attempt among those of a round, opens it and goes on to the next', async ({
  world,
  device,
}) => {
  const { organiser, roundId, contestId, start, ha } = await roundWithPeople(world);
  const page = await device(organiser);
  const rows = page.getByRole('row').filter({ hasText: 'Ban Kinh tế biển' });

  await test.step('comes from the page of the contest', async () => {
    await page.goto(`/organise/contests/${contestId}/run`);
    await page.getByRole('link', { name: 'Xem các lượt thi' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vòng 1' })).toBeVisible();
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('Vũ Hà My');
    await expect(rows.first()).toContainText('Đổi thiết bị 1 lần');
    await expect(rows.first()).toContainText('Đã nộp');
  });

  await test.step('what comes meanwhile waits until it is asked for', async () => {
    await start(ha);
    const news = page.getByRole('button', { name: '1 lượt mới' });
    await expect(news).toBeVisible({ timeout: 60_000 });
    await expect(rows).toHaveCount(2);
    await news.click();
    await expect(rows).toHaveCount(3);
    await expect(rows.first()).toContainText('Trần Thu Hà');
    await expect(rows.first()).toContainText('+10 phút');
    await expect(rows.first()).toContainText('Đang làm');
    await expect(news).toBeHidden();
  });

  await test.step('filters by state, by what is to be known, and by words, all in the address', async () => {
    await page.getByText('Đã nộp 2').click();
    await expect(rows).toHaveCount(2);
    await page.getByRole('button', { name: 'Đổi thiết bị 1' }).click();
    await expect(rows).toHaveCount(1);
    await expect(page).toHaveURL(/state=submitted/);
    await page.getByRole('button', { name: 'Đổi thiết bị 1' }).click();
    await page.getByRole('searchbox', { name: 'Tìm tên, mã thành viên' }).fill('oanh');
    await expect(rows).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Tìm tên, mã thành viên' }).fill('khongcoai');
    await expect(page.getByText('Không có lượt thi nào khớp')).toBeVisible();
    await page.getByRole('button', { name: 'Bỏ bộ lọc' }).click();
    await expect(rows).toHaveCount(3);
  });

  await test.step('opens a paper: answers, points, times', async () => {
    await page.getByRole('link', { name: /Trịnh Kim Oanh/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trịnh Kim Oanh' })).toBeVisible();
    await expect(page.getByText('5/20 điểm')).toBeVisible();
    const questions = page.getByRole('article');
    await expect(questions).toHaveCount(4);
    await expect(questions.nth(0)).toContainText('Đã chọn, đúng');
    await expect(questions.nth(0)).toContainText('5/5');
    await expect(questions.nth(1)).toContainText('Đáp án');
    await expect(questions.nth(2)).toContainText('Không trả lời');
    await expect(page.getByRole('listitem').filter({ hasText: 'Nộp bài' })).toBeVisible();
    await page.getByText('Chưa đúng 3').click();
    await expect(questions).toHaveCount(3);
    await page.keyboard.press('j');
    await expect(questions.first()).toBeFocused();
  });

  await test.step('goes on to the neighbours of the list', async () => {
    await page.getByRole('link', { name: 'Lượt bắt đầu sau' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vũ Hà My' })).toBeVisible();
    await expect(page.getByText('Làm tiếp trên thiết bị khác')).toBeVisible();
    await page.getByRole('link', { name: 'Lượt bắt đầu sau' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trần Thu Hà' })).toBeVisible();
    await expect(page.getByText('Chưa có điểm khi đang làm')).toBeVisible();
    await page.getByRole('link', { name: 'Lượt thi', exact: true }).click();
    await expect(rows).toHaveCount(3);
  });

  await test.step('on a phone too', async () => {
    const phone = await device(organiser, { phone: true, scheme: 'dark' });
    await phone.goto(`/organise/rounds/${roundId}/attempts`);
    await phone.getByRole('link', { name: /Vũ Hà My/ }).click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Vũ Hà My' })).toBeVisible();
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
