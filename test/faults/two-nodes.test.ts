import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { authorKey, similarInquiries } from '../../shared/qna/inquiry.schema.js';
import type { QnaLive } from '../../shared/qna/session.schema.js';
import { TestApp } from '../support/app.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import { done, doneQuiet, merged } from '../support/qna-desk.js';
import { eventually } from '../support/server-process.js';
import type { Agent } from '../support/world.js';
import { changedIn, RoomDevices, type QnaDevice } from './room-devices.js';

const FLAGGED = 'vớ vẩn';

let first: TestApp;
let second: TestApp;
let host: Agent;
let author: Agent;
let reader: Agent;

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
  devices: RoomDevices;
};

/** Each has a session of its own, so that all of it can go on side by side: most of it is waiting for ticks. */
async function on(near: TestApp, far: TestApp, act: (scene: Stage) => Promise<unknown>): Promise<void> {
  const devices = new RoomDevices();
  try {
    await act(await stage({ near, far, devices }));
  } finally {
    devices.letGo();
  }
}

async function stage({ near, far, devices }: Pick<Stage, 'near' | 'far' | 'devices'>): Promise<Stage> {
  const session = await newSession(first, host, { words: [FLAGGED] });
  const scene = {
    session,
    host: near.here(host),
    author: near.here(author),
    reader: near.here(reader),
    near,
    far,
    devices,
    room: await devices.watching(far, reader, { event: 'session.watch', id: session.id }),
    desk: await devices.watching(far, host, { event: 'desk.watch', id: session.id }),
  };
  // The tick that says that they came: whatever they hear from here on, they hear because of something else.
  await roomHears(scene, ({ present }) => present === 2);
  return scene;
}

const roomHears = ({ room }: Pick<Stage, 'room'>, fits: (live: QnaLive) => boolean) =>
  room.hears('room.tick', ({ live }) => fits(live));

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
      await eventually(async () => expect(JSON.stringify(scene.room.heard.slice(told))).toContain(id));
    },
  ],
  [
    'a lock',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      const near = await scene.devices.watching(scene.near, host, {
        event: 'desk.watch',
        id: scene.session.id,
      });
      await near.ask('desk.lock', { inquiryId: id, on: true });
      await scene.desk.hears('desk.tick', ({ locks }) => locks.some((lock) => lock.inquiryId === id));
    },
  ],
  [
    'a lock whose holder is gone',
    async (scene) => {
      const { id } = await ask(scene.author, scene.session.id);
      const colleague = await first.member({ roles: [{ role: 'admin' }] });
      const near = await scene.devices.watching(scene.near, colleague, {
        event: 'desk.watch',
        id: scene.session.id,
      });
      const taken = await near.ask('desk.lock', { inquiryId: id, on: true });
      const endsAt = Date.parse(z.object({ data: z.object({ until: z.string() }) }).parse(taken).data.until);
      const far = scene.desk;
      await far.hears('desk.tick', ({ locks }) => locks.some((lock) => lock.inquiryId === id));
      expect(await far.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject({
        error: { code: 'qna.locked' },
      });
      near.close();
      await eventually(async () =>
        expect(await far.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject({ ok: true }),
      );
      // Before it would have ended by itself.
      expect(Date.now()).toBeLessThan(endsAt);
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
      await scene.devices.watching(scene.near, author, { event: 'session.watch', id });
      await scene.devices.watching(scene.near, host, { event: 'projector.watch', id });
      // Audience and the host at one node, audience and the host's projector, which is nobody, at the other.
      await roomHears(scene, ({ present }) => present === 3);
      await scene.desk.hears('desk.tick', ({ projectors }) => projectors === 1);
      const helper = await first.member();
      await scene.host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
      await scene.devices.watching(scene.near, helper, { event: 'desk.watch', id });
      const people = [host.memberId, helper.memberId].toSorted();
      await scene.desk.hears('desk.tick', (tick) => {
        const there: string[] = tick.people.map(({ memberId }) => memberId);
        return there.toSorted().join() === people.join();
      });
    },
  ],
  [
    'a role at the desk',
    async (scene) => {
      const { id } = scene.session;
      const helper = await first.member();
      const desk = () => scene.far.here(helper).get(`/api/qna-sessions/${id}/desk`);
      await desk().expect(404);
      await scene.host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
      await eventually(async () => expect((await desk()).status).toBe(200));
    },
  ],
  [
    'what becomes of one’s own question',
    async (scene) => {
      const own = await ask(scene.author, scene.session.id);
      const device = await scene.devices.connect(scene.far, author);
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

describe.each(directions)('%s', { concurrent: true }, (_name, near, far) => {
  const sceneOf = (act: (scene: Stage) => Promise<unknown>) => () => on(near(), far(), act);

  it.each(effects)('%s', (_effect, act) => on(near(), far(), act));

  it(
    'whoever is removed is told at once, and hears nothing after',
    sceneOf(async (scene) => {
      const { id } = scene.session;
      const removed = await first.member();
      const device = await scene.devices.watching(far(), removed, { event: 'session.watch', id });
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
    }),
  );

  it(
    'whoever loses the role leaves the desk',
    sceneOf(async (scene) => {
      const { id } = scene.session;
      const helper = await first.member();
      await scene.host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
      const device = await scene.devices.watching(far(), helper, { event: 'desk.watch', id });
      await scene.host.delete(`/api/qna-sessions/${id}/team/${helper.memberId}`).expect(200);
      await device.hears('session.left', ({ reason }) => reason === 'role_ended');
      const before = device.heard.length;
      const asked = await ask(scene.author, id);
      await scene.desk.hears('desk.tick', changedIn(asked.id));
      expect(device.heard.length).toBe(before);
    }),
  );

  it(
    'guests are shown out when guests are not let in any more',
    sceneOf(async (scene) => {
      const { id, code } = await newSession(first, host, { guestsAllowed: true });
      const entered = await far()
        .outsider()
        .put(`/api/qna-codes/${code}/guest`, { name: 'Khách' })
        .expect(200);
      const device = await scene.devices.watching(far(), far().guest(entered), {
        event: 'session.watch',
        id,
      });
      const { body } = await near().here(host).get(`/api/qna-sessions/${id}/management`).expect(200);
      const settings = { ...body.settings, guestsAllowed: false, revision: body.revision };
      await near().here(host).put(`/api/qna-sessions/${id}/settings`, settings).expect(200);
      await device.hears('session.left', ({ reason }) => reason === 'guests_ended');
      const before = device.heard.length;
      const staying = await scene.devices.watching(far(), reader, { event: 'session.watch', id });
      const asked = await ask(near().here(author), id);
      await staying.hears('room.tick', changedIn(asked.id));
      expect(device.heard.length).toBe(before);
    }),
  );

  it(
    'whoever signs out hears nothing any more',
    sceneOf(async (scene) => {
      const leaving = await first.member();
      const device = await scene.devices.watching(far(), leaving, {
        event: 'session.watch',
        id: scene.session.id,
      });
      await near().here(leaving).delete('/api/session').expect(204);
      await device.ended();
      const before = device.heard.length;
      const asked = await ask(scene.author, scene.session.id);
      await scene.room.hears('room.tick', changedIn(asked.id));
      expect(device.heard.length).toBe(before);
    }),
  );
});
