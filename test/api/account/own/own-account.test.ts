import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { sessionView } from '../../../../shared/account/account.schema.js';
import { ownAccount, ownSessions } from '../../../../shared/account/own.schema.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD, type Agent } from '../../../support/world.js';
import { auditOf, codeOf, populate, type People } from '../people.js';

const NEW_PASSWORD = 'biển đêm có hải đăng';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

const signIn = (login: string, password: string) =>
  world.outsider().post('/api/session', { login, password }).set('user-agent', CHROME);
/** Whoever signed in by that answer. */
const bearer = (answer: { headers: Record<string, unknown> }) => world.guest(answer);
const isSignedIn = async (who: Agent) =>
  sessionView.parse((await who.get('/api/session')).body).member !== null;

const connect = ({ cookie }: Agent) =>
  io(`${world.url}/me`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie },
  });

describe('GET /api/account', () => {
  it('tells what stands there of oneself, and who looks after one: the nearest above', async () => {
    const lead = await world.member({
      fullName: 'Lê Quang Huy',
      unitId: people.units.north,
      roles: [{ role: 'coordinator', unitId: people.units.team }],
    });
    const member = await world.member({
      fullName: 'Trần Thu Hà',
      code: 'TK-0012',
      email: 'ha.tran@tapchi.example',
      unitId: people.units.team,
    });
    const account = ownAccount.parse((await member.get('/api/account')).body);
    expect(account).toMatchObject({
      fullName: 'Trần Thu Hà',
      code: 'TK-0012',
      email: 'ha.tran@tapchi.example',
      unit: { name: 'Chi bộ 1' },
      coordinators: ['Lê Quang Huy'],
      passwordChangedAt: null,
    });
    // One does not look after oneself.
    expect(ownAccount.parse((await lead.get('/api/account')).body).coordinators).not.toContain(
      'Lê Quang Huy',
    );
    expect((await world.outsider().get('/api/account')).status).toBe(401);
  });
});

describe('PUT /api/account/password', () => {
  it('asks for the old one, ends the other sessions, and from then on the new one holds', async () => {
    const member = await world.member({ code: 'TK-0101' });
    const other = await world.secondDevice(member);
    const third = await world.secondDevice(member);
    const socket = connect(other);
    await expect.poll(() => socket.connected).toBe(true);
    const wrong = await member.put('/api/account/password', {
      current: 'không phải',
      password: NEW_PASSWORD,
    });
    expect([wrong.status, codeOf(wrong)]).toEqual([409, 'account.password_wrong']);
    const answer = await member.put('/api/account/password', { current: PASSWORD, password: NEW_PASSWORD });
    expect(answer.body).toEqual({ ended: 2 });
    await expect.poll(() => socket.connected).toBe(false);
    expect(await isSignedIn(member)).toBe(true);
    expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(third)).toBe(false);
    expect((await signIn('TK-0101', PASSWORD)).status).toBe(401);
    expect((await signIn('TK-0101', NEW_PASSWORD)).status).toBe(204);
    const account = ownAccount.parse((await member.get('/api/account')).body);
    expect(Math.abs(Date.parse(account.passwordChangedAt ?? '') - world.now().getTime())).toBeLessThan(
      60_000,
    );
    const rows = await auditOf(world, member.memberId);
    expect(rows.map(({ action }) => action)).toEqual(['account.change_password']);
    expect(JSON.stringify(rows)).not.toContain(NEW_PASSWORD);
  });

  it('leaves the other sessions alone where that is wished', async () => {
    const member = await world.member();
    const other = await world.secondDevice(member);
    const body = { current: PASSWORD, password: NEW_PASSWORD, endOthers: false };
    expect((await member.put('/api/account/password', body)).body).toEqual({ ended: 0 });
    expect(await isSignedIn(other)).toBe(true);
  });

  it.each([
    ['nine characters', 'chín chữ!', 400, 'input.invalid'],
    ['the one before', PASSWORD, 409, 'account.password_same'],
    ['the one before, otherwise composed', PASSWORD.normalize('NFD'), 409, 'account.password_same'],
    ['ten characters', 'mười chữ!!', 200, null],
  ])('takes %s as it should', async (_name, password, ...[status, code]) => {
    const member = await world.member();
    const answer = await member.put('/api/account/password', { current: PASSWORD, password });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('counts a wrong old password as the sign-in does: an open session is no place to guess', async () => {
    const member = await world.member({ code: 'TK-0102' });
    const statuses = [];
    for (let index = 0; index < 6; index += 1)
      statuses.push(
        (await member.put('/api/account/password', { current: 'sai', password: NEW_PASSWORD })).status,
      );
    expect(statuses).toEqual([409, 409, 409, 409, 409, 429]);
    const right = await member.put('/api/account/password', { current: PASSWORD, password: NEW_PASSWORD });
    expect(right.status).toBe(429);
    expect((await signIn('TK-0102', PASSWORD)).status).toBe(429);
  });

  it('does not bring back the password that an administrator has just replaced', async () => {
    const member = await world.member({ unitId: people.units.team });
    const set = await people.admin.put(`/api/members/${member.memberId}/password`, {
      password: 'do quản trị đặt',
    });
    expect(set.status).toBe(204);
    const late = await member.put('/api/account/password', { current: PASSWORD, password: NEW_PASSWORD });
    expect(late.status).toBe(401);
  });
});

describe('a password that somebody else has set', () => {
  const given = 'ngọn đèn biển 1';

  it('opens nothing but setting one’s own, or signing out', async () => {
    const giver = await world.member({
      fullName: 'Lê Quang Huy',
      unitId: people.units.office,
      roles: [{ role: 'admin' }],
    });
    const made = await giver.post('/api/members', {
      fullName: 'Vũ Thị Thanh Ngân',
      code: 'TK-0201',
      unitId: people.units.team,
      password: given,
    });
    expect(made.status).toBe(201);
    const member = bearer(await signIn('TK-0201', given));
    const session = sessionView.parse((await member.get('/api/session')).body);
    expect(session.member?.passwordGivenBy).toBe('Lê Quang Huy');
    for (const call of [
      member.get('/api/account'),
      member.get('/api/contests'),
      member.get('/api/rounds/current'),
      member.get('/api/qna-sessions'),
      member.put('/api/account/password', { current: given, password: NEW_PASSWORD }),
      member.delete('/api/account/sessions'),
      // Open to anybody, but not as this member.
      member.get('/api/qna-codes/AAAA'),
    ]) {
      const answer = await call;
      expect([answer.status, codeOf(answer)]).toEqual([403, 'auth.password_not_set']);
    }
    const socket = connect(member);
    await new Promise((resolve) => socket.once('disconnect', resolve));

    const same = await member.put('/api/account/first-password', { password: given });
    expect([same.status, codeOf(same)]).toEqual([409, 'account.password_same']);
    const short = await member.put('/api/account/first-password', { password: 'ngắn' });
    expect(short.status).toBe(400);
    const set = await member.put('/api/account/first-password', { password: NEW_PASSWORD });
    expect(set.status).toBe(200);
    expect((await member.get('/api/contests')).status).toBe(200);
    const after = sessionView.parse((await member.get('/api/session')).body);
    expect(after.member?.passwordGivenBy).toBeNull();
    expect((await signIn('TK-0201', given)).status).toBe(401);
    const again = await member.put('/api/account/first-password', { password: 'một cái khác nữa' });
    expect([again.status, codeOf(again)]).toEqual([409, 'account.password_own']);
  });

  it('lets one sign out instead, and asks again the next time', async () => {
    const member = await world.member({ unitId: people.units.team, code: 'TK-0202' });
    await people.northAdmin.put(`/api/members/${member.memberId}/password`, { password: given });
    const first = bearer(await signIn('TK-0202', given));
    expect((await first.delete('/api/session')).status).toBe(204);
    const second = bearer(await signIn('TK-0202', given));
    expect(codeOf(await second.get('/api/contests'))).toBe('auth.password_not_set');
  });

  it('is told to nodes that have the session in memory', async () => {
    const member = await world.member();
    expect((await member.get('/api/contests')).status).toBe(200);
    await world.database.query('UPDATE member SET password_given_by = id WHERE id = $1', [member.memberId]);
    await expect.poll(async () => codeOf(await member.get('/api/contests'))).toBe('auth.password_not_set');
    // Given by the installation: nobody is named.
    expect(sessionView.parse((await member.get('/api/session')).body).member?.passwordGivenBy).toBe('');
  });
});

describe('one’s own sessions', () => {
  it('are listed with device and last use, this one first', async () => {
    const member = await world.member({ code: 'TK-0301' });
    const desk = bearer(await signIn('TK-0301', PASSWORD));
    await world.advance(10 * 60_000);
    await member.get('/api/session');
    await expect
      .poll(async () => {
        const { items } = ownSessions.parse((await desk.get('/api/account/sessions')).body);
        return items.map(({ isThis, system, browser, kind }) => ({ isThis, system, browser, kind }));
      })
      .toEqual([
        { isThis: true, system: 'Windows', browser: 'Chrome', kind: 'computer' },
        { isThis: false, system: '', browser: '', kind: 'unknown' },
      ]);
    const { items } = ownSessions.parse((await desk.get('/api/account/sessions')).body);
    for (const { lastUsedAt } of items) {
      expect(world.now().getTime() - Date.parse(lastUsedAt)).toBeLessThan(3 * 60_000);
      expect(lastUsedAt).toMatch(/:00\.000Z$/);
    }
  });

  it('are ended one by one, and nobody else’s', async () => {
    const member = await world.member();
    const other = await world.secondDevice(member);
    const stranger = await world.member();
    const theirs = ownSessions.parse((await stranger.get('/api/account/sessions')).body).items[0]?.id;
    expect((await member.delete(`/api/account/sessions/${theirs}`)).status).toBe(404);
    expect(await isSignedIn(stranger)).toBe(true);
    const { items } = ownSessions.parse((await member.get('/api/account/sessions')).body);
    const ended = items.find(({ isThis }) => !isThis);
    expect((await member.delete(`/api/account/sessions/${ended?.id}`)).status).toBe(204);
    expect(await isSignedIn(other)).toBe(false);
    expect((await other.get('/api/session')).body).toMatchObject({ endedElsewhere: true });
    expect((await world.outsider().get('/api/session')).body).toMatchObject({ endedElsewhere: false });
    expect(await isSignedIn(member)).toBe(true);
    expect((await member.delete(`/api/account/sessions/${ended?.id}`)).status).toBe(404);
  });

  it('are ended together, all but this one', async () => {
    const member = await world.member();
    const others = [await world.secondDevice(member), await world.secondDevice(member)];
    expect((await member.delete('/api/account/sessions')).body).toEqual({ ended: 2 });
    expect((await member.delete('/api/account/sessions')).body).toEqual({ ended: 0 });
    for (const other of others) expect(await isSignedIn(other)).toBe(false);
  });
});

describe('PUT /api/account/preferences', () => {
  it('keeps what is chosen with the account, one by one, and can leave it to the device again', async () => {
    const member = await world.member();
    const read = async () => sessionView.parse((await member.get('/api/session')).body).member?.preferences;
    expect(await read()).toEqual({ language: null, scheme: null, shortcuts: null });
    await member.put('/api/account/preferences', { language: 'en' });
    await member.put('/api/account/preferences', { scheme: 'auto', shortcuts: false });
    expect(await read()).toEqual({ language: 'en', scheme: 'auto', shortcuts: false });
    await member.put('/api/account/preferences', { language: null });
    expect(await read()).toEqual({ language: null, scheme: 'auto', shortcuts: false });
    expect((await member.put('/api/account/preferences', { language: 'fr' })).status).toBe(400);
  });
});
