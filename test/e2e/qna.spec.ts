import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/browser.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import type { ServedWorld } from '../support/served-world.js';
import type { Agent } from '../support/world.js';

const MINUTE = 60_000;

const question = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text }).first();
const card = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first();
const column = (page: Page, name: string) => page.getByRole('region', { name });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Đặt câu hỏi' });

async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
}

/** A session with two at its desk. */
async function staffed(
  world: ServedWorld,
  traits: Parameters<typeof newSession>[2] = {},
): Promise<NewSession & { host: Agent; triage: Agent }> {
  const host = await world.member({ fullName: 'Lê Người Điều Hành', roles: [{ role: 'moderator' }] });
  const triage = await world.member({ fullName: 'Trần Người Duyệt' });
  const session = await newSession(world, host, traits);
  await host.put(`/api/qna-sessions/${session.id}/team/${triage.memberId}`, { role: 'triage' }).expect(200);
  return { ...session, host, triage };
}

test('a hall: two moderators, a projector, three phones, one of them without a network for a minute', async ({
  world,
  device,
}) => {
  test.slow();
  const session = await staffed(world, { moderation: 'before', guestsAllowed: true });
  const path = `/qna/${session.id}`;
  const [desk, second, projector] = [
    await device(session.host),
    await device(session.triage),
    await device(session.host),
  ];
  await desk.goto(`${path}/desk`);
  await second.goto(`${path}/desk`);
  await projector.goto(`${path}/projector`);
  await expect(projector.getByText(session.code, { exact: true })).toBeVisible();

  const [one, other] = [
    await device(await world.member({ fullName: 'Người Hỏi Thứ Nhất' }), { phone: true }),
    await device(await world.member({ fullName: 'Người Hỏi Thứ Hai' }), { phone: true }),
  ];
  const guest = await device(null, { phone: true });
  await guest.goto(`/q/${session.code}`);
  await guest.getByRole('textbox', { name: 'Tên của bạn' }).fill('Khách Ở Hội Trường');
  await guest.getByRole('button', { name: 'Vào buổi hỏi đáp' }).click();
  await expect(composer(guest)).toBeVisible();
  await one.goto(path);
  await other.goto(path);

  // One phone loses the network and writes: nothing is lost, nothing is doubled.
  await expect(composer(other)).toBeVisible();
  await other.context().setOffline(true);
  const offlineSinceMs = performance.now();
  await send(other, 'Câu viết khi mất mạng có tới nơi không?');
  await other.getByText('Của tôi', { exact: true }).click();
  await expect(other.getByText('Chưa gửi, đã giữ trên máy').first()).toBeVisible();

  await send(one, 'Lưu ảnh căn cước của cộng tác viên trong bao lâu?');
  await expect(one.getByText(/Đã gửi, chờ duyệt/).first()).toBeVisible();
  await send(guest, 'Khách có được hỏi không ạ?');
  await expect(guest.getByText(/Đã gửi, chờ duyệt/).first()).toBeVisible();

  // Both moderators see both; one approves, and the other one hears it.
  const pending = column(desk, 'Chờ duyệt');
  await expect(pending.getByText('Khách có được hỏi không ạ?')).toBeVisible();
  await card(desk, 'Lưu ảnh căn cước').focus();
  await desk.keyboard.press('a');
  await expect(column(second, 'Đã duyệt').getByText(/Lưu ảnh căn cước/)).toBeVisible();
  await card(second, 'Khách có được hỏi').focus();
  await second.keyboard.press('a');
  await expect(column(desk, 'Đã duyệt').getByText(/Khách có được hỏi/)).toBeVisible();

  // The network comes back after a minute: the question goes out once, and what the phone missed is there.
  await pause(Math.max(0, MINUTE - (performance.now() - offlineSinceMs)));
  await expect(other.getByText('Chưa gửi, đã giữ trên máy').first()).toBeVisible();
  await other.context().setOffline(false);
  await expect(pending.getByText('Câu viết khi mất mạng có tới nơi không?')).toHaveCount(1, {
    timeout: 30_000,
  });
  await expect(other.getByText(/Đã gửi, chờ duyệt/).first()).toBeVisible();
  await other.getByText('Mới nhất', { exact: true }).click();
  await expect(question(other, 'Lưu ảnh căn cước')).toBeVisible();

  // A phone supports a question, and everybody's number follows.
  await expect(question(guest, 'Lưu ảnh căn cước')).toBeVisible();
  await question(guest, 'Lưu ảnh căn cước').getByRole('button').first().click();
  await expect(card(desk, 'Lưu ảnh căn cước')).toContainText('1');

  // On air: the projector and the phones show it; answered: its author is told.
  await card(desk, 'Lưu ảnh căn cước').focus();
  await desk.keyboard.press('t');
  await expect(projector.getByRole('heading', { name: /Lưu ảnh căn cước/ })).toBeVisible();
  await expect(guest.getByText('Đang trả lời').first()).toBeVisible();
  await card(desk, 'Lưu ảnh căn cước').focus();
  await desk.keyboard.press('h');
  await expect(column(second, 'Đã trả lời').getByText(/Lưu ảnh căn cước/)).toBeVisible();
  await one.getByText('Của tôi', { exact: true }).click();
  await expect(one.getByText('Đã trả lời trực tiếp').first()).toBeVisible();

  // Every move can be taken back.
  await desk.keyboard.press('z');
  await expect(column(second, 'Đang trả lời').getByText(/Lưu ảnh căn cước/)).toBeVisible();
});

test('texts that are code stay texts, on every screen that shows them', async ({ world, device }) => {
  const session = await staffed(world);
  const asker = await world.member({ fullName: '<img src=x onerror="window.hit=1">' });
  const hostile = [
    '<script>window.hit=1</script> có phải câu hỏi không?',
    '<img src=x onerror="window.hit=1"> thì sao?',
    '[bấm đây](javascript:window.hit=1) được không?',
    '"><svg onload="window.hit=1"> còn đây?',
    '{{constructor.constructor("window.hit=1")()}} hả?',
  ];
  const asked = [];
  for (const text of hostile) asked.push(await ask(asker, session.id, { text }));
  const answer = `<img src=x onerror="window.hit=1">\n\n[đường dẫn](javascript:window.hit=1)\n\n![ảnh](https://example.test/x.png)`;
  await session.host
    .post(`/api/qna-sessions/${session.id}/moves`, {
      kind: 'answer_in_writing',
      inquiryId: asked[0]?.id,
      rev: asked[0]?.rev,
      text: answer,
      by: '<b onmouseover="window.hit=1">ai</b>',
    })
    .expect(200);
  const path = `/qna/${session.id}`;
  const refused: string[] = [];
  for (const [who, place, shown] of [
    [asker, '', 'thì sao?'],
    [session.host, '/desk', 'thì sao?'],
    [session.host, '/projector', session.code],
    [session.host, '/presenter', 'thì sao?'],
    [session.host, '/remote', 'thì sao?'],
    [asker, '/ledger', 'có phải câu hỏi không?'],
  ] as const) {
    const page = await device(who);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(`${place}: ${message.text()}`);
    });
    await page.goto(path + place);
    await expect(page.getByText(shown).first()).toBeVisible();
    expect(await page.evaluate(() => 'hit' in window), place).toBe(false);
    expect(await page.locator('a[href^="javascript:"], main img[src="x"], main script').count(), place).toBe(
      0,
    );
  }
  expect(refused, 'nothing even tried').toEqual([]);
});

test('an anonymous question stays one, and only its device can take it back', async ({ world, device }) => {
  const session = await staffed(world);
  const asker = await world.member({ fullName: 'Phạm Không Muốn Lộ Tên' });
  const page = await device(asker, { phone: true });
  await page.goto(`/qna/${session.id}`);
  await composer(page).fill('Hỏi điều này có bị lộ tên không?');
  await page.getByRole('switch', { name: 'Ẩn danh câu này' }).click();
  await expect(page.getByText(/Không ai xem được tên bạn, kể cả người điều hành/)).toBeVisible();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.getByText(/Biên nhận số/).first()).toBeVisible();
  const desk = await device(session.host);
  await desk.goto(`/qna/${session.id}/desk`);
  await expect(card(desk, 'Hỏi điều này')).toContainText('Ẩn danh');
  await expect(desk.getByText('Phạm Không Muốn Lộ Tên')).toHaveCount(0);

  const elsewhere = await device(await world.secondDevice(asker), { phone: true });
  await elsewhere.goto(`/qna/${session.id}`);
  await elsewhere.getByText('Của tôi', { exact: true }).click();
  await expect(elsewhere.getByText('Bạn chưa hỏi câu nào')).toBeVisible();

  await page.reload();
  await page.getByText('Của tôi', { exact: true }).click();
  await page.getByRole('button', { name: 'Rút câu hỏi' }).click();
  await expect(desk.getByText('Hỏi điều này có bị lộ tên không?')).toHaveCount(0, { timeout: 20_000 });
});

test('whatever is done at the desk is taken back: by its toast, or by as many presses of Z', async ({
  world,
  device,
}) => {
  const session = await staffed(world);
  const asker = await world.member();
  for (const text of ['Bao giờ phòng họp tầng ba sửa xong?', 'Bao gio phong hop tang 3 sua xong vay?'])
    await ask(asker, session.id, { text });
  const [page, second] = [await device(session.host), await device(session.triage)];
  await page.goto(`/qna/${session.id}/desk`);
  await second.goto(`/qna/${session.id}/desk`);
  const hint = (desk: Page) => desk.getByRole('region', { name: 'Gợi ý gộp câu' }).first();
  const votes = page.getByRole('switch', { name: 'Nhận phiếu' });
  const projected = page.getByText('Đang chiếu', { exact: true });

  await expect(hint(second)).toBeVisible();
  await hint(page).getByRole('button', { name: 'Để riêng' }).click();
  await expect(page.getByText('Đã để riêng hai câu')).toBeVisible();
  await expect(hint(page)).toBeHidden();
  // The other desk asks for hints every so often.
  await expect(hint(second)).toBeHidden({ timeout: 30_000 });

  await votes.click({ force: true });
  await expect(votes).not.toBeChecked();
  await card(page, 'tầng ba').focus();
  await page.keyboard.press('p');
  await expect(projected).toBeVisible();

  await page.keyboard.press('z');
  await page.keyboard.press('z');
  await expect(projected).toBeHidden();
  await expect(votes).toBeChecked();
  await expect(page.getByText('Đã ngừng nhận phiếu'), 'offered no more').toBeHidden();
  await page.keyboard.press('z');
  await expect(hint(page)).toBeVisible();
  await expect(hint(second)).toBeVisible({ timeout: 30_000 });

  await votes.click({ force: true });
  await expect(votes).not.toBeChecked();
  await page.getByText('Đã ngừng nhận phiếu').locator('..').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(votes).toBeChecked();
  await page.getByRole('button', { name: 'Mục khác của buổi' }).click();
  await page.getByRole('menuitem', { name: 'Lịch sử thao tác' }).click();
  for (const name of ['Ngừng nhận phiếu', 'Chiếu câu hỏi', 'Để riêng hai câu'])
    await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toContainText('Đã hoàn tác');
});

test('a question projected by one press is taken off by the next, however fast, and Z takes back each', async ({
  world,
  device,
}) => {
  const session = await staffed(world);
  const { id } = await ask(await world.member(), session.id, { text: 'Câu được chiếu?' });
  const projected = async () => {
    const { body } = await session.host.get(`/api/qna-sessions/${session.id}`);
    return body.live.projection.inquiryId;
  };
  const page = await device(session.host);
  await page.goto(`/qna/${session.id}/desk`);
  await card(page, 'Câu được chiếu').focus();
  const answered = () => page.waitForResponse((response) => response.url().endsWith('/moves'));
  const second = answered().then(answered);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await second;
  expect(await projected()).toBeNull();
  await page.keyboard.press('z');
  await expect.poll(projected).toBe(id);
  await page.keyboard.press('z');
  await expect.poll(projected).toBeNull();
});

for (const screen of ['desk', 'remote'])
  test(`what no network let take back is what the next press takes back: ${screen}`, async ({
    world,
    device,
  }) => {
    const session = await staffed(world);
    const live = async () => (await session.host.get(`/api/qna-sessions/${session.id}`)).body.live;
    const page = await device(session.host);
    const turn = (name: string) =>
      screen === 'desk'
        ? page.getByRole('switch', { name }).click({ force: true })
        : page.getByRole('button', { name }).click();
    const takeBack = async () => {
      // What is drawn may be old until the network is back.
      if (screen === 'desk') await expect(page.getByRole('main')).not.toHaveAttribute('data-offline');
      // On the remote no key is pressed before the one before it is answered.
      if (screen === 'remote')
        await expect(page.getByRole('button', { name: 'Hoàn tác thao tác vừa rồi' })).toHaveAttribute(
          'aria-disabled',
          'false',
        );
      await page.keyboard.press('z');
    };
    await page.goto(`/qna/${session.id}/${screen}`);
    await turn('Nhận câu hỏi');
    await expect.poll(live).toMatchObject({ accepting: false });
    await turn(screen === 'desk' ? 'Nhận phiếu' : 'Che màn chiếu');
    const last = async () => (await live())[screen === 'desk' ? 'voting' : 'projection'];
    const before = screen === 'desk' ? true : { inquiryId: null, blackout: false, dark: false };
    await expect.poll(last).not.toEqual(before);

    await page.route('**/undoing', (route) => route.abort(), { times: 1 });
    await takeBack();
    await expect(page.getByText('Chưa kết nối được máy chủ').first()).toBeVisible();
    await takeBack();
    await expect.poll(last).toEqual(before);
    expect(await live()).toMatchObject({ accepting: false });
    await takeBack();
    await expect.poll(live).toMatchObject({ accepting: true });
  });

test('the desk is worked by the keyboard alone', async ({ world, device }) => {
  const session = await staffed(world, { moderation: 'before' });
  const asker = await world.member();
  for (const text of ['Câu một hỏi về việc lưu trữ?', 'Câu hai hỏi về việc xóa bỏ?'])
    await ask(asker, session.id, { text });
  const page = await device(session.host);
  await page.goto(`/qna/${session.id}/desk`);
  await expect(card(page, 'Câu một')).toBeVisible();
  await page.keyboard.press('1');
  await expect(card(page, 'Câu một')).toBeFocused();
  await page.keyboard.press('j');
  await expect(card(page, 'Câu hai')).toBeFocused();
  await page.keyboard.press('k');
  await expect(card(page, 'Câu một')).toBeFocused();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(card(page, 'Câu một')).toBeFocused();
  await page.keyboard.press('a');
  await expect(column(page, 'Đã duyệt').getByText('Câu một')).toBeVisible();
  // The focus goes on in the column that was left behind.
  await expect(card(page, 'Câu hai')).toBeFocused();
  // The first press makes the menu, the next ones open it: both lead in and back out again.
  for (const press of ['Enter', 'Enter']) {
    const more = card(page, 'Câu hai').getByRole('button', { name: 'Thao tác khác' });
    await more.focus();
    await page.keyboard.press(press);
    await expect(page.getByRole('menuitem', { name: 'Gắn nhãn' })).toBeVisible();
    // Until it has the focus, a moment after it is seen, the menu hears no key.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden({ timeout: 500 });
    }).toPass();
    await expect(more).toBeFocused();
  }
  // As many moves are taken back as the key is pressed, however fast.
  await page.keyboard.press('a');
  await page.keyboard.press('z');
  await page.keyboard.press('z');
  const pending = column(page, 'Chờ duyệt');
  await expect(pending.getByText('Câu một')).toBeVisible();
  await expect(pending.getByText('Câu hai')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('cau mot');
  await expect(card(page, 'Câu hai')).toBeHidden();
});
