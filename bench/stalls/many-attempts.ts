import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchMember } from '../load/people.ts';

export const ATTEMPTS = 50_000;
const QUESTIONS = 20;

/**
 * A round that is over, with 50,000 submitted attempts of twenty answers each, put together in the database from the
 * questions there are. Answers its id.
 */
export async function addManyAttempts(databaseUrl: string, organiser: BenchMember): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const roundId = await addRound(client, organiser.id);
    await addPeople(client);
    await addAttempts(client, roundId);
    await client.query('ANALYZE');
    return roundId;
  } finally {
    await client.end();
  }
}

async function addRound(client: pg.Client, organiser: string): Promise<string> {
  const [contestId, roundId] = [randomUUID(), randomUUID()];
  await client.query(
    `INSERT INTO contest (id, title, state, created_by, created_at, updated_at, published_at)
     VALUES ($1, 'Kết quả', 'published', $2, now(), now(), now())`,
    [contestId, organiser],
  );
  await client.query(
    `INSERT INTO round (id, contest_id, ordinal, title, opens_at, closes_at, duration_minutes, attempts_allowed, counting,
       grace_seconds, eligibility, blueprint, shuffle_questions, shuffle_options, points_per_question, results_visible,
       answers_visible, standings_visible, frozen_at, draw_seed, entry_counter)
     VALUES ($1, $2, 1, 'Vòng đã đóng', now() - interval '2 days', now() - interval '1 day', 60, 1, 'best', 0, '{"kind":"all"}',
       jsonb_build_array(jsonb_build_object('topicId', (SELECT id FROM topic LIMIT 1), 'level', 'recall', 'count', $3::int)),
       false, false, 5, '{"kind":"on_close"}', '{"kind":"on_close"}', '{"kind":"on_close"}', now(), $4, $5)`,
    [roundId, contestId, QUESTIONS, randomBytes(32), ATTEMPTS],
  );
  await client.query(
    `INSERT INTO round_pool (round_id, version_id, topic_id, topic_name, level)
     SELECT $1, question_version.id, topic_id, topic.name, level
     FROM question_version JOIN question ON question.id = question_id JOIN topic ON topic.id = topic_id`,
    [roundId],
  );
  return roundId;
}

async function addPeople(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE bench_entrant AS
     SELECT place, gen_random_uuid() AS id, gen_random_uuid() AS user_id, gen_random_uuid() AS entry_id,
       gen_random_uuid() AS attempt_id, place AS number FROM generate_series(1, $1::int) AS place`,
    [ATTEMPTS],
  );
  await client.query(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     SELECT user_id, 'Người ' || place, 'x' || place || '@members.invalid', true, now(), now() FROM bench_entrant`,
  );
  await client.query(
    `INSERT INTO member (id, auth_user_id, code, full_name, unit_id, created_at)
     SELECT bench_entrant.id, user_id, 'X-' || place, 'Nguyễn Thị Người thi ' || place, units.id, now()
     FROM bench_entrant JOIN (SELECT id, row_number() OVER () - 1 AS nth, count(*) OVER () AS count FROM unit) AS units
       ON units.nth = place % units.count`,
  );
}

async function addAttempts(client: pg.Client, roundId: string): Promise<void> {
  await client.query(
    `INSERT INTO entry (id, round_id, member_id, number, created_at)
     SELECT entry_id, $1, id, number, now() - interval '30 hours' FROM bench_entrant`,
    [roundId],
  );
  await client.query(
    `WITH versions AS (
       SELECT version_id, row_number() OVER (ORDER BY version_id) - 1 AS nth, count(*) OVER () AS count FROM round_pool WHERE round_id = $1
     ), papers AS (
       SELECT start, jsonb_agg(jsonb_build_object('versionId', version_id, 'optionOrder', '["a","b","c","d"]'::jsonb)) AS paper
       FROM generate_series(0, 99) AS start JOIN versions ON (nth - start + count) % count < $2::int GROUP BY start
     )
     INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, started_at, deadline_at, accepts_until,
       submitted_at, closed_by, time_used_ms, points, correct, credits)
     SELECT attempt_id, entry_id, $1, bench_entrant.id, unit_id, 1, 'submitted', paper, now() - interval '30 hours',
       now() - interval '29 hours', now() - interval '29 hours', now() - interval '29 hours' - place * interval '1 millisecond',
       'member', 1000 * (place % 3000), 5 * (place % 21), place % 21,
       (SELECT array_agg(CASE WHEN nth <= place % 21 THEN 1 ELSE 0 END) FROM generate_series(1, $2::int) AS nth)
     FROM bench_entrant JOIN member ON member.id = bench_entrant.id JOIN papers ON start = place % 100`,
    [roundId, QUESTIONS],
  );
  await client.query(
    `INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
     SELECT attempt_id, position, jsonb_build_object('type', 'single_choice', 'choice', substr('abcd', 1 + (place + position) % 4, 1)),
       1, position, now() - interval '29 hours'
     FROM bench_entrant, generate_series(1, $1::int) AS position`,
    [QUESTIONS],
  );
  await client.query(
    `INSERT INTO round_result (round_id, member_id, unit_id, attempt_id, points, correct, time_used_ms, submitted_at)
     SELECT round_id, member_id, unit_id, id, points, correct, time_used_ms, submitted_at FROM attempt WHERE round_id = $1`,
    [roundId],
  );
}
