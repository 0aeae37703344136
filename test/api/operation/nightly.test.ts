import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionService } from '../../../server/account/session/session.service.js';
import { Outbox } from '../../../server/platform/outbox/outbox.service.js';
import { TestApp } from '../../support/app.js';

const DAY = 86_400_000;

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

describe('what is not needed any more', () => {
  it('has a time to be forgotten', async () => {
    expect(
      await world.database.query(
        `SELECT name, cron, timezone FROM pgboss.schedule WHERE name LIKE '%forget%' ORDER BY name`,
      ),
    ).toEqual([
      { name: 'account.forget_ended_slips', cron: '37 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'account.forget_old_places', cron: '31 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'account.forget_sign_in_tries', cron: '7 * * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'outbox.forget_taken', cron: '43 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'question-change.forget', cron: '23 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'question-import.forget', cron: '17 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'session.forget_expired', cron: '29 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
      { name: 'soft_lock.forget_ended', cron: '51 3 * * *', timezone: 'Asia/Ho_Chi_Minh' },
    ]);
  });

  it('events that were passed on more than a week ago are deleted, and no others', async () => {
    await world.database.query(
      `INSERT INTO outbox (topic, payload, created_at, published_at)
       SELECT 'test.' || age, '{}', app_now() - interval '30 days', app_now() - age::interval
       FROM unnest(ARRAY['8 days', '6 days']) AS age`,
    );
    await world.database.query(
      `INSERT INTO outbox (topic, payload, published_at)
       SELECT 'test.many', '{}', app_now() - interval '8 days' FROM generate_series(1, 6000)`,
    );
    await world.app.get(Outbox).forgetTaken();
    expect(await world.database.query(`SELECT topic FROM outbox WHERE topic LIKE 'test.%'`)).toEqual([
      { topic: 'test.6 days' },
    ]);
  });

  it('sessions that have run out are deleted, and no others', async () => {
    const member = await world.member();
    await world.advance(29 * DAY);
    const latecomer = await world.secondDevice(member);
    await world.app.get(SessionService).forgetExpired();
    expect((await member.get('/api/units')).status).toBe(200);
    await world.advance(2 * DAY);
    await world.app.get(SessionService).forgetExpired();
    expect((await latecomer.get('/api/units')).status).toBe(200);
    expect(
      await world.database.query(
        `SELECT count(*)::int AS left FROM auth_session JOIN member ON member.auth_user_id = user_id WHERE member.id = $1`,
        [member.memberId],
      ),
    ).toEqual([{ left: 1 }]);
  });
});
