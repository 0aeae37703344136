import { createHmac, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { SESSION_COOKIE } from '../../server/platform/auth/session.js';
import type { Role } from '../../shared/kernel/viewer.js';

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

/** People and units of a running application, put together in its database; whoever serves it. */
export abstract class World {
  abstract readonly url: string;
  abstract readonly secret: string;
  abstract readonly database: DataSource;
  private readonly names = { unit: 0, member: 0 };
  private rootUnit: string | undefined;

  /** The application's time, which is the database's. */
  abstract now(): Date;

  /** Moves the database's clock, and with it the application's, by milliseconds. */
  abstract advance(ms: number): Promise<void>;

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

  /** Somebody with no account, who keeps the cookie that an answer set. */
  guest(answer: { headers: Record<string, unknown> }): Agent {
    return this.agent('', String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }

  /** The same device of somebody from another node, at this one. */
  here(who: Agent): Agent {
    return this.at(this, who);
  }

  /** The same device of somebody at another node. */
  at({ url }: { url: string }, { memberId, cookie }: Agent): Agent {
    return this.agent(memberId, cookie, url);
  }

  /** A second device of somebody: same member, another session. */
  secondDevice(of: Agent): Promise<Agent> {
    return this.signIn(of.memberId);
  }

  /** A session of a member there is. */
  protected async signIn(memberId: string): Promise<Agent> {
    const rows: unknown = await this.database.query('SELECT auth_user_id AS id FROM member WHERE id = $1', [
      memberId,
    ]);
    const [row] = z.array(z.object({ id: z.uuid() })).parse(rows);
    return this.agent(memberId, await this.session(row?.id ?? ''));
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

  private agent(memberId: string, cookie: string, url = this.url): Agent {
    const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object): supertest.Test => {
      const request = supertest(url)[method](path).set('x-requested-with', 'hai-dang');
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
