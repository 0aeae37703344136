import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPrivatePostgres, type PrivatePostgres } from '../../scripts/provision/private-postgres.mjs';
import { NodeRoster } from '../../server/platform/database/node-roster.service.js';
import { TestApp } from '../support/app.js';
import { prepareTemplate } from '../support/database.setup.js';
import { ask, newSession, type NewSession } from '../support/qna.js';
import type { Agent } from '../support/world.js';
import { hasGap, heardOf, listOf, RoomDevices, type QnaDevice } from './room-devices.js';

const ASKED_MEANWHILE = 12;

let postgres: PrivatePostgres;
let first: TestApp;
let second: TestApp;
let host: Agent;
let author: Agent;
let session: NewSession;
let rooms: [QnaDevice, QnaDevice];
const devices = new RoomDevices();
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
  const watched = { event: 'session.watch', id: session.id } as const;
  rooms = [await devices.watching(first, author, watched), await devices.watching(second, author, watched)];
  for (const room of rooms) await room.hears('room.tick', ({ live }) => live.present === 2);
});
afterEach(() => devices.letGo());

/** After that anything done at one node is heard at both again, and both show the same questions. */
async function areTogether(): Promise<string[]> {
  for (const node of [first, second]) {
    const asked: string[] = [];
    // What is asked before they hear each other again is not told everywhere: it is behind the gap.
    const isHeardAtBoth = async (): Promise<boolean> => {
      asked.push((await ask(node.here(author), session.id)).id);
      return asked.some((id) => rooms.every((room) => heardOf(room, id)));
    };
    await expect.poll(isHeardAtBoth, { interval: 700 }).toBe(true);
  }
  const lists = [first, second].map(async (node) => listOf(node.here(author), session.id));
  const [one, other] = await Promise.all(lists);
  expect(one).toEqual(other);
  expect(rooms.map((room) => room.connected)).toEqual([true, true]);
  return (one ?? []).map(({ id }) => id);
}

describe('what cannot be heard between nodes', () => {
  it('shows as a gap at the node whose listening connection is cut in the middle of it', async () => {
    const askers = await Promise.all(Array.from({ length: ASKED_MEANWHILE }, () => first.member()));
    const asking = askers.map((who) => ask(first.here(who), session.id));
    const cutting = first.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1`,
      [second.app.get(NodeRoster).own],
    );
    const [asked] = await Promise.all([Promise.all(asking), cutting]);
    for (const { id } of asked) await expect.poll(() => heardOf(rooms[0], id)).toBe(true);
    await expect.poll(() => hasGap(rooms[1])).toBe(true);
    const ids = await areTogether();
    expect(ids).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
  });

  it('shows as a gap everywhere when the database was gone, and sockets stay', async () => {
    const { id } = await ask(first.here(author), session.id);
    await postgres.restart('immediate');
    for (const room of rooms) await expect.poll(() => hasGap(room)).toBe(true);
    expect(await areTogether()).toContain(id);
  });
});
