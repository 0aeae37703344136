import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  blueprint,
  contestId,
  countingRule,
  eligibility,
  roundId,
  visibility,
  type RoundSettings,
  type Visibility,
} from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { COUNTED_COLUMNS } from './frozen-round.queries.js';

const roundRow = z
  .object({
    id: roundId,
    contest_id: contestId,
    ordinal: z.number(),
    title: z.string(),
    opens_at: z.date().nullable(),
    closes_at: z.date().nullable(),
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
    revision: z.number(),
    frozen_at: z.date().nullable(),
    longest_extra_minutes: z.number(),
    all_counted: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    contestId: row.contest_id,
    ordinal: row.ordinal,
    revision: row.revision,
    frozenAt: row.frozen_at,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceMs: row.grace_seconds * 1000,
    longestExtraMinutes: row.longest_extra_minutes,
    allCounted: row.all_counted,
    settings: {
      title: row.title,
      opensAt: row.opens_at?.toISOString() ?? null,
      closesAt: row.closes_at?.toISOString() ?? null,
      durationMinutes: row.duration_minutes,
      attemptsAllowed: row.attempts_allowed,
      counting: row.counting,
      graceSeconds: row.grace_seconds,
      eligibility: row.eligibility,
      blueprint: row.blueprint,
      shuffleQuestions: row.shuffle_questions,
      shuffleOptions: row.shuffle_options,
      pointsPerQuestion: row.points_per_question,
      resultsVisible: row.results_visible,
      answersVisible: row.answers_visible,
      standingsVisible: row.standings_visible,
    } satisfies RoundSettings,
  }));

/** A round of a contest in any state, with its settings as they go over the wire. */
export type RoundRow = z.infer<typeof roundRow>;

/** All rounds of a contest in their order. */
export async function readRounds(sql: Sql, contest: string): Promise<RoundRow[]> {
  return rowsOf(
    sql,
    roundRow,
    `SELECT round.*, ${COUNTED_COLUMNS} FROM round WHERE contest_id = $1 ORDER BY ordinal`,
    [contest],
  );
}

const SETTINGS = [
  'title',
  'opens_at',
  'closes_at',
  'duration_minutes',
  'attempts_allowed',
  'counting',
  'grace_seconds',
  'eligibility',
  'blueprint',
  'shuffle_questions',
  'shuffle_options',
  'points_per_question',
  'results_visible',
  'answers_visible',
  'standings_visible',
];

const valuesOf = (settings: RoundSettings): unknown[] => [
  settings.title,
  settings.opensAt,
  settings.closesAt,
  settings.durationMinutes,
  settings.attemptsAllowed,
  settings.counting,
  settings.graceSeconds,
  JSON.stringify(settings.eligibility),
  JSON.stringify(settings.blueprint),
  settings.shuffleQuestions,
  settings.shuffleOptions,
  settings.pointsPerQuestion,
  JSON.stringify(settings.resultsVisible),
  JSON.stringify(settings.answersVisible),
  JSON.stringify(settings.standingsVisible),
];

/** Parameters $1…$n that follow the first `taken` ones. */
const parametersAfter = (taken: number): string =>
  SETTINGS.map((_column, index) => `$${taken + index + 1}`).join(', ');

export async function insertRound(
  tx: EntityManager,
  round: { id: string; contestId: string; ordinal: number; settings: RoundSettings },
): Promise<void> {
  await tx.query(
    `INSERT INTO round (id, contest_id, ordinal, ${SETTINGS.join(', ')}) VALUES ($1, $2, $3, ${parametersAfter(3)})`,
    [round.id, round.contestId, round.ordinal, ...valuesOf(round.settings)],
  );
}

export async function updateRound(tx: EntityManager, id: string, settings: RoundSettings): Promise<void> {
  await tx.query(
    `UPDATE round SET revision = revision + 1, (${SETTINGS.join(', ')}) = ROW (${parametersAfter(1)}) WHERE id = $1`,
    [id, ...valuesOf(settings)],
  );
}

/** Takes a round out and lets those after it move up. */
export async function deleteRound(
  tx: EntityManager,
  { id, contestId: contest, ordinal }: RoundRow,
): Promise<void> {
  await tx.query('DELETE FROM round WHERE id = $1', [id]);
  // In two steps through free numbers, because uniqueness is checked row by row.
  await tx.query('UPDATE round SET ordinal = ordinal + 100000 WHERE contest_id = $1 AND ordinal > $2', [
    contest,
    ordinal,
  ]);
  await tx.query('UPDATE round SET ordinal = ordinal - 100001 WHERE contest_id = $1 AND ordinal > 100000', [
    contest,
  ]);
}

export async function setWindow(
  tx: EntityManager,
  id: string,
  window: { opensAt: Date; closesAt: Date },
): Promise<void> {
  await tx.query('UPDATE round SET opens_at = $2, closes_at = $3 WHERE id = $1', [
    id,
    window.opensAt,
    window.closesAt,
  ]);
}

export async function setAnswersVisible(tx: EntityManager, id: string, answers: Visibility): Promise<void> {
  await tx.query('UPDATE round SET answers_visible = $2 WHERE id = $1', [id, JSON.stringify(answers)]);
}

const countsRow = z
  .object({ round_id: roundId, entrants: z.number(), running: z.number(), submitted: z.number() })
  .transform((row) => ({
    roundId: row.round_id,
    entrantCount: row.entrants,
    runningCount: row.running,
    submittedCount: row.submitted,
  }));
export type RoundCounts = z.infer<typeof countsRow>;

/** How many entered, are at it, and have a result, per round of a contest. */
export async function readRoundCounts(sql: Sql, contest: string): Promise<RoundCounts[]> {
  return rowsOf(
    sql,
    countsRow,
    `SELECT round.id AS round_id,
       (SELECT count(*)::int FROM entry WHERE entry.round_id = round.id) AS entrants,
       (SELECT count(*)::int FROM attempt WHERE attempt.round_id = round.id AND state = 'running') AS running,
       (SELECT count(*)::int FROM round_result WHERE round_result.round_id = round.id) AS submitted
     FROM round WHERE contest_id = $1`,
    [contest],
  );
}

/** Whether every one of these units exists. */
export async function unitsExist(sql: Sql, ids: readonly string[]): Promise<boolean> {
  const schema = z.object({ id: z.uuid() });
  const rows = await rowsOf(sql, schema, 'SELECT id FROM unit WHERE id = ANY($1::uuid[])', [ids]);
  return rows.length === new Set(ids).size;
}
