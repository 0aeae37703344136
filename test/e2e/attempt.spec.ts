import { expect } from '@playwright/test';
import { AttemptScreen } from '../support/attempt-screen.js';
import { test } from '../support/browser.js';
import { HOUR, MINUTE } from '../support/contest.js';
import { entrant, giveKinds, start, storedAnswers } from '../support/entrant.js';

test('a member finds the open round at home, reads the sheet and starts on a phone', async ({
  world,
  device,
}) => {
  const { member } = await entrant(world, { title: 'Vòng trên điện thoại' });
  const page = await device(member, { phone: true });

  await page.goto('/');
  const open = page.getByRole('region', { name: 'Vòng thi đang mở' }).first();
  await expect(open).toContainText('Vòng trên điện thoại');
  await open.getByRole('link', { name: 'Vào thi vòng 1' }).click();

  await expect(page.getByRole('heading', { name: 'Tìm hiểu Hiến pháp' })).toBeVisible();
  await page.getByRole('button', { name: 'Vào thi vòng 1' }).click();
  const sheet = page.getByRole('dialog', { name: /^Bắt đầu thi/ });
  await expect(sheet).toContainText('6 câu trong 30 phút');
  await sheet.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(sheet).toContainText('Hãy đọc thể lệ và đánh dấu vào ô này');
  await sheet.getByRole('checkbox', { name: 'Tôi đã đọc thể lệ' }).check();
  await sheet.getByRole('button', { name: 'Bắt đầu' }).click();

  await new AttemptScreen(page).isAt(1);
  await expect(page.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/);

  await page.goto('/contests');
  const bar = page.getByRole('region', { name: 'Lượt thi đang làm' });
  await bar.getByRole('link').click();
  await new AttemptScreen(page).isAt(1);
});

test('answers, flags and the place survive a reload and a time without network', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);

  await screen.choose('b');
  await screen.goOn();
  await screen.choose('b');
  await page.getByRole('button', { name: 'Đánh dấu' }).click();
  await screen.isSaved();
  await page.reload();

  await screen.isAt(2);
  await expect(screen.option('b')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Đã đánh dấu' })).toHaveAttribute('aria-pressed', 'true');
  const navigator = await screen.openNavigator();
  await expect(navigator.getByRole('button', { name: 'Câu 1, đã trả lời' })).toBeVisible();
  await expect(
    navigator.getByRole('button', { name: 'Câu 2, đang làm, đã trả lời, đã đánh dấu' }),
  ).toBeVisible();
  await navigator.getByRole('button', { name: 'Câu 4, chưa trả lời' }).click();
  await screen.isAt(4);

  await page.context().setOffline(true);
  await screen.choose('a');
  await screen.goOn();
  await screen.choose('c');
  await expect(page.getByText('Đang mất mạng, 2 câu chưa gửi.')).toBeVisible();
  await expect(page.getByText(/^Phải có mạng trước|Phải có mạng trước \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(page.getByText('Đã giữ trên máy', { exact: true })).toBeVisible();
  expect(await storedAnswers(world, member.memberId)).toBe(2);

  await page.context().setOffline(false);
  await expect(page.getByText('Đã kết nối lại')).toBeVisible();
  await screen.isSaved();
  await expect.poll(() => storedAnswers(world, member.memberId)).toBe(4);
});

test('a second device takes over, and what the first had not sent is offered, not applied', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world);
  const phone = await device(member, { phone: true });
  const onPhone = await start(phone, contestId);
  await onPhone.choose('b');
  await onPhone.isSaved();
  await phone.context().setOffline(true);
  await onPhone.goOn();
  await onPhone.choose('c');

  const laptop = await device(await world.secondDevice(member));
  await laptop.goto(phone.url());
  const onLaptop = new AttemptScreen(laptop);
  await expect(laptop.getByText('Bài đang mở trên thiết bị khác.')).toBeVisible();
  await expect(onLaptop.option('b')).toBeDisabled();
  await laptop.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
  await onLaptop.isAt(2);
  await onLaptop.choose('b');
  await onLaptop.isSaved();

  await phone.context().setOffline(false);
  await expect(phone.getByText('Bài đang mở trên thiết bị khác.')).toBeVisible();
  await expect(onPhone.option('a')).toBeDisabled();
  await expect(laptop.getByText('Thiết bị cũ còn 1 câu chưa gửi: câu 2.')).toBeVisible();
  await expect(onLaptop.option('b')).toBeChecked();

  await laptop.getByRole('button', { name: 'Xem và chọn' }).click();
  const offers = laptop.getByRole('dialog', { name: 'Câu trả lời từ thiết bị cũ' });
  await expect(offers).toContainText('Phương án b');
  await expect(offers).toContainText('Phương án c');
  await offers.getByRole('button', { name: 'Dùng câu từ thiết bị cũ' }).click();
  await expect(offers).toBeHidden();
  await expect(onLaptop.option('c')).toBeChecked();

  await phone.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
  await expect(onPhone.option('c')).toBeChecked();
  await expect(onPhone.option('c')).toBeEnabled();
  await expect(laptop.getByText('Bài đang mở trên thiết bị khác.')).toBeVisible();
});

test('submitting gives the result, and the review opens by itself when the round closes', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world);
  const page = await device(member, { phone: true });
  await page.clock.install();
  const screen = await start(page, contestId);
  for (const letter of ['b', 'b', 'b', 'c', 'a']) {
    await screen.choose(letter);
    await screen.goOn();
  }
  await page.getByRole('button', { name: 'Đánh dấu' }).click();
  await page.getByRole('navigation', { name: 'Chuyển câu' }).getByRole('button', { name: 'Nộp bài' }).click();
  const dialog = page.getByRole('dialog', { name: /Nộp bài ngay bây giờ/ });
  await expect(dialog.getByRole('button', { name: 'Làm tiếp câu chưa trả lời' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Đến câu 6' })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Vẫn nộp bài' }).click();

  await expect(page).toHaveURL(/\/attempts\/[^/]+\/result$/);
  await expect(page.getByRole('img', { name: '17,5 trên 30 điểm' })).toBeVisible();
  await expect(page.getByText('Đáp án mở sau')).toBeVisible();
  await expect(page.getByText('Vì sách viết vậy')).toHaveCount(0);

  await world.advance(HOUR + MINUTE);
  await page.clock.fastForward(HOUR + MINUTE);
  await expect(page.getByText('Vì sách viết vậy')).toHaveCount(6);
  await page.getByText('Sai 3').click();
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page).toHaveURL(/filter=wrong/);
  await page.getByText('Đã đánh dấu 1').click();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('every kind of question is answered in its own way, and graded', async ({ world, device }) => {
  const { member, contestId, questions } = await entrant(world, {
    questions: 4,
    shuffleQuestions: false,
    answersVisible: { kind: 'on_submission' },
  });
  await giveKinds(world, member, questions);
  const page = await device(member, { phone: true });
  const screen = await start(page, contestId);
  const answer: Record<string, () => Promise<void>> = {
    multiple_choice: async () => {
      await page.getByRole('checkbox', { name: 'Phương án a' }).check();
      await page.getByRole('checkbox', { name: 'Phương án b' }).check();
    },
    true_false: () => page.getByRole('radio', { name: 'Sai' }).check(),
    number: async () => {
      await page.getByLabel('Câu trả lời bằng số').fill('ba rưỡi');
      await expect(page.getByText('Chưa đọc được số này nên chưa lưu.')).toBeVisible();
      await page.getByLabel('Câu trả lời bằng số').fill('3,45');
      await expect(page.getByText('Hệ thống đọc là 3,45.')).toBeVisible();
    },
    short_text: () => page.getByLabel('Câu trả lời của bạn').fill('dien bien phu'),
  };
  for (let position = 1; position <= 4; position += 1) {
    await screen.isAt(position);
    const text = await page.getByRole('heading', { level: 1 }).innerText();
    await answer[text.replace('Loại ', '')]?.();
    if (position < 4) await screen.goOn();
  }
  await page.getByRole('navigation', { name: 'Chuyển câu' }).getByRole('button', { name: 'Nộp bài' }).click();
  const dialog = page.getByRole('dialog', { name: /Nộp bài ngay bây giờ/ });
  await expect(dialog).toContainText('Bạn đã trả lời đủ 4 câu');
  await dialog.getByRole('button', { name: 'Nộp bài' }).click();

  await expect(page.getByRole('img', { name: '20 trên 20 điểm' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(4);
});

test('when the time is up, the page locks and the server hands in what reached it', async ({
  world,
  device,
}) => {
  const { member, contestId } = await entrant(world, { durationMinutes: 5 });
  const page = await device(member);
  await page.clock.install();
  const screen = await start(page, contestId);
  await screen.choose('b');
  await screen.isSaved();

  await world.advance(6 * MINUTE);
  await page.clock.fastForward(6 * MINUTE);
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/result$/);
  await expect(page.getByText('Hết giờ nên máy chủ đã tự nộp bài')).toBeVisible();
  await expect(page.getByRole('img', { name: '5 trên 30 điểm' })).toBeVisible();
});
