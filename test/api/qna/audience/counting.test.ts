import { afterAll, beforeAll, expect, it } from 'vitest';
import { recount } from '../../../../server/qna/inquiry/live.queries.js';
import { TestApp } from '../../../support/app.js';
import { untilALockIsWaitedFor } from '../../../support/lock-waits.js';
import { ask, newSession } from '../../../support/qna.js';
import { vote } from '../../../support/qna-desk.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

it('counts what a merge it had to wait for brought in', async () => {
  const owner = await world.member({ roles: [{ role: 'moderator' }] });
  const { id: sessionId } = await newSession(world, owner);
  const [root, child] = [await ask(owner, sessionId), await ask(owner, sessionId)];
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => world.member()));
  if (!one || !two || !three) throw new Error('no voters');
  for (const [voter, id] of [
    [one, root.id],
    [two, root.id],
    [two, child.id],
    [three, child.id],
  ] as const)
    await vote(voter, id);
  const merging = world.database.createQueryRunner();
  await merging.startTransaction();
  try {
    await merging.query('UPDATE inquiry SET rev = rev + 1 WHERE id = $1', [root.id]);
    await merging.query(
      `UPDATE inquiry SET rev = rev + 1, state = 'merged', merged_into = $1, root_id = $1 WHERE id = $2`,
      [root.id, child.id],
    );
    const counted = world.database.transaction((tx) => recount(tx, [root.id]));
    await untilALockIsWaitedFor(world);
    await merging.commitTransaction();
    expect(await counted).toEqual([{ id: root.id, votes: 3, shown: true }]);
  } finally {
    await merging.release();
  }
});
