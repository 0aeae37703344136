import type { Sql } from '../platform/database/sql.js';

/**
 * Moves what was asked and answered just now into the time the session had: questions one after the other from its
 * start, answers some minutes after their questions; what is being answered began two and a half minutes ago. Votes may
 * still be counted meanwhile: both take the questions in the order of their ids.
 */
export async function backdate(
  sql: Sql,
  sessionId: string,
  { startsAt, endedAt }: { startsAt: Date; endedAt: Date | null },
): Promise<void> {
  await sql.query(
    `UPDATE inquiry SET
       asked_at = CASE WHEN anonymous THEN to_timestamp(round(extract(epoch FROM at) / 300) * 300) ELSE at END,
       answered_at = CASE WHEN state = 'answered' THEN at + interval '6 minutes' END,
       answer_seconds = CASE WHEN answer_how = 'on_air' THEN 95 + (number * 37) % 150 END,
       answering_since = CASE WHEN state = 'answering' THEN app_now() - interval '150 seconds' END
     FROM (SELECT id AS of_id, $2::timestamptz + number * interval '65 seconds' AS at FROM inquiry WHERE session_id = $1
       ORDER BY id FOR NO KEY UPDATE) AS spread
     WHERE id = of_id`,
    [sessionId, startsAt],
  );
  await sql.query('UPDATE qna_session SET ended_at = $2 WHERE id = $1', [sessionId, endedAt]);
}
