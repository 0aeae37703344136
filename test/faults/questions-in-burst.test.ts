import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askedReceipt } from '../../shared/qna/inquiry.schema.js';
import { TestApp } from '../support/app.js';
import { ask, newKey, newSession } from '../support/qna.js';
import { ServerProcess } from '../support/server-process.js';

const VOTERS = 8;
const ASKERS = 3;
const QUESTIONS = 6;
/** All of them are sent again after each kill. */
const ASK_EVERY_MS = 20;

type Vote = { cookie: string; voterId: string; inquiryId: string; up: boolean };
type Asked = { cookie: string; key: string; text: string; number: number | null };

let world: TestApp;
let server: ServerProcess;
let database: pg.Pool;
let sessionId: string;
let inquiryIds: string[];
let voters: { cookie: string; memberId: string }[];
let askers: { cookie: string; memberId: string }[];

beforeAll(async () => {
  world = await TestApp.start();
  const host = await world.member({ roles: [{ role: 'moderator' }] });
  ({ id: sessionId } = await newSession(world, host));
  const members = await Promise.all(Array.from({ length: VOTERS + ASKERS }, () => world.member()));
  [voters, askers] = [members.slice(0, VOTERS), members.slice(VOTERS)];
  inquiryIds = [];
  for (let index = 0; index < QUESTIONS; index += 1) inquiryIds.push((await ask(host, sessionId)).id);
  await world.app.close();
  server = await ServerProcess.start({ databaseUrl: world.databaseUrl, secret: world.secret });
  database = new pg.Pool({ connectionString: world.databaseUrl, max: 3 });
});
afterAll(async () => {
  await server.stop();
  await database.end();
  await world.stop();
});

/** The body of the answer; null when it was not acknowledged. */
async function send(
  cookie: string,
  { method, path, body }: { method: 'put' | 'post'; path: string; body: object },
): Promise<unknown> {
  try {
    const answer = await supertest(server.url)
      [method](path)
      .set('cookie', cookie)
      .set('x-requested-with', 'hai-dang')
      .send(body);
    return answer.status < 300 ? answer.body : null;
  } catch {
    return null;
  }
}

const cast = ({ cookie, inquiryId, up }: Vote) =>
  send(cookie, { method: 'put', path: `/api/inquiries/${inquiryId}/vote`, body: { up } });

async function submit({ cookie, key, text }: Asked): Promise<number | null> {
  const path = `/api/qna-sessions/${sessionId}/inquiries`;
  const body = await send(cookie, { method: 'post', path, body: { key, text, anonymous: false } });
  return body === null ? null : askedReceipt.parse(body).inquiry.number;
}

async function rowsOf<Row extends z.ZodType>(row: Row, sql: string): Promise<z.infer<Row>[]> {
  return z.array(row).parse((await database.query(sql)).rows);
}

describe('kill -9 in a burst of votes and questions', () => {
  it('keeps every acknowledged vote and question exactly once, three times over', async () => {
    const settled = new Map<string, boolean>();
    const asked: Asked[] = [];
    let acknowledged = 0;
    for (const round of [1, 2, 3]) {
      let running = true;
      const doubtful = new Set<string>();
      const keepVoting = async ({ cookie, memberId }: (typeof voters)[number]): Promise<void> => {
        for (let turn = 0; running; turn += 1) {
          const inquiryId = inquiryIds[turn % QUESTIONS] ?? '';
          const place = `${inquiryId}/${memberId}`;
          const up = !settled.get(place);
          doubtful.add(place);
          if ((await cast({ cookie, voterId: memberId, inquiryId, up })) === null) return;
          settled.set(place, up);
          doubtful.delete(place);
          acknowledged += 1;
        }
      };
      const keepAsking = async ({ cookie }: (typeof askers)[number], asker: number): Promise<void> => {
        for (let turn = 0; running; turn += 1) {
          const text = `Câu ${String(turn)} của người ${String(asker)} lượt ${String(round)}?`;
          const one: Asked = { cookie, key: newKey(), text, number: null };
          asked.push(one);
          one.number = await submit(one);
          if (one.number === null) return;
          await pause(ASK_EVERY_MS);
        }
      };
      const work = [...voters.map(keepVoting), ...askers.map(keepAsking)];
      const wanted = acknowledged + 60 * round;
      await expect.poll(() => acknowledged, { interval: 5 }).toBeGreaterThan(wanted);
      await server.kill();
      running = false;
      await Promise.all(work);
      await server.startAgain();

      const votes = await rowsOf(
        z.object({ place: z.string() }),
        `SELECT inquiry_id || '/' || voter_id AS place FROM inquiry_vote`,
      );
      const stored = new Set(votes.map(({ place }) => place));
      expect(stored.size).toBe(votes.length);
      for (const [place, up] of settled) if (!doubtful.has(place)) expect(stored.has(place), place).toBe(up);
      for (const place of doubtful) settled.set(place, stored.has(place));
      const counts = await rowsOf(
        z.object({ vote_count: z.number(), voters: z.coerce.number() }),
        `SELECT vote_count, (SELECT count(*) FROM inquiry_vote WHERE inquiry_id = inquiry.id) AS voters FROM inquiry`,
      );
      for (const { vote_count, voters: counted } of counts) expect(vote_count).toBe(counted);

      // A device that heard nothing sends again under the same key; one that heard gets the number it knows.
      for (const one of asked) {
        const number = await submit(one);
        expect(number, one.text).not.toBeNull();
        if (one.number !== null) expect(number, one.text).toBe(one.number);
        one.number = number;
      }
      const kept = await rowsOf(
        z.object({ hash: z.string(), number: z.number(), text: z.string() }),
        `SELECT encode(key_hash, 'hex') AS hash, number, text FROM inquiry`,
      );
      expect(kept.length).toBe(QUESTIONS + asked.length);
      expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length);
      const byHash = new Map(kept.map((row) => [row.hash, row]));
      for (const { key, number, text } of asked)
        expect(byHash.get(hashOf(key))).toMatchObject({ number, text });
    }
    expect(asked.length).toBeGreaterThan(0);
  });
});

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
