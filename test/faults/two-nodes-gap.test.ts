import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPrivatePostgres, type PrivatePostgres } from '../../scripts/provision/private-postgres.mjs';
import { NodeRoster } from '../../server/platform/database/node-roster.service.js';
import { inquiryPage } from '../../shared/qna/inquiry.schema.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { TestApp } from '../support/app.js';
import { prepareTemplate } from '../support/database.setup.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import { eventually } from '../support/server-process.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';

type QnaDevice = Device<typeof qnaSocket>;

let postgres: PrivatePostgres;
let first: TestApp;
let second: TestApp;
let host: Agent;
let author: Agent;
let session: NewSession;
let rooms: QnaDevice[];
const usual = process.env['TEST_DATABASE_URL'];

beforeAll(async () => {
  postgres = await startPrivatePostgres({ durable: true });
  process.env['TEST_DATABASE_URL'] = postgres.url;
  await prepareTemplate();
  first = await TestApp.start();
  second = await TestApp.join(first);
  host = await first.member({ roles: [{ role: 'moderator' }] });
  author = await first.member();
});
afterAll(async () => {
  await second.stop();
  await first.stop();
  await postgres.stop();
  process.env['TEST_DATABASE_URL'] = usual;
});
beforeEach(async () => {
  session = await newSession(first, host);
  rooms = await Promise.all(
    [first, second].map(async (node) => {
      const device = await Device.connect(node, author, qnaSocket);
      expect(await device.ask('session.watch', { sessionId: session.id })).toMatchObject({ ok: true });
      return device;
    }),
  );
  for (const room of rooms) await room.hears('room.tick', ({ live }) => live.present === 2);
});
afterEach(() => {
  for (const room of rooms) room.close();
});

async function listAt(node: TestApp): Promise<string[]> {
  const { body } = await node.here(author).get(`/api/qna-sessions/${session.id}/inquiries`).expect(200);
  return inquiryPage.parse(body).items.map(({ id }) => id);
}

const hasGap = ({ heard }: QnaDevice): boolean =>
  heard.some(({ seq }, index) => seq !== (heard[index - 1]?.seq ?? 0) + 1);

/** After that anything done at one node is heard at both again. */
async function areTogether(): Promise<void> {
  for (const node of [first, second]) {
    await eventually(async () => {
      const { id } = await ask(node.here(author), session.id);
      for (const room of rooms)
        await expect.poll(() => JSON.stringify(room.heard).includes(id), { timeout: 5_000 }).toBe(true);
    });
  }
  expect(await listAt(first)).toEqual(await listAt(second));
  expect(rooms.map((room) => room.connected)).toEqual([true, true]);
}

describe('what cannot be heard between nodes', () => {
  it('shows as a gap at the node whose listening connection was cut', async () => {
    await first.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1`,
      [second.app.get(NodeRoster).own],
    );
    const { id } = await ask(first.here(author), session.id);
    await rooms[0]?.hears('room.tick', ({ changed }) => changed.some((one) => one.id === id));
    await expect.poll(() => rooms[1] && hasGap(rooms[1]), { timeout: 10_000 }).toBe(true);
    await areTogether();
  });

  it('shows as a gap everywhere when the database was gone, and sockets stay', async () => {
    await postgres.restart('immediate');
    for (const room of rooms) await expect.poll(() => hasGap(room), { timeout: 20_000 }).toBe(true);
    await areTogether();
  });
});
