import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { cookieOf, type BenchMember } from '../load/people.ts';

/** One root, 9 below it, 8 below each of those, and 440 at the bottom with the people. */
const LEVELS = { second: 9, third: 8, bottom: 440 };
export const MEMBERS = 122_000;
export const QUESTIONS = 20;
const BANK = 120;
const TOPICS = 4;
const SIGNED_IN = 150;

export type GrowthWorld = {
  client: pg.Client;
  organiser: BenchMember;
  /** Of the whole tree, and so of everybody. */
  coordinator: BenchMember;
  /** Those who enter every round, and are signed in. */
  people: BenchMember[];
  rootId: string;
};

/** An organisation of that size with a bank of questions, put together in the database in a few statements. */
export async function fillOrganisation(databaseUrl: string): Promise<GrowthWorld> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rootId = await addUnits(client);
  const ids = await addMembers(client);
  const [organiser, coordinator, ...people] = await signIn(client, ids.slice(0, SIGNED_IN + 2));
  if (!organiser || !coordinator) throw new Error('no staff');
  await client.query(
    `INSERT INTO role_grant (id, member_id, role, granted_at) VALUES (gen_random_uuid(), $1, 'organiser', now())`,
    [organiser.id],
  );
  await client.query(
    `INSERT INTO role_grant (id, member_id, role, unit_id, granted_at) VALUES (gen_random_uuid(), $1, 'coordinator', $2, now())`,
    [coordinator.id, rootId],
  );
  await addBank(client, organiser.id);
  await client.query('ANALYZE');
  return { client, organiser, coordinator, people, rootId };
}

async function addUnits(client: pg.Client): Promise<string> {
  const rootId = randomUUID();
  await client.query(`INSERT INTO unit (id, name, head_count, created_at) VALUES ($1, 'Đảng bộ', 0, now())`, [
    rootId,
  ]);
  await client.query(
    `WITH second AS (
       INSERT INTO unit (id, parent_id, name, head_count, created_at)
       SELECT gen_random_uuid(), $1, 'Cục ' || place, 0, now() FROM generate_series(1, $2::int) AS place RETURNING id
     ), third AS (
       INSERT INTO unit (id, parent_id, name, head_count, created_at)
       SELECT gen_random_uuid(), id, 'Phòng ' || place, 0, now() FROM second, generate_series(1, $3::int) AS place RETURNING id
     )
     INSERT INTO unit (id, parent_id, name, head_count, created_at)
     SELECT gen_random_uuid(), parents.id, 'Chi bộ ' || (1 + place / parents.count), 280, now()
     FROM generate_series(0, $4::int - 1) AS place
     JOIN (SELECT id, row_number() OVER () - 1 AS nth, count(*) OVER () AS count FROM third) AS parents
       ON parents.nth = place % parents.count`,
    [rootId, LEVELS.second, LEVELS.third, LEVELS.bottom],
  );
  return rootId;
}

/** Ids in the order in which they enter rounds. */
async function addMembers(client: pg.Client): Promise<string[]> {
  await client.query(
    `CREATE TABLE bench_person AS
     SELECT place, gen_random_uuid() AS id, gen_random_uuid() AS user_id, bottom.id AS unit_id
     FROM generate_series(1, $1::int) AS place
     JOIN (SELECT id, row_number() OVER () - 1 AS nth, count(*) OVER () AS count FROM unit WHERE name LIKE 'Chi bộ %') AS bottom
       ON bottom.nth = place % bottom.count`,
    [MEMBERS],
  );
  await client.query(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     SELECT user_id, 'Người ' || place, 'g' || place || '@members.invalid', true, now(), now() FROM bench_person`,
  );
  await client.query(
    `INSERT INTO member (id, auth_user_id, code, full_name, unit_id, created_at)
     SELECT id, user_id, 'G-' || place, 'Người thi ' || place, unit_id, now() FROM bench_person`,
  );
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM bench_person WHERE place <= 1000 ORDER BY place',
  );
  return rows.map(({ id }) => id);
}

async function signIn(client: pg.Client, ids: readonly string[]): Promise<BenchMember[]> {
  const tokens = ids.map(() => randomBytes(24).toString('base64url'));
  await client.query(
    `INSERT INTO auth_session (id, user_id, token, expires_at, created_at, updated_at)
     SELECT gen_random_uuid(), auth_user_id, token, now() + interval '1 day', now(), now()
     FROM unnest($1::uuid[], $2::text[]) AS t (id, token) JOIN member USING (id)`,
    [ids, tokens],
  );
  return ids.map((id, index) => ({ id, cookie: cookieOf(tokens[index] ?? '') }));
}

/** Single choice throughout; the right option is `b`. */
async function addBank(client: pg.Client, author: string): Promise<void> {
  await client.query(
    `WITH topics AS (
       INSERT INTO topic (id, name, created_at)
       SELECT gen_random_uuid(), 'Chủ đề ' || place, now() FROM generate_series(0, $2::int - 1) AS place RETURNING id, name
     ), questions AS (
       INSERT INTO question (id, code, topic_id, level, tags, review_state, current_version, type, text, source,
         fingerprint, search, created_by, created_at, updated_at)
       SELECT gen_random_uuid(), 'BENCH-' || place, topics.id, 'recall', '{}', 'reviewed', 1, 'single_choice',
         'Câu hỏi ' || place, 'Nguồn', 'bench ' || place, 'cau hoi ' || place, $1, now(), now()
       FROM generate_series(1, $3::int) AS place JOIN topics ON name = 'Chủ đề ' || place % $2::int RETURNING id, text
     )
     INSERT INTO question_version (id, question_id, number, prompt, solution, explanation, source, created_by, created_at)
     SELECT gen_random_uuid(), id, 1, jsonb_build_object('type', 'single_choice', 'text', text, 'options',
         '[{"id":"a","text":"Một"},{"id":"b","text":"Hai"},{"id":"c","text":"Ba"},{"id":"d","text":"Bốn"}]'::jsonb),
       '{"type":"single_choice","credits":{"b":1}}', 'Vì thế', 'Nguồn', $1, now() FROM questions`,
    [author, TOPICS, BANK],
  );
}

export type GrowthRound = { contestId: string; roundId: string };

/** A published round of the whole bank, frozen, whose standings and results are shown at once. */
export async function addRound(
  { client, organiser }: GrowthWorld,
  { title, closesAt }: { title: string; closesAt: Date },
): Promise<GrowthRound> {
  const round = { contestId: randomUUID(), roundId: randomUUID() };
  await client.query(
    `INSERT INTO contest (id, title, state, created_by, created_at, updated_at, published_at)
     VALUES ($1, $2, 'published', $3, now(), now(), now())`,
    [round.contestId, title, organiser.id],
  );
  const shown = JSON.stringify({ kind: 'on_submission' });
  await client.query(
    `INSERT INTO round (id, contest_id, ordinal, title, opens_at, closes_at, duration_minutes, attempts_allowed, counting,
       grace_seconds, eligibility, blueprint, shuffle_questions, shuffle_options, points_per_question, results_visible,
       answers_visible, standings_visible, frozen_at, draw_seed)
     SELECT $1, $2, 1, $3, $4::timestamptz - interval '2 days', $4, 60, 1, 'best', 0, '{"kind":"all"}',
       jsonb_build_array(jsonb_build_object('topicId', (SELECT id FROM topic LIMIT 1), 'level', 'recall', 'count', $5::int)),
       false, false, 5, $6::jsonb, '{"kind":"on_close"}', $6::jsonb, now(), $7`,
    [round.roundId, round.contestId, title, closesAt, QUESTIONS, shown, randomBytes(32)],
  );
  await client.query(
    `INSERT INTO round_pool (round_id, version_id, topic_id, topic_name, level)
     SELECT $1, question_version.id, topic_id, topic.name, level
     FROM question_version JOIN question ON question.id = question_id JOIN topic ON topic.id = topic_id`,
    [round.roundId],
  );
  await client.query(
    'INSERT INTO round_unit (round_id, unit_id, head_count) SELECT $1, id, head_count FROM unit WHERE head_count > 0',
    [round.roundId],
  );
  return round;
}

/**
 * Attempts of the first so many people, running and with every question answered, as they stand when their time is up:
 * spread over the day before `endsAt`, from five minutes to an hour long.
 */
export async function addRunning(
  { client }: GrowthWorld,
  { roundId }: GrowthRound,
  { count, endsAt }: { count: number; endsAt: Date },
): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMPORARY TABLE bench_attempt ON COMMIT DROP AS
     SELECT gen_random_uuid() AS id, gen_random_uuid() AS entry_id, id AS member_id, unit_id, place,
       date_trunc('milliseconds', $1::timestamptz - random() * interval '1 day') AS deadline_at,
       300000 + floor(random() * 3300000)::int AS length_ms FROM bench_person WHERE place <= $2`,
    [endsAt, count],
  );
  await client.query(
    `INSERT INTO entry (id, round_id, member_id, number, created_at) SELECT entry_id, $1, member_id, place, now() FROM bench_attempt`,
    [roundId],
  );
  await client.query('UPDATE round SET entry_counter = $2 WHERE id = $1', [roundId, count]);
  await client.query(
    `WITH versions AS (
           SELECT version_id, row_number() OVER (ORDER BY version_id) AS nth FROM round_pool WHERE round_id = $1
         ), papers AS (
           SELECT start, jsonb_agg(jsonb_build_object('versionId', version_id, 'optionOrder', '["a","b","c","d"]'::jsonb) ORDER BY nth) AS paper
           FROM generate_series(0, $2::int) AS start JOIN versions ON nth > start AND nth <= start + $3::int GROUP BY start
         )
         INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, started_at, deadline_at, accepts_until)
         SELECT id, entry_id, $1, member_id, unit_id, 1, 'running', paper, deadline_at - length_ms * interval '1 millisecond',
           deadline_at, deadline_at
         FROM bench_attempt JOIN papers ON start = place % ($2::int + 1)`,
    [roundId, BANK - QUESTIONS, QUESTIONS],
  );
  await client.query(
    `INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
     SELECT id, position, jsonb_build_object('type', 'single_choice', 'choice', substr('abbcd', 1 + floor(random() * 5)::int, 1)),
       1, position, deadline_at - interval '1 minute'
     FROM bench_attempt, generate_series(1, $1::int) AS position`,
    [QUESTIONS],
  );
  await client.query('COMMIT');
}
