import { afterAll, beforeAll, expect, it } from 'vitest';
import { attemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, inFuture, publishedRound } from '../../../support/contest.js';
import { addCrowd, startCrowd } from '../../../support/crowd.js';
import { eventually } from '../../../support/server-process.js';
import type { Agent } from '../../../support/world.js';

const CROWD = 300;

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

it('is official, and opens what waits for the close, when the last attempt is counted and not by the clock', async () => {
  const closesAt = inFuture(world, HOUR);
  const round = await publishedRound(world, organiser, {
    closesAt,
    graceSeconds: 0,
    resultsVisible: { kind: 'on_close' },
    answersVisible: { kind: 'on_close' },
    standingsVisible: { kind: 'on_close' },
  });
  const { roundId } = round;
  const early = await world.member();
  const { id } = attemptView.parse((await early.post(`/api/rounds/${roundId}/attempts`)).body);
  await early.put(`/api/attempts/${id}/submission`, { epoch: 1 }).expect(200);
  const members = await addCrowd(world, CROWD, [await world.unit()]);
  const [last] = await startCrowd(world, round, { members, deadlineAt: new Date(closesAt) });
  const standings = (who: Agent) => who.get(`/api/rounds/${roundId}/standings`);
  const units = (who: Agent) => who.get(`/api/rounds/${roundId}/unit-standings`);
  const result = async () => (await early.get(`/api/attempts/${id}/result`)).body;

  const holder = world.database.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM attempt WHERE id = $1 FOR UPDATE', [last?.id]);
  try {
    await world.advance(HOUR + 10_000);
    expect((await standings(organiser)).body).toMatchObject({ final: false });
    expect((await units(organiser)).body).toMatchObject({ final: false });
    const askedAt = world.now().getTime();
    const hidden = (await standings(early)).body;
    expect(hidden).toMatchObject({ code: 'standings.hidden' });
    expect(Date.parse(hidden.params.visibleAt)).toBeGreaterThan(askedAt);
    expect(await result()).toMatchObject({ score: null, standing: null, review: null });
  } finally {
    await holder.commitTransaction();
    await holder.release();
  }
  await eventually(async () => {
    const page = (await standings(early)).body;
    expect(page).toMatchObject({ final: true, total: CROWD + 1 });
  });
  expect((await units(early)).body).toMatchObject({ final: true });
  expect(await result()).toMatchObject({
    score: expect.anything(),
    standing: { of: CROWD + 1 },
    review: expect.anything(),
  });
});
