import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import supertest from 'supertest';
import { z } from 'zod';
import { emptyDatabase, type TestDatabase } from '../support/database.js';
import { ServerProcess, type ServerOptions } from '../support/server-process.js';

const login = z.object({ login: z.string(), password: z.string() });
const demoMessage = z.object({ type: z.literal('demo'), logins: z.array(login) });
const SECRET = 'a secret that only tests know, long enough';
const countRow = z.object({
  members: z.number(),
  entries: z.number(),
  zero: z.number(),
  sessions: z.number(),
});

let database: TestDatabase;
const servers: ServerProcess[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await database.drop();
});

type Start = { demo: boolean; onMessage?: NonNullable<ServerOptions['onMessage']> };

type Started = { url: string; heard: string[]; logins: z.infer<typeof login>[] };

async function start({ demo, onMessage }: Start): Promise<Started> {
  const heard: string[] = [];
  const logins: Started['logins'] = [];
  const server = await ServerProcess.start({
    databaseUrl: database.url,
    secret: SECRET,
    environment: { DEMO: String(demo) },
    onMessage: (sent, kill) => {
      heard.push(sent.text ?? sent.type);
      logins.push(...(demoMessage.safeParse(sent).data?.logins ?? []));
      if (sent.type === 'administrator') logins.push(login.parse(sent));
      onMessage?.(sent, kill);
    },
  });
  servers.push(server);
  return { url: server.url, heard, logins };
}

/** Everybody who was told to the starter of either signs in at both. */
async function expectBothLetIn(both: readonly Started[], people: number): Promise<void> {
  const everybody = new Map(both.flatMap(({ logins }) => logins.map((one) => [one.login, one])));
  expect(everybody.size).toBe(people);
  for (const { url } of both)
    for (const one of everybody.values()) {
      const asking = supertest(url).post('/api/session').set('x-requested-with', 'hai-dang');
      expect((await asking.send(one)).status, one.login).toBe(204);
    }
}

async function counts(): Promise<z.infer<typeof countRow>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM member) AS members, (SELECT count(*)::int FROM round_result) AS entries,
         (SELECT count(*)::int FROM round_result WHERE points = 0) AS zero,
         (SELECT count(*)::int FROM qna_session) AS sessions`,
    );
    return z.tuple([countRow]).parse(rows)[0];
  } finally {
    await client.end();
  }
}

const WHOLE = { members: 200, entries: 152 + 64, zero: 0, sessions: 3 };

describe('two that start at the same moment on an empty database', () => {
  it('make one demo world, whoever is first, and both serve it', async () => {
    const both = await Promise.all([start({ demo: true }), start({ demo: true })]);
    expect(await counts()).toEqual(WHOLE);
    const filling = both.map(({ heard }) => heard.includes('demo world: units and members'));
    expect(filling.toSorted()).toEqual([false, true]);
    expect(both.map(({ heard }) => heard.includes('demo') && heard.includes('ready'))).toEqual([true, true]);
    await expectBothLetIn(both, 5);
  });

  it('make one administrator', async () => {
    const both = await Promise.all([start({ demo: false }), start({ demo: false })]);
    expect(await counts()).toEqual({ members: 1, entries: 0, zero: 0, sessions: 0 });
    expect(both.flatMap(({ heard }) => heard).filter((one) => one === 'administrator')).toHaveLength(1);
    await expectBothLetIn(both, 1);
  });
});

describe('a first start that is killed while it fills the database', () => {
  it('leaves nothing behind, and the next one makes the whole world', async () => {
    const killed = start({
      demo: true,
      onMessage: ({ text }, kill) => {
        if (text === 'demo world: question sessions') kill();
      },
    });
    await expect(killed).rejects.toThrow('before it was ready');
    expect(await counts()).toEqual({ members: 0, entries: 0, zero: 0, sessions: 0 });
    const { heard } = await start({ demo: true });
    expect(heard).toContain('demo world: units and members');
    expect(await counts()).toEqual(WHOLE);
  });
});
