import type { EntityManager } from 'typeorm';

/** Notes what a question is before it is changed, under a change that is made with its first note. */
export async function noteBefore(
  tx: EntityManager,
  { changeId, by, questionId }: { changeId: string; by: string; questionId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO question_change (id, made_by, made_at) VALUES ($1, $2, app_now()) ON CONFLICT (id) DO NOTHING`,
    [changeId, by],
  );
  await tx.query(
    `INSERT INTO question_change_item (change_id, question_id, topic_id, level, tags, review_state, version, changed_at)
     SELECT $1, id, topic_id, level, tags, review_state, current_version, updated_at FROM question WHERE id = $2
     ON CONFLICT (change_id, question_id) DO NOTHING`,
    [changeId, questionId],
  );
}

/** Notes when the questions of a change were written, after they all were. */
export async function noteChanged(tx: EntityManager, changeId: string): Promise<void> {
  await tx.query(
    `UPDATE question_change_item SET changed_at = updated_at FROM question WHERE question.id = question_id AND change_id = $1`,
    [changeId],
  );
}
