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
  const counts = { ready: 0, warned: 0, changed: 0, duplicate: 0, rejected: 0 };
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

const warningRow = z.object({ code: z.string(), count: z.number(), params: importFinding.shape.params });

/** Codes that are told apart by what they quote, and those said of the whole file, whatever becomes of the item. */
export type WarningCodes = { byText: readonly string[]; ofFile: readonly string[] };

/** How many items that would come in are warned of with each code, and what the first of them says. */
export async function countWarnings(
  sql: Sql,
  fileId: string,
  { byText, ofFile }: WarningCodes,
): Promise<z.infer<typeof warningRow>[]> {
  return rowsOf(
    sql,
    warningRow,
    `SELECT warning ->> 'code' AS code, count(DISTINCT place)::int AS count,
       (array_agg(warning -> 'params' ORDER BY place))[1] AS params
     FROM import_item CROSS JOIN LATERAL jsonb_array_elements(warnings) AS warning
     WHERE file_id = $1 AND (${ACCEPTED} OR warning ->> 'code' = ANY($3::text[]))
     GROUP BY code, CASE WHEN warning ->> 'code' = ANY($2::text[]) THEN warning -> 'params' ->> 'text' END
     ORDER BY count DESC, min(place), code LIMIT 100`,
    [fileId, byText, ofFile],
  );
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
    differences: z.unknown(),
  })
  .transform(({ duplicate_of: duplicateOf, ...row }) => ({ ...row, duplicateOf }));
export type ImportItem = z.infer<typeof itemRow>;

const ITEM = 'place, line, excerpt, content, errors, warnings, standing, duplicate_of, differences';

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
  return rowsOf(
    sql,
    itemRow,
    `SELECT ${ITEM} FROM import_item WHERE file_id = $1 AND place > $2 AND (
       ${ACCEPTED} AND ($4::integer[] IS NULL OR line = ANY($4)) AND line <> ALL($5::integer[])
       OR standing = 'changed' AND ($6::integer[] IS NULL OR line = ANY($6)) AND line <> ALL($7::integer[]))
     ORDER BY place LIMIT $3`,
    [fileId, after, limit, ...selectionValues(selection)],
  );
}

function selectionValues({ lines, except, changed }: ImportSelection): unknown[] {
  const named = (those: ImportSelection['lines']) => (those === 'all' ? null : those);
  return [named(lines), except, named(changed.lines), changed.except];
}

/** The first of the named lines where no accepted item stands, or none that changes what is there. */
export async function readUnknownLines(
  sql: Sql,
  fileId: string,
  { lines, except, changed }: ImportSelection,
): Promise<number[]> {
  const named = [...(lines === 'all' ? [] : lines), ...except];
  const changing = [...(changed.lines === 'all' ? [] : changed.lines), ...changed.except];
  const rows = await rowsOf(
    sql,
    z.object({ line: z.number() }),
    `SELECT DISTINCT named.line
     FROM (SELECT unnest($2::integer[]) AS line, false AS changes UNION ALL SELECT unnest($3::integer[]), true) AS named
     WHERE NOT EXISTS (SELECT 1 FROM import_item WHERE file_id = $1 AND import_item.line = named.line
       AND CASE WHEN changes THEN standing = 'changed' ELSE ${ACCEPTED} END)
     ORDER BY named.line LIMIT 20`,
    [fileId, named, changing],
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
