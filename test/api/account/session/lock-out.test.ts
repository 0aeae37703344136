import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { TestApp } from '../../../support/app.js';
import { PASSWORD } from '../../../support/world.js';

const PROXY = '127.0.0.1';
const HOME = '198.51.100.7';
const ELSEWHERE = '203.0.113.50';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start({ TRUSTED_PROXIES: PROXY });
});
afterAll(() => world.stop());

type From = { address: string; cookie?: string };

/** Signs in from an address, on a device that keeps its cookies. */
function signIn(login: string, password: string, { address, cookie }: From) {
  const request = supertest(world.url)
    .post('/api/session')
    .set('x-requested-with', 'hai-dang')
    .set('x-forwarded-for', address);
  if (cookie) void request.set('cookie', cookie);
  return request.send({ login, password });
}

/** The cookie a device keeps after signing out: all but the session's. */
function deviceCookieOf(answer: { headers: Record<string, unknown> }): string {
  const cookies = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0] ?? '');
  return cookies.filter((one) => !one.startsWith('haidang.session_token')).join('; ');
}

const statuses = async (count: number, call: (index: number) => Promise<{ status: number }>) => {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await call(index)).status);
  return all;
};

describe('wrong passwords of a stranger', () => {
  it('slow the stranger, and let the owner in on a device that they know', async () => {
    await world.member({ code: 'LK-0001' });
    const first = await signIn('LK-0001', PASSWORD, { address: HOME });
    const device = deviceCookieOf(first);
    // From the very network of the owner, too.
    expect(await statuses(6, () => signIn('LK-0001', 'sai', { address: HOME }))).toEqual([
      401, 401, 401, 401, 401, 429,
    ]);
    expect((await signIn('LK-0001', PASSWORD, { address: HOME })).status).toBe(429);
    expect((await signIn('LK-0001', PASSWORD, { address: HOME, cookie: device })).status).toBe(204);
    expect((await signIn('LK-0001', PASSWORD, { address: ELSEWHERE, cookie: device })).status).toBe(204);
  });

  it('let the owner in from an address that they know, whatever many others try', async () => {
    await world.member({ code: 'LK-0002' });
    await signIn('LK-0002', PASSWORD, { address: HOME });
    const attack = (_: unknown, index: number) => signIn('LK-0002', 'sai', { address: `192.0.2.${index}` });
    // All at once: how many tries come back meanwhile is for a slow machine to say.
    const all = await Promise.all(Array.from({ length: 45 }, attack));
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
    expect((await signIn('LK-0002', PASSWORD, { address: HOME })).status).toBe(204);
  });

  it('let the owner in from anywhere else than the one address they come from', async () => {
    await world.member({ code: 'LK-0003' });
    await statuses(6, () => signIn('LK-0003', 'sai', { address: ELSEWHERE }));
    expect((await signIn('LK-0003', PASSWORD, { address: HOME })).status).toBe(204);
  });

  it('are not made good by a cookie that is somebody else’s, forged or a session', async () => {
    await world.member({ code: 'LK-0004' });
    await world.member({ code: 'LK-0005' });
    const other = await signIn('LK-0005', PASSWORD, { address: HOME });
    await statuses(6, () => signIn('LK-0004', 'sai', { address: ELSEWHERE }));
    for (const cookie of [
      deviceCookieOf(other),
      'haidang.device=device%3Ax.AAAA',
      String([other.headers['set-cookie']].flat()[0]).replace('haidang.session_token', 'haidang.device'),
    ])
      expect((await signIn('LK-0004', PASSWORD, { address: ELSEWHERE, cookie })).status).toBe(429);
  });

  it('on a known device are counted, too', async () => {
    await world.member({ code: 'LK-0006' });
    const cookie = deviceCookieOf(await signIn('LK-0006', PASSWORD, { address: HOME }));
    expect(await statuses(6, () => signIn('LK-0006', 'sai', { address: HOME, cookie }))).toEqual([
      401, 401, 401, 401, 401, 429,
    ]);
  });

  it('are answered alike where there is nobody of that name', async () => {
    await world.member({ code: 'LK-0007' });
    const tries = (login: string) => statuses(6, () => signIn(login, 'sai', { address: '198.51.100.99' }));
    expect(await tries('LK-NOBODY')).toEqual(await tries('LK-0007'));
  });
});

describe('a login however it is written', () => {
  it.each([
    ['a capital I with a dot', 'mai.dinh@haİdang.example'],
    ['full-width letters', 'ＬＫ-0008'],
    ['a dash of a word processor', 'LK\u20130008'],
    ['a space that is none', 'LK-\u200b0008'],
    ['spaces around it', '  lk-0008  '],
  ])('counts as one: %s', async (_name, login) => {
    const address = `2001:db8:${_name.length.toString(16)}::1`;
    await world.database.query(`DELETE FROM sign_in_pace`);
    await world.database.query(`DELETE FROM known_place`);
    const known: unknown = await world.database.query(`SELECT 1 FROM member WHERE code = 'LK-0008'`);
    if (Array.isArray(known) && known.length === 0)
      await world.member({ code: 'LK-0008', email: 'mai.dinh@haidang.example' });
    await statuses(5, () => signIn('lk-0008', 'sai', { address }));
    expect((await signIn(login, PASSWORD, { address })).status).toBe(429);
    // Another address of the same line is no other place.
    expect((await signIn(login, PASSWORD, { address: address.replace('::1', '::2') })).status).toBe(429);
  });
});
