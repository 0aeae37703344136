import { z } from 'zod';
import {
  topicId,
  level,
  questionPrompt,
  questionSolution,
  versionId,
} from '../../../shared/question-bank/question.schema.js';
import {
  blueprint,
  contestId,
  countingRule,
  eligibility,
  roundId,
  visibility,
} from '../../../shared/contest/contest.schema.js';
import { unitId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const LONGEST_EXTRA = `coalesce((SELECT max(minutes) FROM extra_time WHERE extra_time.round_id = round.id), 0)`;

/**
 * SQL columns of a round: the most extra minutes that somebody has in it, and whether the last attempt that can still
 * count is closed and graded. The clock alone cannot tell that, so it is read from rows.
 */
export const COUNTED_COLUMNS = `${LONGEST_EXTRA} AS longest_extra_minutes,
  coalesce(closes_at + make_interval(mins => ${LONGEST_EXTRA}, secs => grace_seconds) < app_now(), false)
    AND NOT EXISTS (SELECT FROM attempt WHERE attempt.round_id = round.id AND attempt.state = 'running') AS all_counted`;

const roundRow = z
  .object({
    id: roundId,
    contest_id: contestId,
    contest_title: z.string(),
    contest_state: z.enum(['draft', 'published', 'cancelled']),
    contest_created_by: z.uuid(),
    home_unit_id: unitId,
    title: z.string(),
    opens_at: z.date(),
    closes_at: z.date(),
    duration_minutes: z.number(),
    attempts_allowed: z.number().nullable(),
    counting: countingRule,
    grace_seconds: z.number(),
    eligibility,
    blueprint,
    shuffle_questions: z.boolean(),
    shuffle_options: z.boolean(),
    points_per_question: z.number(),
    results_visible: visibility,
    answers_visible: visibility,
    standings_visible: visibility,
    draw_seed: z.instanceof(Buffer),
    longest_extra_minutes: z.number(),
    all_counted: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    contestId: row.contest_id,
    contestTitle: row.contest_title,
    contestState: row.contest_state,
    createdBy: row.contest_created_by,
    /** Of who made the contest. */
    homeUnitId: row.home_unit_id,
    title: row.title,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    durationMinutes: row.duration_minutes,
    attemptsAllowed: row.attempts_allowed,
    counting: row.counting,
    graceMs: row.grace_seconds * 1000,
    eligibility: row.eligibility,
    blueprint: row.blueprint,
    shuffleQuestions: row.shuffle_questions,
    shuffleOptions: row.shuffle_options,
    pointsPerQuestion: row.points_per_question,
    resultsVisible: row.results_visible,
    answersVisible: row.answers_visible,
    standingsVisible: row.standings_visible,
    drawSeed: row.draw_seed,
    longestExtraMinutes: row.longest_extra_minutes,
    allCounted: row.all_counted,
  }));

/** A published round as fairness needs it: what can still change is its window and whether it is cancelled. */
export type FrozenRound = z.infer<typeof roundRow>;

export async function readFrozenRound(sql: Sql, id: string): Promise<FrozenRound | null> {
  return rowOf(
    sql,
    roundRow,
    `SELECT round.*, contest.title AS contest_title, contest.state AS contest_state,
       contest.created_by AS contest_created_by, creator.unit_id AS home_unit_id, ${COUNTED_COLUMNS}
     FROM round JOIN contest ON contest.id = round.contest_id JOIN member AS creator ON creator.id = contest.created_by
     WHERE round.id = $1 AND round.frozen_at IS NOT NULL`,
    [id],
  );
}

const poolRow = z
  .object({
    version_id: versionId,
    topic_id: topicId,
    topic_name: z.string(),
    level,
    prompt: questionPrompt,
    solution: questionSolution,
    explanation: z.string(),
    source: z.string(),
  })
  .transform((row) => ({
    versionId: row.version_id,
    topicId: row.topic_id,
    topicName: row.topic_name,
    level: row.level,
    content: { prompt: row.prompt, solution: row.solution },
    explanation: row.explanation,
    source: row.source,
  }));

/** One version a frozen round can draw. Never changes. */
export type PoolQuestion = z.infer<typeof poolRow>;

export async function readPool(sql: Sql, id: string): Promise<PoolQuestion[]> {
  return rowsOf(
    sql,
    poolRow,
    `SELECT round_pool.version_id, topic_id, topic_name, level, prompt, solution, explanation, source
     FROM round_pool JOIN question_version ON question_version.id = version_id WHERE round_id = $1`,
    [id],
  );
}
