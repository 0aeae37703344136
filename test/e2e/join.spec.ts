import { expect, type Page } from '@playwright/test';
import { v7 } from 'uuid';
import { test } from '../support/browser.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import type { ServedWorld } from '../support/served-world.js';
import { PASSWORD, type Agent } from '../support/world.js';

const TITLE = 'Gặp gỡ bạn đọc cuối năm';
const phone = { phone: true };

const codeField = (page: Page) => page.getByRole('textbox', { name: 'Vào bằng mã' });
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Tên của bạn' });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Đặt câu hỏi' });
const membersOnly = (page: Page) => page.getByText('Buổi này chỉ dành cho thành viên');

async function sessionOf(world: ServedWorld, guestsAllowed: boolean): Promise<NewSession & { host: Agent }> {
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  return { host, ...(await newSession(world, host, { title: TITLE, guestsAllowed })) };
}

/** A code that leads nowhere, one sign away from one that does. */
const wrongOf = (code: string) => `${code.slice(0, 3)}${code.endsWith('B') ? 'C' : 'B'}`;

async function enterAs(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await page.getByRole('button', { name: 'Vào buổi hỏi đáp' }).click();
  await expect(composer(page)).toBeVisible();
}

test('a guest at the bare address types the code and a name, presses two buttons, and is in', async ({
  world,
  device,
}) => {
  const { id, code } = await sessionOf(world, true);
  const page = await device(null, phone);
  const presses = { pressed: 0 };
  await page.exposeFunction('pressed', () => (presses.pressed += 1));
  await page.addInitScript(() => {
    addEventListener('click', (event) => {
      const { pressed } = window as unknown as { pressed: () => void };
      if (event.target instanceof Element && event.target.closest('button, a')) pressed();
    });
  });
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await codeField(page).pressSequentially(`${code.slice(0, 2)} ${code.slice(2).toLowerCase()}`);
  await expect(codeField(page)).toHaveValue(code);
  await expect(page.getByText('Mã của buổi hỏi đáp')).toBeVisible();
  await page.getByRole('button', { name: 'Vào', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await enterAs(page, 'Bác Năm');
  expect(presses.pressed).toBe(2);

  await page.reload();
  await expect(composer(page)).toBeVisible();
  await page.goBack();
  await expect(codeField(page), 'the way back is to where the code was typed').toBeVisible();
  await page.goto(`/q/${code}`);
  await expect(page, 'who is in needs no name again').toHaveURL(new RegExp(`/qna/${id}$`));
});

test('a link is understood wherever it points, and goes by itself; Enter sends a typed code', async ({
  world,
  device,
}) => {
  const { id, code } = await sessionOf(world, true);
  const page = await device(null, phone);
  for (const link of [`https://dia-chi-cu.example/q/${code.toLowerCase()}`, `http://10.0.0.5/qna/${id}`]) {
    await page.goto('/q');
    await codeField(page).fill(link);
    await expect(nameField(page)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/q/${code}$`));
  }
  await page.goto('/q');
  await codeField(page).fill(code);
  await expect(codeField(page), 'more may come').toBeVisible();
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toBeVisible();
});

test('what the clipboard holds is pasted by a button, which is there only where it can be read', async ({
  world,
  device,
}) => {
  const { code } = await sessionOf(world, true);
  const page = await device(null, phone);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/q');
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${world.url}/q/${code}`);
  await page.getByRole('button', { name: 'Dán' }).click();
  await expect(nameField(page)).toBeVisible();

  const plain = await device(null, phone);
  await plain.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await plain.goto('/q');
  await expect(codeField(plain)).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Dán' })).toHaveCount(0);
});

test('a wrong code stays in the field, which says what is known, until another one is right', async ({
  world,
  device,
}) => {
  const { code } = await sessionOf(world, true);
  const page = await device(null, phone);
  await page.goto('/sign-in');
  await codeField(page).fill(wrongOf(code));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Không có buổi nào với mã này.')).toBeVisible();
  await expect(codeField(page)).toHaveValue(wrongOf(code));
  await expect(codeField(page)).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await expect(page.getByText('Không có buổi nào với mã này.')).toBeVisible();

  // Corrected in the middle, the caret stays there.
  await codeField(page).evaluate((field: HTMLInputElement) => field.setSelectionRange(0, 1));
  await codeField(page).pressSequentially('o');
  await expect(page.getByText('Mã không có 0, O, 1, I và L.')).toBeVisible();
  expect(await codeField(page).evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(1);

  await page.getByRole('button', { name: 'Xóa' }).click();
  await expect(codeField(page)).toBeFocused();
  await page.keyboard.type(code.slice(0, 3));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nhập đủ bốn ký tự của mã.')).toBeVisible();
  await page.keyboard.type(code.slice(3));
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toBeVisible();
  await page.goBack();
  await expect(page, 'no code that was tried stands in the way back').toHaveURL(/\/sign-in$/);
});

test('a session for members sends an outsider to sign in and brings them back to it', async ({
  world,
  device,
}) => {
  const { id, code } = await sessionOf(world, false);
  await world.member({ code: 'MA-01' });
  const page = await device(null, phone);
  await page.goto('/q');
  await codeField(page).fill(code);
  await page.keyboard.press('Enter');
  await expect(membersOnly(page)).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await page.getByRole('link', { name: 'Đăng nhập', exact: true }).click();
  await page.getByLabel('Email hoặc mã thành viên').fill('MA-01');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/qna/${id}$`));
  await expect(composer(page)).toBeVisible();

  const member = await device(await world.member(), phone);
  await member.goto('/');
  await member.getByRole('link', { name: 'Nhập mã' }).click();
  await codeField(member).fill(code);
  await member.keyboard.press('Enter');
  await expect(composer(member), 'a member is in at once').toBeVisible();
});

test('the address of the audience page leads guests to its form, and tells them nothing of what is closed', async ({
  world,
  device,
}) => {
  const [open, closed] = [await sessionOf(world, true), await sessionOf(world, false)];
  for (const place of ['', '/ledger']) {
    const page = await device(null, phone);
    await page.goto(`/qna/${open.id}${place}`);
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await enterAs(page, 'Cô Tư');
  }
  const page = await device(null, phone);
  for (const id of [closed.id, v7()]) {
    await page.goto(`/qna/${id}`);
    await expect(page).toHaveURL(`${world.url}/sign-in?next=${encodeURIComponent(`/qna/${id}`)}`);
    await expect(codeField(page)).toBeVisible();
    await expect(page.getByText(TITLE)).toHaveCount(0);
  }
});

test('a guest who was sent out reads so at every door', async ({ world, device }) => {
  const { id, code, host } = await sessionOf(world, true);
  const page = await device(null, phone);
  await page.goto(`/q/${code}`);
  await enterAs(page, 'Người Phá Rối');
  const me = await page.evaluate(async (path) => {
    const view: { me: { id: string } } = await (await fetch(path)).json();
    return view.me.id;
  }, `/api/qna-sessions/${id}`);
  await host.put(`/api/qna-sessions/${id}/removals/${me}`).expect(204);
  const sentOut = page.getByText(/mời ra khỏi|không còn trong buổi/).first();
  await expect(sentOut).toBeVisible();
  for (const path of [`/qna/${id}`, `/q/${code}`]) {
    await page.goto(path);
    await expect(sentOut).toBeVisible();
    await expect(nameField(page)).toHaveCount(0);
  }
});

test('without a network the code is kept, and goes by itself when the network is back', async ({
  world,
  device,
}) => {
  const { code } = await sessionOf(world, true);
  for (const path of ['/q', '/sign-in']) {
    const page = await device(null, phone);
    await page.goto(path);
    await expect(codeField(page)).toBeVisible();
    await page.context().setOffline(true);
    await codeField(page).fill(code);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Chưa có mạng, sẽ vào khi có mạng.')).toBeVisible();
    await expect(codeField(page)).toHaveValue(code);
    await page.context().setOffline(false);
    await expect(nameField(page)).toBeVisible({ timeout: 20_000 });
  }
});

test('too many wrong codes: the seconds to wait stand by the button', async ({ world, device }) => {
  const { code } = await sessionOf(world, true);
  const page = await device(null, phone);
  await page.route('**/api/qna-codes/**', (route) =>
    route.fulfill({
      status: 429,
      json: { code: 'rate.limited', params: { retryAfterSeconds: 3 }, requestId: 'test' },
    }),
  );
  await page.goto(`/q/${code}`);
  await expect(page.getByText('Mạng này vừa nhập sai mã quá nhiều lần.')).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/Thử lại sau \d giây\./);
  await page.unroute('**/api/qna-codes/**');
  await expect(page.getByRole('timer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(nameField(page)).toBeVisible();
});

test('a browser in English sees English from the first page on, until something is chosen', async ({
  world,
  device,
}) => {
  const { code } = await sessionOf(world, true);
  const page = await device(null, { phone: true, language: null, locale: 'en-GB' });
  const html = page.locator('html');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');
  await page.getByRole('textbox', { name: 'Join by code' }).fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(nameField(page)).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'vi');
  await page.reload();
  await enterAs(page, 'Bạn Đọc');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('textbox', { name: 'Ask a question' })).toBeVisible();
  await page.goto('/q');
  await expect(page.getByRole('heading', { level: 1, name: 'Enter a code to join' })).toBeVisible();
});

test('every projected screen says where to type which code, and a dark one says nothing', async ({
  world,
  device,
}) => {
  const { id, code, host } = await sessionOf(world, true);
  const { host: address } = new URL(world.url);
  const page = await device(host);
  const said = page.getByText(`Mở ${address}/q`, { exact: true });
  const shown = page.getByText(code, { exact: true });
  const project = (projection: object) =>
    host.post(`/api/qna-sessions/${id}/moves`, {
      kind: 'project',
      inquiryId: null,
      blackout: false,
      dark: false,
      ...projection,
    });
  await page.goto(`/qna/${id}/projector`);
  await expect(said).toBeVisible();
  await expect(shown).toBeVisible();

  await ask(host, id, { text: 'Câu đang chờ?' });
  const { id: inquiryId } = await ask(host, id, { text: 'Câu được chiếu?' });
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(said).toBeVisible();

  await project({ inquiryId }).expect(200);
  await expect(page.getByRole('heading', { level: 1, name: 'Câu được chiếu?' })).toBeVisible();
  for (const one of [said, shown]) {
    // While the invitation fades it is there twice.
    await expect(one).toHaveCount(1);
    await expect(one).toBeVisible();
    // Of 900 pixels: to be read from the last row.
    expect(
      await one.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)),
    ).toBeGreaterThanOrEqual(24);
  }

  await project({ blackout: true }).expect(200);
  await expect(said).toHaveCount(0);
  await project({}).expect(200);
  await host.put(`/api/qna-sessions/${id}/switches`, { ended: true }).expect(200);
  await expect(page.getByRole('heading', { level: 1, name: 'Buổi hỏi đáp đã kết thúc' })).toBeVisible();
  await expect(said).toBeVisible();
  await expect(shown).toBeVisible();
});

test('the speaker’s view and the panel that invites say the same address', async ({ world, device }) => {
  const { id, code, host } = await sessionOf(world, true);
  const { host: address } = new URL(world.url);
  const page = await device(host);
  for (const path of [`/qna/${id}/presenter`, `/organise/qna/${id}`]) {
    await page.goto(path);
    await expect(page.getByText(`${address}/q`).first()).toBeVisible();
    await expect(page.getByText(code).first()).toBeVisible();
  }
});
