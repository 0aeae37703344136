import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authorKey, similarInquiries } from '../../shared/qna/inquiry.schema.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import type { QnaLive } from '../../shared/qna/session.schema.js';
import { TestApp } from '../support/app.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import { board, done, doneQuiet, merged } from '../support/qna-desk.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';

type QnaDevice = Device<typeof qnaSocket>;

const FLAGGED = 'vớ vẩn';

let first: TestApp;
let second: TestApp;
let host: Agent;
let author: Agent;
let reader: Agent;
const open: QnaDevice[] = [];

beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.join(first);
  host = await first.member({ roles: [{ role: 'moderator' }] });
  [author, reader] = [await first.member(), await first.member()];
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

async function connect(node: TestApp, who: Agent): Promise<QnaDevice> {
  const device = await Device.connect(node, who, qnaSocket);
  open.push(device);
  return device;
}

type WatchEvent = 'session.watch' | 'desk.watch' | 'projector.watch';

async function watching(
  node: TestApp,
  who: Agent,
  { event, id }: { event: WatchEvent; id: NewSession['id'] },
): Promise<QnaDevice> {
  const device = await connect(node, who);
  expect(await device.ask(event, { sessionId: id })).toMatchObject({ ok: true });
  return device;
}

/** One who acts at a node, and devices at the other. */
type Stage = {
  session: NewSession;
  host: Agent;
  author: Agent;
  reader: Agent;
  near: TestApp;
  far: TestApp;
  room: QnaDevice;
  desk: QnaDevice;
};

async function stage(near: TestApp, far: TestApp): Promise<Stage> {
  const session = await newSession(first, host, { words: [FLAGGED] });
  const scene = {
    session,
    host: near.here(host),
    author: near.here(author),
    reader: near.here(reader),
    near,
    far,
    room: await watching(far, reader, { event: 'session.watch', id: session.id }),
    desk: await watching(far, host, { event: 'desk.watch', id: session.id }),
  };
  // The tick that says that they came: whatever they hear from here on, they hear because of something else.
  await roomHears(scene, ({ present }) => present === 2);
  return scene;
}

const roomHears = ({ room }: Pick<Stage, 'room'>, fits: (live: QnaLive) => boolean) =>
  room.hears('room.tick', ({ live }) => fits(live));

const changedIn = (id: string) => (tick: { changed: readonly { id: string }[] }) =>
  tick.changed.some((one) => one.id === id);

async function onAir(scene: Stage): Promise<string> {
  const { id } = await ask(scene.author, scene.session.id);
  await done(scene.host, scene.session.id, { kind: 'answer_now', id });
  return id;
}

/** What somebody does, and how it shows at the other node. */
const effects: [name: string, (scene: Stage) => Promise<unknown>][] = [
  [
    'a question that is asked',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      await scene.room.hears('room.tick', changedIn(id));
      await scene.desk.hears('desk.tick', changedIn(id));
    },
  ],
  [
    'a question that is approved',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id, { text: `Câu ${FLAGGED} này thế nào?` });
      await scene.desk.hears('desk.tick', changedIn(id));
      expect(JSON.stringify(scene.room.heard)).not.toContain(id);
      await done(scene.host, scene.session.id, { kind: 'approve', id });
      await scene.room.hears('room.tick', changedIn(id));
    },
  ],
  [
    'a vote',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      await scene.reader.put(`/api/inquiries/${id}/vote`, { up: true }).expect(200);
      const counted = ({ votes }: { votes: readonly (readonly [string, number])[] }) =>
        votes.some(([one, count]) => one === id && count === 1);
      await scene.room.hears('room.tick', counted);
      await scene.desk.hears('desk.tick', counted);
    },
  ],
  [
    'a merge, and that it is undone',
    async (scene) => {
      const target = await ask(scene.author, scene.session.id);
      const { id } = await ask(scene.reader, scene.session.id);
      const { moveId } = await merged(scene.host, scene.session.id, {
        targetId: target.id,
        inquiryIds: [id],
      });
      await scene.room.hears('room.tick', ({ gone }) => gone.some((one) => one === id));
      const told = scene.room.heard.length;
      await scene.host.put(`/api/qna-moves/${moveId}/undoing`).expect(200);
      await expect
        .poll(() => scene.room.heard.slice(told).some((tick) => JSON.stringify(tick).includes(id)))
        .toBe(true);
    },
  ],
  [
    'a lock',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      const near = await watching(scene.near, host, { event: 'desk.watch', id: scene.session.id });
      await near.ask('desk.lock', { inquiryId: id, on: true });
      await scene.desk.hears('desk.tick', ({ locks }) => locks.some((lock) => lock.inquiryId === id));
    },
  ],
  [
    'a lock whose holder is gone',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      const colleague = await first.member({ roles: [{ role: 'admin' }] });
      const near = await watching(scene.near, colleague, { event: 'desk.watch', id: scene.session.id });
      const { ok } = await near.ask('desk.lock', { inquiryId: id, on: true });
      expect(ok).toBe(true);
      const far = scene.desk;
      await far.hears('desk.tick', ({ locks }) => locks.some((lock) => lock.inquiryId === id));
      expect(await far.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject({
        error: { code: 'qna.locked' },
      });
      near.close();
      // Long before the 20 s are over in which it would end by itself.
      await expect
        .poll(async () => (await far.ask('desk.lock', { inquiryId: id, on: true })).ok, {
          timeout: 10_000,
          interval: 300,
        })
        .toBe(true);
    },
  ],
  [
    'a question that goes on air',
    async (scene) => {
      const id = await onAir(scene);
      await roomHears(scene, ({ now }) => now?.inquiryId === id);
    },
  ],
  [
    'what is projected',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      await doneQuiet(scene.host, scene.session.id, { kind: 'project', inquiryId: id });
      await roomHears(scene, ({ projection }) => projection.inquiryId === id);
    },
  ],
  [
    'seconds added to an answer',
    async (scene) => {
      await onAir(scene);
      await scene.host.put(`/api/qna-sessions/${scene.session.id}/switches`, { addSeconds: 30 }).expect(200);
      await roomHears(scene, ({ now }) => now?.extraSeconds === 30);
    },
  ],
  [
    'questions being closed',
    async (scene) => {
      await doneQuiet(scene.host, scene.session.id, { kind: 'accepting', on: false });
      await roomHears(scene, ({ accepting }) => !accepting);
      const late = { key: 'a'.repeat(43), text: 'Còn kịp không ạ?', anonymous: false };
      const path = `/api/qna-sessions/${scene.session.id}/inquiries`;
      expect((await scene.far.here(author).post(path, late)).body).toMatchObject({
        code: 'qna.not_accepting',
      });
    },
  ],
  [
    'how many are there, at the desk and with a projector',
    async (scene) => {
      const { id } = scene.session;
      await watching(scene.near, author, { event: 'session.watch', id });
      await watching(scene.near, host, { event: 'projector.watch', id });
      // Audience and desk at one node, audience and a projector that follows the room at the other.
      await roomHears(scene, ({ present }) => present === 4);
      await scene.desk.hears('desk.tick', ({ projectors }) => projectors === 1);
      const helper = await first.member();
      await scene.host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
      await watching(scene.near, helper, { event: 'desk.watch', id });
      const people = [host.memberId, helper.memberId].toSorted();
      await scene.desk.hears('desk.tick', (tick) => {
        const there: string[] = tick.people.map(({ memberId }) => memberId);
        return there.toSorted().join() === people.join();
      });
    },
  ],
  [
    'what becomes of one’s own question',
    async (scene) => {
      const own = await ask(scene.author, scene.session.id);
      const device = await connect(scene.far, author);
      const keys = [authorKey.parse(own.key)];
      expect(await device.ask('own.watch', { sessionId: scene.session.id, keys })).toMatchObject({
        ok: true,
      });
      await done(scene.host, scene.session.id, {
        kind: 'answer_in_writing',
        id: own.id,
        text: 'Có.',
        by: 'Luật sư',
      });
      await device.hears('own.moved', ({ id, state }) => id === own.id && state === 'answered');
    },
  ],
  [
    'a question close to what somebody types',
    async (scene) => {
      const text = 'Ảnh chụp căn cước của bạn đọc phải lưu giữ trong bao lâu?';
      const similar = async (): Promise<string[]> => {
        const path = `/api/qna-sessions/${scene.session.id}/similar-inquiries`;
        const { body } = await scene.far.here(reader).post(path, { text }).expect(200);
        return similarInquiries.parse(body).items.map(({ id }) => id);
      };
      // Asked once before: what is kept in memory there is from then.
      expect(await similar()).toEqual([]);
      const { id } = await ask(scene.author, scene.session.id, { text });
      await scene.room.hears('room.tick', changedIn(id));
      expect(await similar()).toEqual([id]);
    },
  ],
  [
    'the end',
    async (scene) => {
      await scene.host.put(`/api/qna-sessions/${scene.session.id}/switches`, { ended: true }).expect(200);
      await roomHears(scene, ({ endedAt }) => endedAt !== null);
    },
  ],
];

const directions: [name: string, near: () => TestApp, far: () => TestApp][] = [
  ['acted at the first node, heard at the second', () => first, () => second],
  ['acted at the second node, heard at the first', () => second, () => first],
];

describe.each(directions)('%s', (_name, near, far) => {
  it.each(effects)('%s', async (_effect, act) => {
    await act(await stage(near(), far()));
  });

  it('whoever is removed is told at once, and hears nothing after', async () => {
    const scene = await stage(near(), far());
    const { id } = scene.session;
    const removed = await first.member();
    const device = await watching(far(), removed, { event: 'session.watch', id });
    const own = await ask(far().here(removed), id);
    await device.ask('own.watch', { sessionId: id, keys: [authorKey.parse(own.key)] });
    await scene.host.put(`/api/qna-sessions/${id}/removals/${removed.memberId}`).expect(204);
    await device.hears('session.left', ({ reason }) => reason === 'removed');
    const before = device.heard.length;
    await done(scene.host, id, { kind: 'answer_in_writing', id: own.id, text: 'Có.', by: 'Luật sư' });
    await scene.room.hears('room.tick', ({ live }) => live.counts.answered === 1);
    expect(device.heard.length).toBe(before);
    expect(await device.ask('session.watch', { sessionId: id })).toMatchObject({
      ok: false,
      error: { code: 'qna.removed' },
    });
  });

  it('whoever loses the role leaves the desk', async () => {
    const scene = await stage(near(), far());
    const { id } = scene.session;
    const helper = await first.member();
    await scene.host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
    const device = await watching(far(), helper, { event: 'desk.watch', id });
    await scene.host.delete(`/api/qna-sessions/${id}/team/${helper.memberId}`).expect(200);
    await device.hears('session.left', ({ reason }) => reason === 'role_ended');
    const before = device.heard.length;
    const asked = await ask(scene.author, id);
    await scene.desk.hears('desk.tick', changedIn(asked.id));
    expect(device.heard.length).toBe(before);
  });

  it('guests are shown out when guests are not let in any more', async () => {
    const { id, code } = await newSession(first, host, { guestsAllowed: true });
    const entered = await far().outsider().put(`/api/qna-codes/${code}/guest`, { name: 'Khách' }).expect(200);
    const device = await watching(far(), far().guest(entered), { event: 'session.watch', id });
    const { body } = await near().here(host).get(`/api/qna-sessions/${id}/management`).expect(200);
    const settings = { ...body.settings, guestsAllowed: false, revision: body.revision };
    await near().here(host).put(`/api/qna-sessions/${id}/settings`, settings).expect(200);
    await device.hears('session.left', ({ reason }) => reason === 'guests_ended');
  });

  it('whoever signs out hears nothing any more', async () => {
    const scene = await stage(near(), far());
    const leaving = await first.member();
    const device = await watching(far(), leaving, { event: 'session.watch', id: scene.session.id });
    await near().here(leaving).delete('/api/session').expect(204);
    await device.ended();
  });
});

describe('nodes to which nothing happens', () => {
  it('tell each other nothing', async () => {
    const { id } = await newSession(first, host);
    const near = await watching(first, reader, { event: 'session.watch', id });
    const far = await watching(second, author, { event: 'session.watch', id });
    for (const room of [near, far]) await room.hears('room.tick', ({ live }) => live.present === 2);
    const told: string[] = [];
    const listener = new pg.Client({ connectionString: first.databaseUrl });
    listener.on('notification', ({ payload }) => told.push(payload ?? ''));
    await listener.connect();
    await listener.query('LISTEN nodes');
    const before = near.heard.length;
    // Nothing to wait for: that nothing comes in four ticks is what is tested.
    await pause(2_000);
    await listener.end();
    expect(told).toEqual([]);
    expect(near.heard.length).toBe(before);
  });
});

describe('the numbers of a room', () => {
  it('rise by one at every socket while both nodes are acted at', async () => {
    const { id } = await newSession(first, host);
    const rooms = await Promise.all(
      [first, second].map((node) => watching(node, reader, { event: 'session.watch', id })),
    );
    for (let turn = 0; turn < 40; turn += 1) {
      const [node, other] = turn % 2 === 0 ? [first, second] : [second, first];
      const asked = await ask(node.here(author), id);
      await other.here(reader).put(`/api/inquiries/${asked.id}/vote`, { up: true }).expect(200);
    }
    for (const room of rooms) {
      await room.hears('room.tick', ({ live }) => live.counts.votes === 40);
      expect(room.heard.map(({ seq }) => seq)).toEqual(room.heard.map((_, index) => index + 1));
    }
    expect((await board(second.here(host), id)).map(({ votes }) => votes)).toEqual(
      Array.from({ length: 40 }, () => 1),
    );
  });
});
