import { afterAll, beforeAll, expect, it } from 'vitest';
import supertest from 'supertest';
import { FirstAdministrator } from '../../../../server/account/first-administrator.service.js';
import { TestApp } from '../../../support/app.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

it('makes one administrator in an empty organisation, however often it is asked, and none afterwards', async () => {
  const service = world.app.get(FirstAdministrator);
  const made = (await Promise.all([service.ensure(), service.ensure()])).filter((one) => one !== null);
  expect(made).toHaveLength(1);
  const [login] = made;
  const answer = await world.outsider().post('/api/session', login);
  expect(answer.status).toBe(204);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const session = await supertest(world.url).get('/api/session').set('cookie', cookie);
  expect(session.body).toMatchObject({
    member: { code: 'ADMIN' },
    can: { manageMembers: true, organise: true },
  });
  expect(await service.ensure()).toBeNull();
});
