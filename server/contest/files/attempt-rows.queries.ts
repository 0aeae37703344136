import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  level,
  questionPrompt,
  questionSolution,
  versionId,
} from '../../../shared/question-bank/question.schema.js';
import { packedRows } from '../../platform/export/packed-rows.queries.js';
import { rowsOf } from '../../platform/database/sql.js';
import { unitsWithin } from '../round/eligible-units.queries.js';

/** All attempts of a round with their answers, by the number of who entered, for `attemptRow`. */
export function packAttempts(tx: EntityManager, roundId: string): Promise<Uint8Array[]> {
  return packedRows(
    tx,
    `SELECT entry.number, code, full_name AS "fullName", attempt.unit_id AS "unitId", ordinal, state, closed_by AS "closedBy",
       started_at AS "startedAt", attempt.submitted_at AS "submittedAt", attempt.time_used_ms AS "timeUsedMs",
       attempt.points::float8 AS points, attempt.correct, placed.attempt_id IS NOT NULL AS counted, epoch - 1 AS "deviceChanges",
       coalesce((SELECT minutes FROM extra_time WHERE extra_time.round_id = $1 AND extra_time.member_id = attempt.member_id), 0)
         AS "extraMinutes",
       (SELECT count(DISTINCT position) FROM kept_answer WHERE attempt_id = attempt.id AND reason = 'late') AS "lateAnswers",
       jsonb_path_query_array(paper, '$[*].versionId') AS versions, credits,
       coalesce((SELECT jsonb_object_agg(position, response) FROM answer WHERE attempt_id = attempt.id), '{}') AS responses
     FROM entry JOIN attempt ON attempt.entry_id = entry.id JOIN member ON member.id = entry.member_id
     LEFT JOIN round_result AS placed ON placed.round_id = $1 AND placed.member_id = entry.member_id
       AND placed.attempt_id = attempt.id
     WHERE entry.round_id = $1 ORDER BY entry.number, ordinal`,
    [roundId],
  );
}

/** Who may enter a round and has not, by name, for `missingRow`. `eligible` null means every unit. */
export function packMissing(
  tx: EntityManager,
  roundId: string,
  eligible: readonly string[] | null,
): Promise<Uint8Array[]> {
  return packedRows(
    tx,
    `SELECT code, full_name AS "fullName", unit_id AS "unitId" FROM member
     WHERE left_at IS NULL AND unit_id IN (${unitsWithin('$2')})
       AND NOT EXISTS (SELECT FROM entry WHERE round_id = $1 AND member_id = member.id)
     ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, id`,
    [roundId, eligible],
  );
}

export const askedQuestion = z.object({
  versionId,
  code: z.string(),
  topic: z.string(),
  level,
  prompt: questionPrompt,
  solution: questionSolution,
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

/** The questions that a round draws from, by their codes. */
export async function readAskedQuestions(tx: EntityManager, roundId: string): Promise<AskedQuestion[]> {
  return rowsOf(
    tx,
    askedQuestion,
    `SELECT round_pool.version_id AS "versionId", code, topic_name AS topic, round_pool.level, prompt, solution
     FROM round_pool JOIN question_version ON question_version.id = version_id JOIN question ON question.id = question_id
     WHERE round_id = $1 ORDER BY length(code), code`,
    [roundId],
  );
}
