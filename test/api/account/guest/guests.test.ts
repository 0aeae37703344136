import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuestService } from '../../../../server/account/guest/guest.service.js';
import { TestApp } from '../../../support/app.js';

let world: TestApp;
let guests: GuestService;
beforeAll(async () => {
  world = await TestApp.start();
  guests = world.app.get(GuestService);
});
afterAll(() => world.stop());

const aPlace = (kind = 'qna') => ({ kind, id: v7() });
/** As a browser sends back what it was told to keep. */
const sentBack = (setCookie: string) => `theme=dark; ${setCookie.split(';')[0] ?? ''}`;
const device = (cookie?: string, address = '10.0.0.1') => ({ cookie, address });

describe('a guest', () => {
  it('is let into one place by name and known there by the device', async () => {
    const place = aPlace();
    const { guest, setCookie } = await guests.admit(place, '  Bác Năm  ', device());
    expect(guest.name).toBe('Bác Năm');
    expect(await guests.find(place, sentBack(setCookie))).toEqual(guest);
    for (const elsewhere of [aPlace(), { ...place, kind: 'game' }])
      expect(await guests.find(elsewhere, sentBack(setCookie))).toBeNull();
    expect(await guests.find(place, undefined)).toBeNull();
  });

  it('stays the same on coming back, under the new name at once', async () => {
    const place = aPlace();
    const first = await guests.admit(place, 'Cô Tư', device());
    await guests.find(place, sentBack(first.setCookie));
    const again = await guests.admit(place, 'Cô Tư Bến Tre', device(sentBack(first.setCookie)));
    expect(again.guest).toEqual({ id: first.guest.id, name: 'Cô Tư Bến Tre' });
    expect(await guests.find(place, sentBack(again.setCookie))).toEqual(again.guest);
    expect(again.setCookie).toBe(first.setCookie);
  });

  it('is somebody else in the next place, with the same token', async () => {
    const first = await guests.admit(aPlace(), 'Anh Ba', device());
    const next = await guests.admit(aPlace('game'), 'Anh Ba', device(sentBack(first.setCookie)));
    expect(next.guest.id).not.toBe(first.guest.id);
    expect(next.setCookie).toBe(first.setCookie);
  });

  it('is one guest when the device enters many times at once', async () => {
    const place = aPlace();
    const { setCookie } = await guests.admit(aPlace(), 'Chị Sáu', device());
    const entries = await Promise.all(
      Array.from({ length: 10 }, () => guests.admit(place, 'Chị Sáu', device(sentBack(setCookie)))),
    );
    expect(new Set(entries.map(({ guest }) => guest.id)).size).toBe(1);
  });

  it('is unknown after being forgotten, and comes back as somebody new', async () => {
    const place = aPlace();
    const { guest, setCookie } = await guests.admit(place, 'Ông Bảy', device());
    await guests.remove(aPlace(), guest.id);
    expect(await guests.find(place, sentBack(setCookie))).toEqual(guest);
    await guests.remove(place, guest.id);
    expect(await guests.find(place, sentBack(setCookie))).toBeNull();
    expect(await guests.names([guest.id])).toEqual(new Map());
    const back = await guests.admit(place, 'Ông Bảy', device(sentBack(setCookie)));
    expect(back.guest.id).not.toBe(guest.id);
  });

  it('has a name that can be read and that is no trick', async () => {
    for (const name of ['a', ' a ', 'x'.repeat(61), 'Bác\u0007 Năm', 'Bác\nNăm', 'Bác \u202eNăm'])
      await expect(guests.admit(aPlace(), name, device())).rejects.toMatchObject({
        kind: { code: 'input.invalid' },
      });
    const { guest } = await guests.admit(aPlace(), 'Nguyễn Thị Ánh 👩‍🌾', device());
    expect(await guests.names([guest.id, v7()])).toEqual(new Map([[guest.id, 'Nguyễn Thị Ánh 👩‍🌾']]));
  });
});

describe('the cookie of a guest', () => {
  it('is out of reach of scripts and of other sites, and lasts 30 days', async () => {
    const { setCookie } = await guests.admit(aPlace(), 'Bác Hai', device());
    expect(setCookie).toMatch(
      /^haidang\.guest=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    );
  });

  it('travels over https only where the site is served so', async () => {
    const secured = await TestApp.start({ PUBLIC_URL: 'https://haidang.example' });
    const { setCookie } = await secured.app.get(GuestService).admit(aPlace(), 'Bác Hai', device());
    await secured.stop();
    expect(setCookie).toMatch(/; Secure$/);
  });

  it('is kept here as a hash alone, and is not taken over when it is none of ours', async () => {
    const place = aPlace();
    const forged = 'haidang.guest=tự-đặt';
    const { setCookie } = await guests.admit(place, 'Bác Ba', device(forged));
    const token = /=([^;]+);/.exec(setCookie)?.[1] ?? '';
    expect(token).toHaveLength(43);
    const [row] = await world.database.query<{ row: string }[]>(
      `SELECT guest::text || encode(token_hash, 'escape') AS row FROM guest WHERE place_id = $1`,
      [place.id],
    );
    expect(row?.row).toContain('Bác Ba');
    expect(row?.row).not.toContain(token);
    expect(await guests.find(place, forged)).toBeNull();
  });
});

describe('a crowd of guests', () => {
  it('comes in from one address, and only a machine is asked to wait', async () => {
    const place = aPlace();
    const enter = () => guests.admit(place, 'Đại biểu', device(undefined, '10.0.0.2'));
    const row = () => Promise.allSettled(Array.from({ length: 55 }, enter));
    const hall = await world.atOneMoment(async () => {
      const entered: Awaited<ReturnType<typeof row>> = [];
      while (entered.length < 605) entered.push(...(await row()));
      return entered;
    });
    const refused = hall.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const one of refused) expect(one).toMatchObject({ reason: { kind: { code: 'rate.limited' } } });
    expect((await guests.admit(place, 'Đại biểu', device(undefined, '10.0.0.3'))).guest.name).toBe(
      'Đại biểu',
    );
  });
});
