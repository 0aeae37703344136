import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sessionView } from '../../shared/account/account.schema.js';
import { cloneDatabase } from './database.js';
import { eventually, ServerProcess } from './server-process.js';
import { World, type Agent } from './world.js';

export const SECRET = 'a secret that only browser tests know, long enough';
/** Two readings of one clock, one of them over the network, differ by less than this. */
const TOLERANCE_MS = 2_000;

/** The demo world on a database of its own, served with the client by the built server: what a browser visits. */
export class ServedWorld extends World {
  readonly secret = SECRET;

  private constructor(
    readonly database: DataSource,
    private readonly server: ServerProcess,
    private anchor: { databaseMs: number; monotonicMs: number },
    private readonly drop: () => Promise<void>,
  ) {
    super();
  }

  static async start(): Promise<ServedWorld> {
    const { url, drop } = await cloneDatabase();
    const server = await ServerProcess.start({ databaseUrl: url, secret: SECRET });
    const database = await new DataSource({ type: 'postgres', url, poolSize: 3 }).initialize();
    return new ServedWorld(database, server, await readAnchor(database), drop);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.database.destroy();
    await this.drop();
  }

  get url(): string {
    return this.server.url;
  }

  now(): Date {
    const { databaseMs, monotonicMs } = this.anchor;
    return new Date(databaseMs + performance.now() - monotonicMs);
  }

  /** Returns when the server goes by the new time; it looks at the database's clock every ten seconds. */
  async advance(ms: number): Promise<void> {
    await this.database.query(
      `INSERT INTO test_clock (offset_ms) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET offset_ms = test_clock.offset_ms + $1`,
      [ms],
    );
    this.anchor = await readAnchor(this.database);
    await eventually(async () => {
      const { body } = await supertest(this.url).get('/api/session');
      const behindMs = this.now().getTime() - Date.parse(sessionView.parse(body).serverNow);
      if (behindMs > TOLERANCE_MS) throw new Error(`the server is ${behindMs} ms behind the database`);
    });
  }

  /** Somebody of the demo world, by member code, signed in. */
  async demoMember(code: string): Promise<Agent> {
    const rows: unknown = await this.database.query('SELECT id FROM member WHERE code = $1', [code]);
    return this.signIn(z.tuple([z.object({ id: z.uuid() })]).parse(rows)[0].id);
  }
}

async function readAnchor(database: DataSource): Promise<{ databaseMs: number; monotonicMs: number }> {
  const rows: unknown = await database.query('SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS ms');
  return {
    databaseMs: z.tuple([z.object({ ms: z.number() })]).parse(rows)[0].ms,
    monotonicMs: performance.now(),
  };
}
