import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contestSocket } from '../../shared/contest/contest.events.js';
import { roundId as asRoundId } from '../../shared/contest/contest.schema.js';
import { TestApp } from '../support/app.js';
import { publishedRound } from '../support/contest.js';
import { ask, newSession } from '../support/qna.js';
import { board, done, merged, undo, vote } from '../support/qna-desk.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';
import { RoomDevices, type QnaDevice } from './room-devices.js';

const FLAGGED = 'vớ vẩn';
const ROUNDS = 20;
const ACTS_A_ROUND = 10;

let first: TestApp;
let second: TestApp;
let host: Agent;
let reader: Agent;
const devices = new RoomDevices();

beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.join(first);
  host = await first.member({ roles: [{ role: 'moderator' }, { role: 'organiser' }] });
  reader = await first.member();
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});
afterEach(() => devices.letGo());

describe('nodes to which nothing happens', () => {
  it('tell each other nothing, though people follow a session, its desk and a round at both', async () => {
    const { id } = await newSession(first, host);
    const { roundId } = await publishedRound(first, host);
    const rooms: QnaDevice[] = [];
    const rounds: Device<typeof contestSocket>[] = [];
    for (const node of [first, second]) {
      rooms.push(await devices.watching(node, reader, { event: 'session.watch', id }));
      rooms.push(await devices.watching(node, host, { event: 'desk.watch', id }));
      const round = await Device.connect(node, reader, contestSocket);
      rounds.push(round);
      expect(await round.ask('round.watch', { roundId: asRoundId.parse(roundId) })).toMatchObject({
        ok: true,
      });
    }
    for (const room of rooms)
      await Promise.race([
        room.hears('room.tick', ({ live }) => live.present === 4),
        room.hears('desk.tick', ({ live }) => live.present === 4),
      ]);
    const told: string[] = [];
    const listener = new pg.Client({ connectionString: first.databaseUrl });
    listener.on('notification', ({ payload }) => told.push(payload ?? ''));
    await listener.connect();
    await listener.query('LISTEN nodes');
    const before = rooms.map(({ heard }) => heard.length);
    // Nothing to wait for: that nothing comes in many ticks and beats is what is tested.
    await pause(3_000);
    await listener.end();
    for (const round of rounds) round.close();
    expect(told).toEqual([]);
    expect(rooms.map(({ heard }) => heard.length)).toEqual(before);
    expect(rounds.flatMap(({ heard }) => heard)).toEqual([]);
  });
});

describe('the numbers of a room', () => {
  it('rise by one at every socket while two hundred things of all kinds are done at both nodes', async () => {
    const { id } = await newSession(first, host, { words: [FLAGGED] });
    const nodes = [first, second];
    const rooms = await Promise.all(
      nodes.map((node) => devices.watching(node, reader, { event: 'session.watch', id })),
    );
    const desks = await Promise.all(
      nodes.map((node) => devices.watching(node, host, { event: 'desk.watch', id })),
    );
    let acts = 0;
    /** The next act happens at the other node. */
    const turn = () => {
      const place = (acts += 1) % 2;
      const node = place === 0 ? first : second;
      return { place, here: (who: Agent) => node.here(who) };
    };
    const authors = await Promise.all(Array.from({ length: ROUNDS }, () => first.member()));
    for (const author of authors) {
      const { id: asked } = await ask(turn().here(author), id);
      const { id: waiting } = await ask(turn().here(author), id, { text: `Câu ${FLAGGED} thứ ${acts}?` });
      await vote(turn().here(reader), asked);
      await done(turn().here(host), id, { kind: 'approve', id: waiting });
      await done(turn().here(host), id, { kind: 'label', id: asked, labels: ['Luật'] });
      const locking = { inquiryId: asked as never, on: true };
      expect(await desks[turn().place]?.ask('desk.lock', locking)).toMatchObject({ ok: true });
      const merge = await merged(turn().here(host), id, { targetId: asked, inquiryIds: [waiting] });
      await undo(turn().here(host), merge.moveId).expect(200);
      await done(turn().here(host), id, { kind: 'answer_now', id: asked });
      await done(turn().here(host), id, { kind: 'answered', id: asked, text: 'Có.' });
    }
    expect(acts).toBe(ROUNDS * ACTS_A_ROUND);
    for (const room of rooms)
      await room.hears(
        'room.tick',
        ({ live }) => live.counts.answered === ROUNDS && live.counts.votes === ROUNDS,
      );
    for (const desk of desks)
      await desk.hears(
        'desk.tick',
        ({ live }) => live.counts.answered === ROUNDS && live.counts.votes === ROUNDS,
      );
    for (const { heard } of [...rooms, ...desks])
      expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => index + 1));
    const boards = await Promise.all(nodes.map((node) => board(node.here(host), id)));
    expect(boards[0]).toEqual(boards[1]);
    expect(boards[0]?.map(({ state, votes }) => `${state} ${votes}`)).toEqual(
      authors.flatMap(() => ['answered 1', 'approved 0']),
    );
  });
});
