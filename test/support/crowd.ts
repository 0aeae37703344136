import { v7 } from 'uuid';
import { z } from 'zod';
import {
  refreshResults,
  writeClosed,
  type GradedResponse,
} from '../../server/contest/attempt/closing.queries.js';
import { versionId } from '../../shared/question-bank/question.schema.js';
import type { PublishedRound } from './contest.js';
import type { World } from './world.js';

const idRows = z.array(z.object({ id: z.uuid() }));

/** Many members at once, who cannot sign in, spread over the units in turn; the ids in the order of their names. */
export async function addCrowd(world: World, count: number, unitIds: readonly string[]): Promise<string[]> {
  const name = v7().slice(-6);
  const rows: unknown = await world.database.query(
    `WITH people AS (
       SELECT gen_random_uuid() AS id, gen_random_uuid() AS user_id, place, $2 || '-' || to_char(place, 'FM000000') AS code
       FROM generate_series(1, $1::int) AS place
     ), users AS (
       INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
       SELECT user_id, code, code || '@members.invalid', true, app_now(), app_now() FROM people RETURNING id
     ), members AS (
       INSERT INTO member (id, auth_user_id, code, full_name, unit_id, created_at)
       SELECT people.id, user_id, code, 'Người ' || code, ($3::uuid[])[1 + (place - 1) % cardinality($3::uuid[])], app_now()
       FROM people JOIN users ON users.id = user_id RETURNING id
     )
     SELECT people.id FROM people JOIN members USING (id) ORDER BY place`,
    [count, name, [...unitIds]],
  );
  return idRows.parse(rows).map(({ id }) => id);
}

export type CrowdAttempt = { id: string; entryId: string; memberId: string };

/**
 * An attempt of each member at a round, all started a minute ago, with every question answered: `c` or `b` by turns, so
 * that points differ. They run until `deadlineAt`.
 */
export async function startCrowd(
  world: World,
  { roundId, questions }: PublishedRound,
  { members, deadlineAt }: { members: readonly string[]; deadlineAt: Date },
): Promise<CrowdAttempt[]> {
  const paper = questions.map(({ versionId }) => ({ versionId, optionOrder: ['a', 'b', 'c', 'd'] }));
  const rows: unknown = await world.database.query(
    `WITH people AS (
       SELECT gen_random_uuid() AS entry_id, gen_random_uuid() AS attempt_id, member.id AS member_id, unit_id, place
       FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, place) JOIN member ON member.id = asked.id
     ), entered AS (
       INSERT INTO entry (id, round_id, member_id, number, created_at)
       SELECT entry_id, $1, member_id, entry_counter + place, app_now() FROM people, round WHERE round.id = $1 RETURNING id
     ), counted AS (
       UPDATE round SET entry_counter = entry_counter + (SELECT count(*) FROM people) WHERE id = $1
     ), tried AS (
       INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, started_at, deadline_at, accepts_until)
       SELECT attempt_id, entry_id, $1, member_id, unit_id, 1, 'running', $3::jsonb,
         date_trunc('milliseconds', app_now()) - interval '1 minute', $4, $4
       FROM people JOIN entered ON entered.id = entry_id RETURNING id
     ), answered AS (
       INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
       SELECT attempt_id, position, jsonb_build_object('type', 'single_choice', 'choice',
         CASE WHEN (place + position) % (1 + place % 5) = 0 THEN 'b' ELSE 'c' END), 1, position, app_now()
       FROM people JOIN tried ON tried.id = attempt_id, generate_series(1, jsonb_array_length($3::jsonb)) AS position
       RETURNING 1
     )
     SELECT attempt_id AS id, entry_id AS "entryId", member_id AS "memberId" FROM people, (SELECT count(*) FROM answered) AS done ORDER BY place`,
    [roundId, [...members], JSON.stringify(paper), deadlineAt],
  );
  return z.array(z.object({ id: z.uuid(), entryId: z.uuid(), memberId: z.uuid() })).parse(rows);
}

/** Results of these attempts, as if they had been submitted one millisecond after the other and graded by hand. */
export async function submitCrowd(
  world: World,
  { roundId, questions }: PublishedRound,
  attempts: readonly CrowdAttempt[],
): Promise<void> {
  const { manager } = world.database;
  const startedAt = world.now().getTime() - 60_000;
  await writeClosed(manager, {
    round: { id: roundId, pointsPerQuestion: 5 },
    graded: questions.flatMap((question) =>
      ['b', 'c'].map((choice): GradedResponse => ({
        versionId: versionId.parse(question.versionId),
        response: { type: 'single_choice', choice },
        credit: choice === 'b' ? 1 : 0.5,
      })),
    ),
    attempts: attempts.map(({ id }, place) => ({
      id,
      submittedAt: new Date(startedAt + place),
      closedBy: 'member',
      timeUsedMs: 1_000 * (place % 1_800),
    })),
  });
  const entries = attempts.map(({ entryId }) => entryId);
  await refreshResults(manager, { counting: 'best' }, entries);
}
