import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inquiryPage } from '../../shared/qna/inquiry.schema.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { TestApp } from '../support/app.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import { done } from '../support/qna-desk.js';
import { eventually, ServerProcess } from '../support/server-process.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';

type QnaDevice = Device<typeof qnaSocket>;

/** How soon a node that is left alone has to be right; the machine may be busy. */
const SOON_MS = 5_000;

/** The node that stays, and one that dies. */
let staying: TestApp;
let dying: ServerProcess;
let host: Agent;
let author: Agent;
let session: NewSession;
let room: QnaDevice;
const open: QnaDevice[] = [];

beforeAll(async () => {
  staying = await TestApp.start();
  dying = await ServerProcess.start({ databaseUrl: staying.databaseUrl, secret: staying.secret });
  host = await staying.member({ roles: [{ role: 'moderator' }] });
  author = await staying.member();
});
afterAll(async () => {
  await dying.stop();
  await staying.stop();
});
beforeEach(async () => {
  session = await newSession(staying, host, { words: ['vớ vẩn'] });
  room = await watching(staying, author);
});
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

async function watching(node: { url: string }, who: Agent): Promise<QnaDevice> {
  const device = await Device.connect(node, who, qnaSocket);
  open.push(device);
  expect(await device.ask('session.watch', { sessionId: session.id })).toMatchObject({ ok: true });
  return device;
}

const near = (who: Agent) => staying.at(dying, who);

async function listAt(node: { url: string }): Promise<{ id: string; votes: number }[]> {
  const path = `/api/qna-sessions/${session.id}/inquiries`;
  const { body } = await staying.at(node, author).get(path).expect(200);
  return inquiryPage.parse(body).items.map(({ id, votes }) => ({ id, votes }));
}

/** A number left out: the device asks for the lists again. */
const hasGap = ({ heard }: QnaDevice): boolean =>
  heard.some(({ seq }, index) => seq !== (heard[index - 1]?.seq ?? 0) + 1);

describe('a node that is killed', () => {
  it('leaves no vote uncounted that it acknowledged, three times over', async () => {
    const voters = await Promise.all(Array.from({ length: 8 }, () => staying.member()));
    for (const round of [1, 2, 3]) {
      const { id } = await ask(near(author), session.id);
      await Promise.all(
        voters.map((who) => near(who).put(`/api/inquiries/${id}/vote`, { up: true }).expect(200)),
      );
      await dying.kill();
      await eventually(async () => {
        expect((await listAt(staying)).find((one) => one.id === id)?.votes).toBe(voters.length);
      }, SOON_MS);
      await expect.poll(() => hasGap(room), { timeout: SOON_MS }).toBe(true);
      await dying.startAgain();
      expect(round).toBeLessThan(4);
    }
  });

  it('leaves no approval untold', async () => {
    const { id } = await ask(author, session.id, { text: 'Câu vớ vẩn này sẽ được duyệt?' });
    await done(near(host), session.id, { kind: 'approve', id });
    await dying.kill();
    // It was told by the node that died, or shows as a gap.
    await expect
      .poll(() => hasGap(room) || JSON.stringify(room.heard).includes(id), { timeout: SOON_MS })
      .toBe(true);
    expect((await listAt(staying)).map((one) => one.id)).toEqual([id]);
    await dying.startAgain();
  });

  it('takes those who were there with it', async () => {
    await watching(dying, host);
    await room.hears('room.tick', ({ live }) => live.present === 2);
    const told = room.heard.length;
    await dying.kill();
    const presentOf = z.object({ live: z.object({ present: z.number() }) });
    await expect
      .poll(() => room.heard.slice(told).some(({ data }) => presentOf.parse(data).live.present === 1), {
        timeout: SOON_MS,
      })
      .toBe(true);
    await dying.startAgain();
  });
});

describe('a node that stands still', () => {
  it('goes on with what it missed', async () => {
    const there = await watching(dying, host);
    await room.hears('room.tick', ({ live }) => live.present === 2);
    dying.stand();
    const { id } = await ask(author, session.id);
    await room.hears('room.tick', ({ changed }) => changed.some((one) => one.id === id));
    // Longer than the listening connection waits for an answer.
    await pause(4_000);
    dying.goOn();
    await expect
      .poll(() => hasGap(there) || JSON.stringify(there.heard).includes(id), { timeout: 15_000 })
      .toBe(true);
    expect(await listAt(dying)).toEqual(await listAt(staying));
    const asked = await ask(near(author), session.id);
    await room.hears('room.tick', ({ changed }) => changed.some((one) => one.id === asked.id));
  });
});

describe('a node with another session secret', () => {
  it('is not started beside one there is', async () => {
    const secret = 'another secret, which is also long enough';
    await expect(ServerProcess.start({ databaseUrl: staying.databaseUrl, secret })).rejects.toThrow(
      'ended with 1',
    );
  });
});
