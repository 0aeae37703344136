import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { ask } from '../../../support/qna.js';
import { answers, done, hall, undo, type Hall } from '../../../support/qna-desk.js';

let world: TestApp;
let here: Hall;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world, { moderation: 'after' });
});
afterAll(() => world.stop());

const asked = async () => (await ask(here.member, here.id)).id;
const give = (addSeconds: number, who = here.host) =>
  who.put(`/api/qna-sessions/${here.id}/switches`, { addSeconds });
const extra = async () =>
  (await here.member.get(`/api/qna-sessions/${here.id}`).expect(200)).body.live.now?.extraSeconds ?? null;

it('adds up for the answer on air, and the next one begins without', async () => {
  const [one, other] = [await asked(), await asked()];
  await give(60).expect(200);
  await done(here.host, here.id, { kind: 'answer_now', id: one });
  expect(await extra()).toBeNull();
  await give(60).expect(200);
  await give(30).expect(200);
  expect(await extra()).toBe(90);
  await world.advance(60_000);
  const next = await done(here.host, here.id, { kind: 'answer_now', id: other });
  expect(await extra()).toBeNull();
  await undo(here.host, next.moveId).expect(200);
  expect(await extra()).toBe(90);
});

it('is the host’s to give, in reason', async () => {
  const got = await answers(here, async (who) => ({ status: (await give(30, who)).status, body: {} }));
  expect(got).toEqual({
    outsider: 401,
    member: 404,
    triage: 403,
    scribe: 403,
    host: 200,
    owner: 200,
    admin: 200,
  });
  expect((await give(0)).status).toBe(400);
  expect((await give(601)).status).toBe(400);
});
