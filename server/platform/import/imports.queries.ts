import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  importFinding,
  importStanding,
  type ImportSelection,
  type ImportStanding,
} from '../../../shared/kernel/import.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../database/sql.js';

const fileRow = z
  .object({ id: z.uuid(), file_name: z.string(), format: z.string(), applied_at: z.date().nullable() })
  .transform((row) => ({
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    appliedAt: row.applied_at,
  }));
export type ImportFile = z.infer<typeof fileRow>;
/** Files are their maker's own. */
export type OwnFile = { kind: string; id: string; memberId: Viewer['memberId'] };

export async function insertFile(
  tx: EntityManager,
  { kind, id, memberId }: OwnFile,
  { fileName, format }: { fileName: string; format: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO import_file (id, kind, file_name, format, created_by, created_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [id, kind, fileName, format, memberId],
  );
}

/** Items as a thread wrote them: a JSON list of them, which nobody on the way reads. */
export async function insertItems(tx: EntityManager, fileId: string, part: string): Promise<void> {
  await tx.query(
    `INSERT INTO import_item (file_id, place, line, excerpt, content, print, errors, warnings, standing, duplicate_of)
     SELECT $1, place, line, excerpt, nullif(content, 'null'), print, errors, warnings, standing, "duplicateOf"
     FROM jsonb_to_recordset($2::jsonb) AS item (place integer, line integer, excerpt text, content jsonb, print text,
       errors jsonb, warnings jsonb, standing text, "duplicateOf" text)`,
    [fileId, part],
  );
}

const OWN = 'FROM import_file WHERE id = $1 AND created_by = $2 AND kind = $3';

export function readFile(sql: Sql, { kind, id, memberId }: OwnFile): Promise<ImportFile | null> {
  return rowOf(sql, fileRow, `SELECT id, file_name, format, applied_at ${OWN}`, [id, memberId, kind]);
}

export function lockFile(tx: EntityManager, { kind, id, memberId }: OwnFile): Promise<ImportFile | null> {
  const select = `SELECT id, file_name, format, applied_at ${OWN} FOR UPDATE`;
  return rowOf(tx, fileRow, select, [id, memberId, kind]);
}

export async function markApplied(tx: EntityManager, id: string, applied: boolean): Promise<void> {
  await tx.query(`UPDATE import_file SET applied_at = CASE WHEN $2 THEN app_now() END WHERE id = $1`, [
    id,
    applied,
  ]);
}

/** Two that bring in the same would otherwise wait for each other in turns. */
export async function lockKind(tx: EntityManager, kind: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [kind]);
}

const countRow = z.object({ standing: importStanding, count: z.number() });

export async function countItems(sql: Sql, fileId: string): Promise<Record<ImportStanding, number>> {
  const rows = await rowsOf(
    sql,
    countRow,
    'SELECT standing, count(*)::int AS count FROM import_item WHERE file_id = $1 GROUP BY standing',
    [fileId],
  );
  const counts = { ready: 0, warned: 0, duplicate: 0, rejected: 0 };
  for (const { standing, count } of rows) counts[standing] = count;
  return counts;
}

/** How many items were refused with each code. */
export async function countErrors(sql: Sql, fileId: string): Promise<Record<string, number>> {
  const rows = await rowsOf(
    sql,
    z.object({ code: z.string(), count: z.number() }),
    `SELECT error ->> 'code' AS code, count(DISTINCT place)::int AS count
     FROM import_item CROSS JOIN LATERAL jsonb_array_elements(errors) AS error
     WHERE file_id = $1 AND standing = 'rejected' GROUP BY code`,
    [fileId],
  );
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}

const itemRow = z
  .object({
    place: z.number(),
    line: z.number(),
    excerpt: z.string(),
    content: z.unknown(),
    errors: z.array(importFinding),
    warnings: z.array(importFinding),
    standing: importStanding,
    duplicate_of: z.string().nullable(),
  })
  .transform(({ duplicate_of: duplicateOf, ...row }) => ({ ...row, duplicateOf }));
export type ImportItem = z.infer<typeof itemRow>;

const ITEM = 'place, line, excerpt, content, errors, warnings, standing, duplicate_of';

/** In the order of the file, after a place. */
export function readItems(
  sql: Sql,
  fileId: string,
  { after, limit, standing }: { after: number; limit: number; standing: ImportStanding | null },
): Promise<ImportItem[]> {
  return rowsOf(
    sql,
    itemRow,
    `SELECT ${ITEM} FROM import_item WHERE file_id = $1 AND place > $2 AND ($3::text IS NULL OR standing = $3)
     ORDER BY place LIMIT $4`,
    [fileId, after, standing, limit],
  );
}

/** An item that was to come in, and what says the same already. */
export type Repeat = { place: number; duplicateOf: string };

/** What became of items in the end, where that is not what was shown before. */
export async function markRepeats(
  tx: EntityManager,
  fileId: string,
  repeats: readonly Repeat[],
): Promise<void> {
  await tx.query(
    `UPDATE import_item SET standing = 'duplicate', duplicate_of = name
     FROM unnest($2::integer[], $3::text[]) AS repeated (at, name) WHERE file_id = $1 AND place = at`,
    [fileId, repeats.map(({ place }) => place), repeats.map(({ duplicateOf }) => duplicateOf)],
  );
}

const ACCEPTED = `standing IN ('ready', 'warned')`;

/** Those of a selection that come in, after a place. */
export function readSelected(
  sql: Sql,
  fileId: string,
  { selection, after, limit }: { selection: ImportSelection; after: number; limit: number },
): Promise<ImportItem[]> {
  const { lines, except } = selection;
  return rowsOf(
    sql,
    itemRow,
    `SELECT ${ITEM} FROM import_item WHERE file_id = $1 AND place > $2 AND ${ACCEPTED}
       AND ($3::integer[] IS NULL OR line = ANY($3)) AND line <> ALL($4::integer[]) ORDER BY place LIMIT $5`,
    [fileId, after, lines === 'all' ? null : lines, except, limit],
  );
}

/** The first of the named lines where no accepted item stands. */
export async function readUnknownLines(
  sql: Sql,
  fileId: string,
  { lines, except }: ImportSelection,
): Promise<number[]> {
  const named = lines === 'all' ? except : [...lines, ...except];
  const rows = await rowsOf(
    sql,
    z.object({ line: z.number() }),
    `SELECT DISTINCT named.line FROM unnest($2::integer[]) AS named (line) WHERE NOT EXISTS (
       SELECT 1 FROM import_item WHERE file_id = $1 AND import_item.line = named.line AND ${ACCEPTED})
     ORDER BY named.line LIMIT 20`,
    [fileId, named],
  );
  return rows.map(({ line }) => line);
}

/** Previews nobody applied within a day, and what applied files showed of themselves. */
export async function forgetOld(sql: Sql): Promise<void> {
  const old = `< app_now() - interval '1 day'`;
  await sql.query(`DELETE FROM import_file WHERE applied_at IS NULL AND created_at ${old}`);
  await sql.query(
    `DELETE FROM import_item USING import_file WHERE file_id = import_file.id AND applied_at ${old}`,
  );
}
