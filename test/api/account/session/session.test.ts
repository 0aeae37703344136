import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { TestApp } from '../../../support/app.js';
import { PASSWORD } from '../../../support/world.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

describe('POST /api/session', () => {
  it('signs in by e-mail and by member code, whatever the case, and the cookie works', async () => {
    await world.member({ code: 'HD-7001', email: 'thu.ha@example.test', fullName: 'Trần Thu Hà' });
    for (const login of ['Thu.Ha@example.test', 'hd-7001']) {
      const answer = await world.outsider().post('/api/session', { login, password: PASSWORD });
      expect(answer.status).toBe(204);
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      const session = await supertest(world.url)
        .get('/api/session')
        .set('cookie', cookie.split(';')[0] ?? '');
      expect(session.body).toMatchObject({
        member: { fullName: 'Trần Thu Hà', code: 'HD-7001' },
        can: { organise: false },
      });
    }
  });

  it('gives one answer to a wrong password and to a login that does not exist', async () => {
    await world.member({ code: 'HD-7002' });
    const wrong = await world
      .outsider()
      .post('/api/session', { login: 'HD-7002', password: 'không phải mật khẩu' });
    const unknown = await world
      .outsider()
      .post('/api/session', { login: 'HD-9999', password: 'không phải mật khẩu' });
    for (const answer of [wrong, unknown]) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({
        code: 'account.sign_in_refused',
        params: {},
        requestId: expect.any(String),
      });
    }
  });

  it('makes a sixth wrong try on one login wait, and leaves others alone', async () => {
    await world.member({ code: 'HD-7003' });
    await world.member({ code: 'HD-7004' });
    const tries = [];
    for (let index = 0; index < 6; index += 1) {
      tries.push((await world.outsider().post('/api/session', { login: 'HD-7003', password: 'sai' })).status);
    }
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    const other = await world.outsider().post('/api/session', { login: 'HD-7004', password: PASSWORD });
    expect(other.status).toBe(204);
  });

  it('counts the tries on one member together, however the login is written', async () => {
    await world.member({ code: 'HD-7005', email: 'cong.son@haidang.example' });
    const logins = [
      'cong.son@haidang.example',
      'HD-7005',
      'CONG.SON@haİdang.example',
      'hd\u20137005',
      'cong.son\u200b@haidang.example',
    ];
    const signIn = (login: string, password: string) =>
      world.outsider().post('/api/session', { login, password });
    for (const login of logins) expect((await signIn(login, 'sai')).status).toBe(401);
    for (const login of logins) expect((await signIn(login, PASSWORD)).status).toBe(429);
  });

  it('refuses a page of another origin and a request without our header', async () => {
    const body = { login: 'HD-7004', password: PASSWORD };
    const foreign = await supertest(world.url)
      .post('/api/session')
      .set('x-requested-with', 'hai-dang')
      .set('origin', 'https://elsewhere.example')
      .send(body);
    const bare = await supertest(world.url).post('/api/session').send(body);
    expect([foreign.status, bare.status]).toEqual([403, 403]);
  });

  it('names the fields that are missing', async () => {
    const answer = await world.outsider().post('/api/session', { login: ' ' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'input.invalid',
      params: { login: 'too_small', password: 'invalid_type' },
    });
  });
});

describe('DELETE /api/session', () => {
  it('ends this session at once and only this one', async () => {
    const first = await world.member();
    const second = await world.secondDevice(first);
    expect((await first.delete('/api/session')).status).toBe(204);
    const after = await first.get('/api/session');
    expect(after.body).toMatchObject({ member: null });
    const other = await second.get('/api/session');
    expect(other.body).toMatchObject({ member: { id: first.memberId } });
  });

  it('asks an outsider to sign in', async () => {
    expect((await world.outsider().delete('/api/session')).status).toBe(401);
  });
});

describe('a cookie that is not ours', () => {
  it('is nobody, whatever is wrong with it', async () => {
    const { cookie } = await world.member();
    const forged = [
      cookie.slice(0, -6),
      `${cookie}x`,
      'haidang.session_token=%',
      'haidang.session_token=a.b',
    ];
    for (const value of forged) {
      const answer = await supertest(world.url).get('/api/session').set('cookie', value);
      expect(answer.body).toMatchObject({ member: null });
    }
  });
});
