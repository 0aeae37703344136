import pg from 'pg';
import { addPeople, type BenchMember } from '../load/people.ts';

export const QUESTIONS = 20;
const BANK = 120;

export type BenchWorld = { organiser: BenchMember; members: BenchMember[]; roundId: string };

/** Members of twenty units, each signed in, and an organiser with a published round of a random paper. */
export async function fill(databaseUrl: string, origin: string, count: number): Promise<BenchWorld> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const [organiser, ...contestants] = await addPeople(client, count + 1, 'organiser');
    if (!organiser) throw new Error('no organiser');
    return { organiser, members: contestants, roundId: await publishRound(origin, organiser.cookie) };
  } finally {
    await client.end();
  }
}

/** Through the API, as an organiser does it. */
async function publishRound(origin: string, cookie: string): Promise<string> {
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        cookie,
        'x-requested-with': 'hai-dang',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  const shown = await call('POST', '/api/question-imports', {
    fileName: 'bench.csv',
    format: 'csv',
    text: bankFile(),
  });
  await call('PUT', `/api/question-imports/${shown.id}/application`, { lines: 'all' });
  const [topic] = (await call('GET', '/api/topics')).items;
  const draft = await call('POST', '/api/contests', { title: 'Bench' });
  const [round] = draft.rounds;
  const { title, summary, rules } = { title: 'Bench', summary: 'Bench', rules: 'Bench' };
  await call('PUT', `/api/contests/${draft.id}`, { title, summary, rules, revision: draft.revision });
  await call('PUT', `/api/rounds/${round.id}`, {
    ...round,
    title: 'Bench',
    opensAt: new Date(Date.now() + 3_000).toISOString(),
    closesAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
    durationMinutes: 120,
    blueprint: [{ topicId: topic.id, level: 'recall', count: QUESTIONS }],
    standingsVisible: { kind: 'on_submission' },
  });
  await call('PUT', `/api/contests/${draft.id}/publication`);
  await new Promise((resolve) => setTimeout(resolve, 4_500));
  return round.id;
}

function bankFile(): string {
  const rows = Array.from(
    { length: BANK },
    (_, index) =>
      `"Câu hỏi số ${index} dài vừa phải, như một câu hỏi thật về lịch sử báo chí?",Một,Hai,Ba,Bốn,B,Chung,Nhận biết,Nguồn`,
  );
  return ['Câu hỏi,A,B,C,D,Đáp án,Chủ đề,Mức độ,Nguồn', ...rows].join('\n');
}

/** Results of as many entrants as asked, without their answers: what the standings read. */
export async function addResults(databaseUrl: string, roundId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const members = await addMembersQuietly(client, count);
    await client.query(
      `WITH people AS (SELECT member.id, member.unit_id, row_number() OVER (ORDER BY member.id) AS place
         FROM member WHERE id = ANY($2::uuid[])),
       entered AS (INSERT INTO entry (id, round_id, member_id, number, created_at)
         SELECT gen_random_uuid(), $1, id, 1000000 + place, now() FROM people RETURNING id, member_id),
       tried AS (INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, started_at, deadline_at,
           accepts_until, submitted_at, closed_by, time_used_ms, points, correct)
         SELECT gen_random_uuid(), entered.id, $1, people.id, people.unit_id, 1, 'submitted', '[]', now(), now(), now(),
           now() - random() * interval '1 day', 'member', (random() * 1800000)::int, (random() * 20)::int * 5, 0
         FROM people JOIN entered ON entered.member_id = people.id
         RETURNING id, member_id, unit_id, points, correct, time_used_ms, submitted_at)
       INSERT INTO round_result (round_id, member_id, unit_id, attempt_id, points, correct, time_used_ms, submitted_at)
       SELECT $1, member_id, unit_id, id, points, correct, time_used_ms, submitted_at FROM tried`,
      [roundId, members],
    );
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function addMembersQuietly(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH users AS (INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
       SELECT gen_random_uuid(), 'r', 'r' || place || '@members.invalid', true, now(), now() FROM generate_series(1, $1) AS place
       RETURNING id, email)
     INSERT INTO member (id, auth_user_id, code, full_name, unit_id, created_at)
     SELECT gen_random_uuid(), id, 'R-' || email, 'Người thi ' || email,
       (SELECT id FROM unit ORDER BY md5(unit.id::text || users.email) LIMIT 1), now() FROM users RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
}
