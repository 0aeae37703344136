import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { createApplication, type Application } from '../../server/application.js';
import { SESSION_COOKIE } from '../../server/platform/auth/session.js';
import { Clock } from '../../server/platform/clock.js';
import { createLogger } from '../../server/platform/log.js';
import type { Role } from '../../shared/kernel/viewer.js';
import { cloneDatabase, configFor } from './database.js';

export const PASSWORD = 'mật khẩu đủ dài';
let passwordHash: Promise<string> | undefined;

export type Agent = {
  memberId: string;
  cookie: string;
  get: (path: string) => supertest.Test;
  post: (path: string, body?: object) => supertest.Test;
  put: (path: string, body?: object) => supertest.Test;
  delete: (path: string) => supertest.Test;
};

export type MemberTraits = {
  fullName?: string;
  code?: string;
  email?: string | null;
  unitId?: string;
  roles?: { role: Role; unitId?: string | null }[];
};

/** A running application on a database of its own. */
export class TestApp {
  private readonly names = { unit: 0, member: 0 };
  private rootUnit: string | undefined;

  private constructor(
    readonly app: Application,
    readonly url: string,
    readonly secret: string,
    readonly databaseUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(changes: Record<string, string> = {}): Promise<TestApp> {
    const database = await cloneDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'haidang-test-'));
    const config = configFor(database.url, { DATA_DIR: folder, ...changes });
    const app = await createApplication(config, createLogger(config.LOG_LEVEL), join(folder, 'no-site'));
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), config.SESSION_SECRET ?? '', database.url, async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.cleanUp();
  }

  get database(): DataSource {
    return this.app.get(DataSource);
  }

  now(): Date {
    return this.app.get(Clock).now();
  }

  /** Moves the database's clock, and with it the application's, by milliseconds. */
  async advance(ms: number): Promise<void> {
    await this.database.query(
      `INSERT INTO test_clock (offset_ms) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET offset_ms = test_clock.offset_ms + $1`,
      [ms],
    );
    await this.app.get(Clock).synchronise(async () => {
      const rows: unknown = await this.database.query(
        'SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now',
      );
      return z.tuple([z.object({ now: z.number() })]).parse(rows)[0].now;
    });
  }

  async unit(traits: { name?: string; parentId?: string | null; headCount?: number } = {}): Promise<string> {
    const id = v7();
    this.names.unit += 1;
    await this.database.query(
      `INSERT INTO unit (id, parent_id, name, head_count, created_at) VALUES ($1, $2, $3, $4, app_now())`,
      [id, traits.parentId ?? null, traits.name ?? `Đơn vị ${this.names.unit}`, traits.headCount ?? 10],
    );
    return id;
  }

  /** A member who can sign in with PASSWORD, signed in already. */
  async member(traits: MemberTraits = {}): Promise<Agent> {
    const ids = { member: v7(), user: v7() };
    this.names.member += 1;
    const number = this.names.member;
    const unitId = traits.unitId ?? (this.rootUnit ??= await this.unit({ name: 'Cơ quan' }));
    const code = traits.code ?? `TV-${String(number).padStart(4, '0')}`;
    const email = traits.email === undefined ? `tv${number}@example.test` : traits.email;
    passwordHash ??= hashPassword(PASSWORD);
    await this.database.query(
      `WITH new_user AS (
         INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
         VALUES ($1, $2, $3, true, app_now(), app_now())
       ), new_account AS (
         INSERT INTO auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
         VALUES ($4, $1, $1::text, 'credential', $5, app_now(), app_now())
       ), new_member AS (
         INSERT INTO member (id, auth_user_id, code, full_name, email, unit_id, created_at)
         VALUES ($6, $1, $7, $2, $8, $9, app_now())
       )
       INSERT INTO membership (id, member_id, unit_id, from_at) VALUES ($10, $6, $9, app_now())`,
      [
        ids.user,
        traits.fullName ?? `Thành viên ${number}`,
        email ?? `${code.toLowerCase()}@members.invalid`,
        v7(),
        await passwordHash,
        ids.member,
        code,
        email,
        unitId,
        v7(),
      ],
    );
    for (const grant of traits.roles ?? []) await this.grant(ids.member, grant.role, grant.unitId ?? null);
    return this.agent(ids.member, await this.session(ids.user));
  }

  async grant(memberId: string, role: Role, unitId: string | null): Promise<void> {
    await this.database.query(
      `INSERT INTO role_grant (id, member_id, role, unit_id, granted_at) VALUES ($1, $2, $3, $4, app_now())`,
      [v7(), memberId, role, unitId],
    );
  }

  /** Nobody: no cookie. */
  outsider(): Agent {
    return this.agent('', '');
  }

  /** A second device of somebody: same member, another session. */
  async secondDevice(of: Agent): Promise<Agent> {
    const rows: unknown = await this.database.query('SELECT auth_user_id AS id FROM member WHERE id = $1', [
      of.memberId,
    ]);
    const [row] = z.array(z.object({ id: z.uuid() })).parse(rows);
    return this.agent(of.memberId, await this.session(row?.id ?? ''));
  }

  private async session(userId: string): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    await this.database.query(
      `INSERT INTO auth_session (id, user_id, token, expires_at, created_at, updated_at)
       VALUES ($1, $2, $3, app_now() + interval '30 days', app_now(), app_now())`,
      [v7(), userId, token],
    );
    const signature = createHmac('sha256', this.secret).update(token).digest('base64');
    return `${SESSION_COOKIE}=${encodeURIComponent(`${token}.${signature}`)}`;
  }

  private agent(memberId: string, cookie: string): Agent {
    const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object): supertest.Test => {
      const request = supertest(this.url)[method](path).set('x-requested-with', 'hai-dang');
      if (cookie) void request.set('cookie', cookie);
      return body === undefined ? request : request.send(body);
    };
    return {
      memberId,
      cookie,
      get: (path) => send('get', path),
      post: (path, body) => send('post', path, body ?? {}),
      put: (path, body) => send('put', path, body ?? {}),
      delete: (path) => send('delete', path),
    };
  }
}
