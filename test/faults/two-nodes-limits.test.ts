import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.js';
import { ask, newKey, newSession } from '../support/qna.js';
import { eventually } from '../support/server-process.js';
import { PASSWORD, type Agent } from '../support/world.js';

const AT_ONCE = 50;

let first: TestApp;
let second: TestApp;
let host: Agent;

beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.join(first);
  host = await first.member({ roles: [{ role: 'moderator' }] });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

/** One after the other to the two nodes, without waiting for an answer. */
function atBoth<Answer>(count: number, act: (node: TestApp, turn: number) => PromiseLike<Answer>) {
  return Promise.all(Array.from({ length: count }, (_, turn) => act(turn % 2 === 0 ? first : second, turn)));
}

const asking = (who: Agent, sessionId: string, anonymous: boolean) => {
  const question = { key: newKey(), text: 'Một câu hỏi gửi cùng lúc hai nơi?', anonymous };
  return who.post(`/api/qna-sessions/${sessionId}/inquiries`, question);
};

describe('one question a person', () => {
  it.each([
    ['by name', () => false],
    ['anonymously', () => true],
    ['in both ways', (turn: number) => turn % 3 === 0],
  ])('is one, asked %s at both nodes at once', async (_how, isAnonymous) => {
    const { id } = await newSession(first, host, { maxPerPerson: 1 });
    const people = await Promise.all(Array.from({ length: AT_ONCE }, () => first.member()));
    const statuses = await Promise.all(
      people.map((who) =>
        atBoth(2, async (node, turn) => (await asking(node.here(who), id, isAnonymous(turn))).status),
      ),
    );
    expect(statuses.map((both) => both.toSorted())).toEqual(people.map(() => [201, 409]));
  });

  it('waits for the next one at either node', async () => {
    const { id } = await newSession(first, host, { slowModeSeconds: 60 });
    const who = await first.member();
    await ask(first.here(who), id, { anonymous: true });
    expect((await asking(second.here(who), id, false)).status).toBe(429);
  });
});

describe('a question asked without a name', () => {
  it('gets no vote of its author, at either node', async () => {
    const { id: sessionId } = await newSession(first, host);
    const [author, other] = [await first.member(), await first.member()];
    const { id } = await ask(first.here(author), sessionId, { anonymous: true });
    const voting = async (node: TestApp, who: Agent) =>
      (await node.here(who).put(`/api/inquiries/${id}/vote`, { up: true })).status;
    expect([await voting(first, author), await voting(second, author)]).toEqual([409, 409]);
    expect(await voting(second, other)).toBe(200);
  });

  it('is told between nodes without a word about who asked', async () => {
    const { id: sessionId } = await newSession(first, host);
    const author = await first.member();
    const told: string[] = [];
    const listener = new pg.Client({ connectionString: first.databaseUrl });
    listener.on('notification', ({ payload }) => told.push(payload ?? ''));
    await listener.connect();
    await listener.query('LISTEN nodes');
    await ask(first.here(author), sessionId, { anonymous: true });
    await expect.poll(() => told.filter((word) => word.includes('qna.asker')).length).toBe(1);
    await listener.end();
    expect(told.filter((word) => word.includes(author.memberId))).toEqual([]);
  });

  it('is known to a node that comes later, also when the one where it was asked is gone', async () => {
    const { id: sessionId } = await newSession(first, host, { maxPerPerson: 1 });
    const author = await first.member();
    const passing = await TestApp.join(first);
    const { id } = await ask(passing.here(author), sessionId, { anonymous: true });
    await passing.stop();
    const late = await TestApp.join(first);
    await eventually(async () => {
      expect((await late.here(author).put(`/api/inquiries/${id}/vote`, { up: true })).status).toBe(409);
    });
    expect((await asking(late.here(author), sessionId, true)).status).toBe(409);
    await late.stop();
  });
});

describe('wrong passwords', () => {
  it('are five, however they are spread over two nodes', async () => {
    const [guessed, other] = ['HD-7103', 'HD-7104'];
    await first.member({ code: guessed });
    await first.member({ code: other });
    const statuses = await atBoth(
      11,
      async (node) =>
        (await node.outsider().post('/api/session', { login: guessed, password: 'sai' })).status,
    );
    expect(statuses.filter((status) => status === 401).length).toBe(5);
    expect(statuses.filter((status) => status === 429).length).toBe(6);
    for (const node of [first, second])
      await node.outsider().post('/api/session', { login: other, password: PASSWORD }).expect(204);
  });
});
