import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { correctableText, type Corrected } from '../../../shared/contest/contest-life.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** When each text of a contest was last corrected. */
export async function readCorrected(sql: Sql, contestId: string): Promise<Corrected[]> {
  const row = z.object({ field: correctableText, at: z.date() });
  const rows = await rowsOf(
    sql,
    row,
    'SELECT field, max(at) AS at FROM contest_correction WHERE contest_id = $1 GROUP BY field ORDER BY at DESC',
    [contestId],
  );
  return rows.map(({ field, at }) => ({ field, at: at.toISOString() }));
}

const correctionRow = z
  .object({
    id: z.uuid(),
    field: correctableText,
    at: z.date(),
    place: z.number(),
    full_name: z.string(),
    before: z.string(),
    after: z.string(),
  })
  .transform(({ full_name: by, at, ...row }) => ({ ...row, by, at: at.toISOString() }));
export type CorrectionRow = z.infer<typeof correctionRow>;

/** Latest first; a place is in microseconds, as exact as the database keeps times. */
export async function readCorrections(
  sql: Sql,
  contestId: string,
  { after, limit }: { after: { place: number; id: string } | null; limit: number },
): Promise<CorrectionRow[]> {
  return rowsOf(
    sql,
    correctionRow,
    `SELECT contest_correction.id, field, at, (extract(epoch FROM at) * 1000000)::bigint AS place, full_name, before, after
     FROM contest_correction JOIN member ON member.id = corrected_by
     WHERE contest_id = $1 AND ($2::bigint IS NULL
       OR ((extract(epoch FROM at) * 1000000)::bigint, contest_correction.id) < ($2, $3::uuid))
     ORDER BY at DESC, contest_correction.id DESC LIMIT $4`,
    [contestId, after?.place ?? null, after?.id ?? null, limit],
  );
}

export type CorrectedText = { id: string; field: string; before: string; after: string };

export async function addCorrections(
  tx: EntityManager,
  { contestId, memberId, at }: { contestId: string; memberId: string; at: Date },
  texts: readonly CorrectedText[],
): Promise<void> {
  await tx.query(
    `INSERT INTO contest_correction (id, contest_id, field, before, after, corrected_by, at)
     SELECT id, $1, field, before, after, $2, $3
     FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) AS t (id, field, before, after)`,
    [
      contestId,
      memberId,
      at,
      texts.map(({ id }) => id),
      texts.map(({ field }) => field),
      texts.map(({ before }) => before),
      texts.map(({ after }) => after),
    ],
  );
}

export async function setArchived(tx: EntityManager, id: string, at: Date | null): Promise<void> {
  await tx.query('UPDATE contest SET archived_at = $2 WHERE id = $1', [id, at]);
}

export async function setDeleted(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('UPDATE contest SET deleted_at = $2 WHERE id = $1', [id, at]);
}

/** Who made a draft that was thrown away; null when it is not there or nobody threw it away. */
export async function lockDeleted(tx: EntityManager, id: string): Promise<{ createdBy: string } | null> {
  const row = await rowOf(
    tx,
    z.object({ created_by: z.uuid() }),
    'SELECT created_by FROM contest WHERE id = $1 AND deleted_at IS NOT NULL FOR NO KEY UPDATE',
    [id],
  );
  return row && { createdBy: row.created_by };
}

export async function setRestored(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('UPDATE contest SET deleted_at = NULL, updated_at = $2 WHERE id = $1', [id, at]);
}

/** Drafts thrown away before that, with their rounds. */
export async function sweepDeleted(sql: Sql, before: Date): Promise<void> {
  await sql.query('DELETE FROM contest WHERE deleted_at < $1', [before]);
}
