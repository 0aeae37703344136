import { DataSource } from 'typeorm';
import { z } from 'zod';
import { prepare } from '../../../server/prepare.js';
import { createLogger } from '../../../server/platform/log.js';
import { configFor } from '../../support/database.js';

const placeRow = z.object({
  round: z.string(),
  code: z.string(),
  points: z.number(),
  correct: z.number(),
  time_used_ms: z.number(),
  closed_by: z.string(),
  answers: z.number(),
  number: z.number(),
});
const inquiryRow = z.object({
  session: z.string(),
  ended: z.boolean(),
  text: z.string(),
  state: z.string(),
  is_next: z.boolean(),
  votes: z.number(),
  cast: z.number(),
  answer_seconds: z.number().nullable(),
  asked: z.number(),
  answered: z.number().nullable(),
  steps: z.array(z.string()),
});
const personRow = z.object({
  code: z.string(),
  full_name: z.string(),
  unit: z.string(),
  roles: z.array(z.string()),
});

export type Told = {
  people: z.infer<typeof personRow>[];
  places: z.infer<typeof placeRow>[];
  inquiries: z.infer<typeof inquiryRow>[];
};

/** Has the demo world told on an empty database; `begun` is called once nobody else can fill it. */
export async function tellOn(
  databaseUrl: string,
  begun: () => void = () => undefined,
): Promise<{ logins: number; progress: string[] }> {
  const config = configFor(databaseUrl, { DEMO: 'true' });
  const progress: string[] = [];
  const logins = await prepare({
    config,
    logger: createLogger(config.LOG_LEVEL),
    onProgress: (text) => {
      progress.push(text);
      begun();
    },
  });
  return { logins: logins.length, progress };
}

/** What people see of the demo world, in the order they see it; instants of questions by their distance from the start. */
export async function readTold(database: DataSource): Promise<Told> {
  return {
    people: personRow.array().parse(
      await database.query(
        `SELECT code, full_name, unit.name AS unit, ARRAY(SELECT role FROM role_grant WHERE member_id = member.id) AS roles
         FROM member JOIN unit ON unit.id = unit_id ORDER BY code`,
      ),
    ),
    places: placeRow.array().parse(
      await database.query(
        `SELECT round.title AS round, code, result.points::float8 AS points, result.correct, result.time_used_ms, closed_by,
           (SELECT count(*)::int FROM answer WHERE attempt_id = attempt.id) AS answers, entry.number
         FROM round_result AS result JOIN round ON round.id = result.round_id JOIN member ON member.id = result.member_id
         JOIN attempt ON attempt.id = attempt_id JOIN entry ON entry.id = entry_id
         ORDER BY round.title, result.points DESC, result.time_used_ms, result.submitted_at`,
      ),
    ),
    inquiries: inquiryRow.array().parse(
      await database.query(
        `SELECT title AS session, ended_at IS NOT NULL AS ended, text, state, is_next, vote_count AS votes, inquiry.answer_seconds,
           (SELECT count(*)::int FROM inquiry_vote WHERE inquiry_id = inquiry.id) AS cast,
           CASE WHEN anonymous THEN 0 ELSE round(extract(epoch FROM asked_at - starts_at) * 1000)::float8 END AS asked,
           round(extract(epoch FROM answered_at - starts_at) * 1000)::float8 AS answered,
           ARRAY(SELECT kind FROM inquiry_step WHERE inquiry_id = inquiry.id ORDER BY inquiry_step.id) AS steps
         FROM inquiry JOIN qna_session ON qna_session.id = session_id ORDER BY title, number`,
      ),
    ),
  };
}

export async function openDatabase(url: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, poolSize: 3 }).initialize();
}
