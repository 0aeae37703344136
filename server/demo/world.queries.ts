import { z } from 'zod';
import { rowOf, rowsOf, type Sql } from '../platform/database/sql.js';
import type { World, WorldRound, WorldSession } from './world.rules.js';

const countRow = z.object({
  units: z.number(),
  members: z.number(),
  roles: z.number(),
  questions: z.number(),
  contests: z.number(),
});
const entryRow = z.object({
  memberId: z.string(),
  answers: z.number(),
  points: z.number(),
  ranked: z.number(),
  correct: z.number(),
  timeUsedMs: z.number(),
  submittedBy: z.string(),
});
const roundRow = z.object({ title: z.string(), entries: z.array(entryRow) });
const inquiryRow = z.object({
  text: z.string(),
  state: z.string(),
  next: z.boolean(),
  cast: z.number(),
  votes: z.number(),
});
const sessionRow = z.object({ title: z.string(), ended: z.boolean(), inquiries: z.array(inquiryRow) });

/** The world as it is in the rows. */
export async function readWorld(sql: Sql): Promise<World> {
  const counts = await rowOf(
    sql,
    countRow,
    `SELECT (SELECT count(*)::int FROM unit) AS units, (SELECT count(*)::int FROM member) AS members,
       (SELECT count(*)::int FROM role_grant) AS roles,
       (SELECT count(*)::int FROM question WHERE review_state = 'reviewed') AS questions,
       (SELECT count(*)::int FROM contest WHERE state = 'published') AS contests`,
  );
  if (!counts) throw new Error('an aggregate without a row');
  return { counts, rounds: await readRounds(sql), sessions: await readSessions(sql) };
}

/** An entry for every attempt; what an unfinished one lacks reads as -1 or nobody. */
function readRounds(sql: Sql): Promise<WorldRound[]> {
  return rowsOf(
    sql,
    roundRow,
    `SELECT title, coalesce((
       SELECT jsonb_agg(jsonb_build_object('memberId', attempt.member_id,
         'answers', (SELECT count(*) FROM answer WHERE attempt_id = attempt.id AND response IS NOT NULL),
         'points', coalesce(attempt.points, -1), 'ranked', coalesce(round_result.points, -1),
         'correct', coalesce(attempt.correct, -1), 'timeUsedMs', coalesce(attempt.time_used_ms, -1),
         'submittedBy', coalesce(closed_by, 'nobody')))
       FROM attempt LEFT JOIN round_result ON attempt_id = attempt.id WHERE attempt.round_id = round.id), '[]') AS entries
     FROM round`,
  );
}

function readSessions(sql: Sql): Promise<WorldSession[]> {
  return rowsOf(
    sql,
    sessionRow,
    `SELECT title, ended_at IS NOT NULL AS ended, coalesce((
       SELECT jsonb_agg(jsonb_build_object('text', text, 'state', state, 'next', is_next,
         'cast', (SELECT count(*) FROM inquiry_vote WHERE inquiry_id = inquiry.id),
         'votes', CASE WHEN root_id = inquiry.id THEN vote_count ELSE 0 END))
       FROM inquiry WHERE session_id = qna_session.id), '[]') AS inquiries
     FROM qna_session`,
  );
}
