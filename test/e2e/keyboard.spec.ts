import { expect, type Locator, type Page } from '@playwright/test';
import { AttemptScreen } from '../support/attempt-screen.js';
import { ask, newSession } from '../support/qna.js';
import { test } from '../support/browser.js';
import { onlyUnits, publishedRound } from '../support/contest.js';
import { PASSWORD } from '../support/world.js';

const FARTHEST = 40;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `reached within ${FARTHEST} presses of Tab`).toBeFocused();
}

test('a member signs in, enters, answers, flags, submits and reads the review without a mouse', async ({
  world,
  device,
}) => {
  const unitId = await world.unit();
  const organiser = await world.member({ unitId, roles: [{ role: 'organiser' }] });
  await world.member({ unitId, code: 'PHIM-01' });
  const { contestId } = await publishedRound(world, organiser, {
    questions: 3,
    eligibility: onlyUnits(unitId),
    answersVisible: { kind: 'on_submission' },
  });
  const page = await device(null);
  const { keyboard } = page;
  const screen = new AttemptScreen(page);

  await test.step('signs in', async () => {
    await page.goto(`/contests/${contestId}`);
    await tabTo(page, page.getByLabel('Email hoặc mã thành viên'));
    await keyboard.type('PHIM-01');
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Tìm hiểu Hiến pháp' })).toBeVisible();
  });

  await test.step('looks through the tabs with the arrow keys and enters', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Tổng quan' }));
    await keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Thể lệ' })).toBeFocused();
    await expect(page.getByRole('tabpanel')).toContainText('Ai cũng được thi');
    await tabTo(page, page.getByRole('button', { name: 'Vào thi vòng 1' }));
    await keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await tabTo(page, sheet.getByRole('checkbox', { name: 'Tôi đã đọc thể lệ' }));
    await keyboard.press('Space');
    await tabTo(page, sheet.getByRole('button', { name: 'Bắt đầu' }));
    await keyboard.press('Enter');
    await screen.isAt(1);
  });

  await test.step('answers with digits, with Tab and Space, and inside the group with arrows', async () => {
    await keyboard.press('2');
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
    await keyboard.press('f');
    await expect(page.getByRole('button', { name: 'Đã đánh dấu', exact: true })).toBeVisible();
    await keyboard.press('ArrowRight');
    await screen.isAt(2);
    await tabTo(page, page.getByRole('radio').first());
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
    await screen.isAt(2);
    await tabTo(page, page.getByRole('button', { name: 'Câu tiếp theo' }));
    await keyboard.press('Enter');
    await screen.isAt(3);
    await keyboard.press('ArrowLeft');
    await screen.isAt(2);
  });

  await test.step('sees which keys there are, and goes back to where the focus was', async () => {
    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Phím tắt' });
    await expect(help).toContainText('Đánh dấu câu đang làm');
    await keyboard.press('1');
    await keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
  });

  await test.step('submits: the focus starts on the safe button and Esc closes', async () => {
    await keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    const safe = dialog.getByRole('button', { name: 'Làm tiếp câu chưa trả lời' });
    await expect(safe).toBeFocused();
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await keyboard.press('Control+Enter');
    await expect(safe).toBeFocused();
    await keyboard.press('Enter');
    await screen.isAt(3);
    await keyboard.press('1');
    await keyboard.press('Control+Enter');
    await expect(dialog).toContainText('Bạn đã trả lời đủ 3 câu');
    await tabTo(page, dialog.getByRole('button', { name: 'Nộp bài' }));
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/\/result$/);
  });

  await test.step('goes through the review with J and K', async () => {
    const questions = page.getByRole('article');
    await expect(questions).toHaveCount(3);
    await keyboard.press('j');
    await expect(questions.first()).toBeFocused();
    await keyboard.press('j');
    await expect(questions.nth(1)).toBeFocused();
    await keyboard.press('k');
    await expect(questions.first()).toBeFocused();
  });
});

test('the skip link is the first stop and leads past the navigation', async ({ world, device }) => {
  const page = await device(await world.member());
  await page.goto('/contests');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('Esc gives the focus back to what opened a layer', async ({ world, device }) => {
  const page = await device(await world.member({ fullName: 'Phan Thị Lê' }));
  await page.goto('/');
  const menu = page.getByRole('button', { name: 'Tài khoản Phan Thị Lê' });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeHidden();
  await expect(menu).toBeFocused();
});

test('one asks, supports a question and takes one back by keyboard alone', async ({ world, device }) => {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  const session = await newSession(world, host);
  await ask(await world.member(), session.id, { text: 'Câu của người khác có ủng hộ được không?' });
  const page = await device(await world.member());
  await page.goto(`/qna/${session.id}`);

  const vote = page.getByRole('button', { name: /Ủng hộ câu hỏi/ }).first();
  await tabTo(page, vote);
  await page.keyboard.press('Space');
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await expect(vote).toBeFocused();
  await page.keyboard.press('Space');
  await expect(vote).toHaveAttribute('aria-pressed', 'false');

  await tabTo(page, page.getByRole('textbox', { name: 'Đặt câu hỏi' }));
  await page.keyboard.type('Câu gõ bằng bàn phím có tới nơi không?');
  const anonymous = page.getByRole('switch', { name: 'Ẩn danh câu này' });
  await tabTo(page, anonymous);
  await page.keyboard.press('Space');
  await expect(anonymous).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Gửi', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Biên nhận số/).first()).toBeVisible();

  await tabTo(page, page.getByRole('radio', { name: 'Nhiều phiếu' }));
  for (let place = 0; place < 3; place += 1) await page.keyboard.press('ArrowRight');
  const withdraw = page.getByRole('button', { name: 'Rút câu hỏi' });
  await expect(withdraw).toBeVisible();
  await tabTo(page, withdraw);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã rút câu hỏi.').first()).toBeVisible();
});
