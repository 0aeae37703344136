import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

export const SECRET = 'only benchmarks know this secret, long enough';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const INSUFFICIENT_PRIVILEGE = '42501';

export type BenchMember = { id: string; cookie: string };

/** A database of its own for one run. */
export async function createDatabase(adminUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `haidang_bench_${randomBytes(5).toString('hex')}`;
  await once(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => dropDatabase(adminUrl, name) };
}

/** While the server itself tidies a database up nobody may drop it: after much writing that takes a while. */
async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  for (let left = 600; ; left -= 1) {
    try {
      return await once(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE)
        throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const UNITS = 20;

/** Members of twenty units, each signed in; the first of them holds a role over the whole organisation. */
export async function addPeople(client: pg.Client, count: number, role: string): Promise<BenchMember[]> {
  const units = Array.from({ length: UNITS }, () => randomUUID());
  await client.query(
    `INSERT INTO unit (id, name, head_count, created_at) SELECT id, 'Đơn vị ' || place, $2, now()
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, place)`,
    [units, Math.ceil(count / units.length)],
  );
  const members = await addMembers(client, units, count);
  await client.query(`INSERT INTO role_grant (id, member_id, role, granted_at) VALUES ($1, $2, $3, now())`, [
    randomUUID(),
    members[0]?.id,
    role,
  ]);
  return members;
}

async function addMembers(
  client: pg.Client,
  units: readonly string[],
  count: number,
): Promise<BenchMember[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    userId: randomUUID(),
    sessionId: randomUUID(),
    token: randomBytes(24).toString('base64url'),
    code: `B-${index}`,
    unitId: units[index % units.length],
  }));
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  await client.query(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     SELECT id, code, code || '@members.invalid', true, now(), now() FROM unnest($1::uuid[], $2::text[]) AS t (id, code)`,
    [column('userId'), column('code')],
  );
  await client.query(
    `INSERT INTO member (id, auth_user_id, code, full_name, unit_id, created_at)
     SELECT id, user_id, code, 'Thành viên ' || code, unit_id, now()
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS t (id, user_id, code, unit_id)`,
    [column('id'), column('userId'), column('code'), column('unitId')],
  );
  await client.query(
    `INSERT INTO auth_session (id, user_id, token, expires_at, created_at, updated_at)
     SELECT id, user_id, token, now() + interval '1 day', now(), now()
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, user_id, token)`,
    [column('sessionId'), column('userId'), column('token')],
  );
  return rows.map(({ id, token }) => ({ id, cookie: cookieOf(token) }));
}

/** The cookie a session's token travels in. */
export function cookieOf(token: string): string {
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  return `haidang.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
