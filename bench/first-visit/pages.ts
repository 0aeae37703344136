import pg from 'pg';
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cookieOf } from '../load/people.ts';

/**
 * What a visit is measured by. `isUsable` runs in the page and says whether somebody could do there what they came for:
 * the heading is drawn, and so is the page's main control, not disabled.
 */
export type Visit = {
  name: 'sign_in' | 'home' | 'contest' | 'attempt' | 'audience';
  path: string;
  cookie: string | null;
  heading: string;
  control: string;
};

const CONTEST = 'Ngọn đèn tri thức 2026';
const SESSION = 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí';
const MEMBER = 'HD-0001';

/** The five pages in the demo world, as one of its members. Starts an attempt, which that member has then open. */
export async function visitsIn(databaseUrl: string, origin: string): Promise<Visit[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const one = async (sql: string, values: string[]): Promise<Record<string, string>> => {
      const { rows } = await client.query(sql, values);
      return z
        .tuple([z.record(z.string(), z.string())])
        .rest(z.unknown())
        .parse(rows)[0];
    };
    const signIn = async (code: string): Promise<string> => {
      const token = randomBytes(24).toString('base64url');
      await client.query(
        `INSERT INTO auth_session (id, user_id, token, expires_at, created_at, updated_at)
         SELECT $1, auth_user_id, $2, now() + interval '1 day', now(), now() FROM member WHERE code = $3`,
        [randomUUID(), token, code],
      );
      return cookieOf(token);
    };
    const { contest = '', round = '' } = await one(
      `SELECT contest.id AS contest, round.id AS round FROM contest JOIN round ON round.contest_id = contest.id
       WHERE contest.title = $1 AND round.opens_at <= now() AND now() < round.closes_at`,
      [CONTEST],
    );
    const { id: session = '' } = await one(
      'SELECT id FROM qna_session WHERE title = $1 ORDER BY id LIMIT 1',
      [SESSION],
    );
    const { code: other = '' } = await one(
      `SELECT member.code FROM member WHERE code <> $1
         AND NOT EXISTS (SELECT FROM attempt WHERE member_id = member.id AND round_id = $2::uuid)
         AND NOT EXISTS (SELECT FROM role_grant WHERE member_id = member.id) ORDER BY code LIMIT 1`,
      [MEMBER, round],
    );
    const [cookie, contestant] = [await signIn(MEMBER), await signIn(other)];
    const attempt = await startAttempt(origin, round, contestant);
    const visible = (text: string) => `:is(a, button):not([disabled], [aria-disabled="true"])|${text}`;
    return [
      { name: 'sign_in', path: '/sign-in', cookie: null, heading: 'h1', control: visible('Đăng nhập') },
      { name: 'home', path: '/', cookie, heading: 'h1', control: visible('Vào thi vòng') },
      {
        name: 'contest',
        path: `/contests/${contest}`,
        cookie,
        heading: 'h1',
        control: visible('Vào thi vòng'),
      },
      {
        name: 'attempt',
        path: `/attempts/${attempt}`,
        cookie: contestant,
        heading: 'h1',
        control: visible('Làm tiếp ở đây'),
      },
      {
        name: 'audience',
        path: `/qna/${session}`,
        cookie,
        heading: 'h1',
        control: 'textarea:not([disabled])|',
      },
    ];
  } finally {
    await client.end();
  }
}

async function startAttempt(origin: string, roundId: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}/api/rounds/${roundId}/attempts`, {
    method: 'POST',
    headers: { cookie, 'x-requested-with': 'hai-dang' },
  });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}
