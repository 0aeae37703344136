import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestApp } from '../support/app.js';
import { BusyWatch } from '../support/busy-watch.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import { onDesk, send } from '../support/qna-desk.js';
import { ServerProcess } from '../support/server-process.js';
import type { Agent } from '../support/world.js';
import { changedIn, hasGap, heardOf, listOf, RoomDevices, type QnaDevice } from './room-devices.js';

const FLAGGED = 'vớ vẩn';
const VOTERS = 8;
/** How soon everything is right at a node that is left alone. */
const RIGHT_WITHIN_MS = 1_000;
/** Longer than a listening connection waits for an answer. */
const STANDS_FOR_MS = 10_000;

/** The node that stays, one that is killed again and again, and one that stands still meanwhile. */
let staying: TestApp;
let dying: ServerProcess;
let standing: ServerProcess;
let host: Agent;
let helper: Agent;
let author: Agent;
let voters: Agent[];
let stopped: Stopped;
const devices = new RoomDevices();
const longer = new RoomDevices();

beforeAll(async () => {
  staying = await TestApp.start();
  const { databaseUrl, secret } = staying;
  const start = () => ServerProcess.start({ databaseUrl, secret });
  [dying, standing] = await Promise.all([start(), start()]);
  host = await staying.member({ roles: [{ role: 'moderator' }] });
  [helper, author] = [await staying.member(), await staying.member()];
  voters = await Promise.all(Array.from({ length: VOTERS }, () => staying.member()));
  stopped = await standStill();
});
afterAll(async () => {
  longer.letGo();
  standing.goOn();
  await Promise.all([standing.stop(), dying.stop()]);
  await staying.stop();
});
afterEach(() => devices.letGo());

const near = (who: Agent) => staying.at(dying, who);

type Stopped = {
  session: NewSession;
  here: QnaDevice;
  there: QnaDevice;
  missed: string;
  /** Resolves when it goes on again: whether its device had heard of the question. */
  over: Promise<boolean>;
};

/** What is asked while a node stands still, as on a machine that swaps; others are killed meanwhile. */
async function standStill(): Promise<Stopped> {
  const session = await newSession(staying, host);
  const watched = { event: 'session.watch', id: session.id } as const;
  const there = await longer.watching(standing, host, watched);
  const here = await longer.watching(staying, author, watched);
  await here.hears('room.tick', ({ live }) => live.present === 2);
  standing.stand();
  const pausing = pause(STANDS_FOR_MS);
  const { id: missed } = await ask(author, session.id);
  await here.hears('room.tick', changedIn(missed));
  const over = pausing.then(() => {
    const isHeard = heardOf(there, missed);
    standing.goOn();
    return isHeard;
  });
  return { session, here, there, missed, over };
}

/** A session with a desk and an audience here, and with more of both and a projector at the node that dies. */
async function stage() {
  const session = await newSession(staying, host, { words: [FLAGGED] });
  const { id } = session;
  await host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
  const room = await devices.watching(staying, author, { event: 'session.watch', id });
  const desk = await devices.watching(staying, host, { event: 'desk.watch', id });
  await devices.watching(dying, voters[0] ?? author, { event: 'session.watch', id });
  await devices.watching(dying, helper, { event: 'desk.watch', id });
  await devices.watching(dying, helper, { event: 'projector.watch', id });
  // A projector is nobody, and who works at the desk one person however many screens they have open.
  await desk.hears('desk.tick', ({ live, people, projectors }) => {
    return live.present === 4 && people.length === 2 && projectors === 1;
  });
  return { id, room, desk };
}

const deskTick = z.object({
  live: z.object({ present: z.number() }),
  people: z.array(z.object({ memberId: z.string() })),
  projectors: z.number(),
});

/** Who is there, as the desk was told last. */
function whoIsThere(desk: QnaDevice) {
  const { live, people, projectors } = deskTick.parse(desk.heard.at(-1)?.data);
  return { present: live.present, people: people.map(({ memberId }) => memberId), projectors };
}

async function votesCounted(inquiryId: string): Promise<number> {
  const rows: unknown = await staying.database.query('SELECT vote_count FROM inquiry WHERE id = $1', [
    inquiryId,
  ]);
  return z.tuple([z.object({ vote_count: z.number() })]).parse(rows)[0].vote_count;
}

describe('a node that is killed', () => {
  it('leaves votes counted, an approval told and nobody behind, all within a second, three times over', async () => {
    const countedByTheDead: number[] = [];
    for (const round of [1, 2, 3]) {
      if (round > 1) await dying.startAgain();
      const { id, room, desk } = await stage();
      const asked = await ask(near(author), id);
      const waiting = await ask(author, id, { text: `Câu ${FLAGGED} này sẽ được duyệt?` });
      const { rev } = await onDesk(host, id, waiting.id);
      const approving = { kind: 'approve', id: waiting.id, rev } as const;
      const answers = await Promise.all([
        ...voters.map((who) => near(who).put(`/api/inquiries/${asked.id}/vote`, { up: true })),
        send(near(host), id, approving),
      ]);
      await dying.kill();
      const watch = BusyWatch.start(staying.database);
      countedByTheDead.push(await votesCounted(asked.id));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const list = async () => (await listOf(author, id)).toSorted((one, two) => two.votes - one.votes);
      await expect.poll(list, { interval: 10 }).toEqual([
        { id: asked.id, votes: VOTERS },
        { id: waiting.id, votes: 0 },
      ]);
      // What the room was not told of shows as a gap.
      for (const device of [room, desk]) await expect.poll(() => hasGap(device), { interval: 10 }).toBe(true);
      await expect
        .poll(() => whoIsThere(desk), { interval: 10 })
        .toEqual({ present: 2, people: [host.memberId], projectors: 0 });
      expect(await watch.stop()).toBeLessThanOrEqual(RIGHT_WITHIN_MS);
      devices.letGo();
    }
    // It was killed before its tick at least once, else this would prove nothing.
    expect(Math.min(...countedByTheDead)).toBeLessThan(VOTERS);
  });
});

describe('a node that stood still for ten seconds', () => {
  it('goes on with what it missed', async () => {
    const { session, here, there, missed, over } = stopped;
    expect(await over).toBe(false);
    await expect.poll(() => hasGap(there) || heardOf(there, missed)).toBe(true);
    const lists = () =>
      Promise.all([standing, staying].map((node) => listOf(staying.at(node, author), session.id)));
    const [late, whole] = await lists();
    expect(whole).toEqual([{ id: missed, votes: 0 }]);
    expect(late).toEqual(whole);
    const [fromThere, fromHere] = [
      await ask(staying.at(standing, author), session.id),
      await ask(author, session.id),
    ];
    for (const device of [here, there])
      for (const { id } of [fromThere, fromHere]) await device.hears('room.tick', changedIn(id));
  });
});

describe('a node with another session secret', () => {
  it('is not started beside one there is, and says why', async () => {
    const secret = 'another secret, which is also long enough';
    const told: string[] = [];
    const starting = ServerProcess.start({
      databaseUrl: staying.databaseUrl,
      secret,
      onMessage: (sent) => told.push(JSON.stringify(sent)),
    });
    await expect(starting).rejects.toThrow('ended with 1');
    expect(told.join()).toContain('SESSION_SECRET');
  });
});
