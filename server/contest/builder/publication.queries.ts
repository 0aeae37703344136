import type { EntityManager } from 'typeorm';
import type { Eligibility } from '../../../shared/contest/contest.schema.js';
import { unitsOf, unitsWithin } from '../round/eligible-units.queries.js';
import type { Drawable } from './supply.queries.js';

/**
 * Holds the questions of these topics until the end of the transaction, so that none is removed meanwhile; whoever is
 * removing some is waited for. In the order of their versions, as that does.
 */
export async function holdBank(tx: EntityManager, topics: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT FROM question JOIN question_version ON question_version.question_id = question.id
     WHERE topic_id = ANY($1::uuid[]) ORDER BY question_version.id FOR KEY SHARE`,
    [topics],
  );
}

/** Topic and level are copied: the bank may move a question later. */
export async function freezePool(
  tx: EntityManager,
  roundId: string,
  questions: readonly Drawable[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_pool (round_id, version_id, topic_id, topic_name, level)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[])`,
    [
      roundId,
      questions.map(({ versionId }) => versionId),
      questions.map(({ topicId }) => topicId),
      questions.map(({ topic }) => topic),
      questions.map(({ level }) => level),
    ],
  );
}

/** The head-counts that unit scores are divided by, of the units whose people may enter. */
export async function freezeUnits(
  tx: EntityManager,
  roundId: string,
  eligibility: Eligibility,
): Promise<void> {
  await tx.query(
    `INSERT INTO round_unit (round_id, unit_id, head_count)
     SELECT $1, id, head_count FROM unit WHERE closed_at IS NULL AND id IN (${unitsWithin('$2')})`,
    [roundId, unitsOf(eligibility)],
  );
}

export async function freezeRound(
  tx: EntityManager,
  roundId: string,
  { seed, at }: { seed: Buffer; at: Date },
): Promise<void> {
  await tx.query('UPDATE round SET draw_seed = $2, frozen_at = $3 WHERE id = $1', [roundId, seed, at]);
}
