import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  importAction,
  memberImportRow,
  type ApplyMembers,
  type ImportAction,
  type MemberImportRow,
} from '../../../shared/account/member-import.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import { importFinding } from '../../../shared/kernel/import.js';
import { searchWords } from '../../../shared/kernel/text.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

export type Counts = Record<ImportAction, number>;
const countRow = z.object({ action: importAction, count: z.number() });

function countsOf(rows: readonly z.infer<typeof countRow>[]): Counts {
  const counts: Counts = { wrong: 0, transferred: 0, left: 0, changed: 0, new: 0, same: 0 };
  for (const { action, count } of rows) counts[action] = count;
  return counts;
}

export async function countActions(sql: Sql, fileId: string): Promise<Counts> {
  const select = `SELECT action, count(*)::int AS count FROM import_item WHERE file_id = $1 AND action IS NOT NULL GROUP BY action`;
  return countsOf(await rowsOf(sql, countRow, select, [fileId]));
}

/** What an applied file did. */
export async function countActs(sql: Sql, fileId: string): Promise<Counts> {
  const select = `SELECT action, count(*)::int AS count FROM member_import_act WHERE file_id = $1 GROUP BY action`;
  return countsOf(await rowsOf(sql, countRow, select, [fileId]));
}

const content = z.object({
  ...memberImportRow.pick({ code: true, fullName: true, email: true, unit: true, status: true }).shape,
  before: memberImportRow.shape.before.optional(),
  suggestion: memberImportRow.shape.suggestion.optional(),
});
const itemRow = z
  .object({
    place: z.number(),
    line: z.number(),
    action: importAction,
    errors: z.array(importFinding),
    content,
  })
  .transform(({ content: given, ...row }): MemberImportRow => ({
    ...row,
    ...given,
    before: given.before ?? null,
    suggestion: given.suggestion ?? null,
  }));

/** Which rows of a file: of one action or, with `need`, of all that do something. */
export type RowFilter = { action: 'need' | ImportAction; q: string };
/** Where a page begins: behind a row. */
export const rowPlace = z.tuple([z.int32(), z.int32()]);

const ORDER = `array_position(ARRAY['wrong', 'transferred', 'left', 'changed', 'new', 'same'], action)`;

function conditionsOf(fileId: string, { action, q }: RowFilter): { where: string; values: unknown[] } {
  const words = searchWords(q).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return {
    where: `file_id = $1 AND (CASE $2 WHEN 'need' THEN action <> 'same' ELSE action = $2 END)
      AND content ->> 'search' LIKE ALL ($3::text[])`,
    values: [fileId, action, words],
  };
}

export function readRows(
  sql: Sql,
  fileId: string,
  { filter, after, limit }: { filter: RowFilter; after: z.infer<typeof rowPlace> | null; limit: number },
): Promise<MemberImportRow[]> {
  const { where, values } = conditionsOf(fileId, filter);
  return rowsOf(
    sql,
    itemRow,
    `SELECT place, line, action, errors, content FROM import_item
     WHERE ${where} AND ($4::int IS NULL OR (${ORDER}, place) > ($4::int, $5::int)) ORDER BY ${ORDER}, place LIMIT $6`,
    [...values, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export async function countRows(sql: Sql, fileId: string, filter: RowFilter): Promise<number> {
  const { where, values } = conditionsOf(fileId, filter);
  const select = `SELECT count(*)::int AS count FROM import_item WHERE ${where}`;
  return (await rowOf(sql, z.object({ count: z.number() }), select, values))?.count ?? 0;
}

/** Every wrong row, in the order of the file. */
export function readWrong(sql: Sql, fileId: string): Promise<MemberImportRow[]> {
  return rowsOf(
    sql,
    itemRow,
    `SELECT place, line, action, errors, content FROM import_item WHERE file_id = $1 AND action = 'wrong' ORDER BY place`,
    [fileId],
  );
}

const CHOSEN = `file_id = $1 AND standing = 'ready' AND ($2::integer[] IS NULL OR place = ANY($2)) AND place <> ALL($3::integer[])`;
const chosenValues = (fileId: string, { places, except }: ApplyMembers): unknown[] => [
  fileId,
  places === 'all' ? null : places,
  except,
];

export async function countChosen(sql: Sql, fileId: string, selection: ApplyMembers): Promise<number> {
  const select = `SELECT count(*)::int AS count FROM import_item WHERE ${CHOSEN}`;
  const row = await rowOf(sql, z.object({ count: z.number() }), select, chosenValues(fileId, selection));
  return row?.count ?? 0;
}

const chosenRow = z.object({ place: z.number(), action: importAction });
export type ChosenRow = z.infer<typeof chosenRow>;

/** What is chosen and can come in, after a place. */
export function readChosen(
  tx: EntityManager,
  fileId: string,
  { selection, after, limit }: { selection: ApplyMembers; after: number; limit: number },
): Promise<ChosenRow[]> {
  return rowsOf(
    tx,
    chosenRow,
    `SELECT place, action FROM import_item WHERE ${CHOSEN} AND place > $4 ORDER BY place LIMIT $5`,
    [...chosenValues(fileId, selection), after, limit],
  );
}

const fileRow = z.object({ file_name: z.string(), created_at: z.date(), applied_at: z.date().nullable() });

export function readUploaded(
  sql: Sql,
  { id, memberId: by }: { id: string; memberId: string },
): Promise<z.infer<typeof fileRow> | null> {
  return rowOf(
    sql,
    fileRow,
    `SELECT file_name, created_at, applied_at FROM import_file WHERE id = $1 AND created_by = $2 AND kind = 'member'`,
    [id, by],
  );
}

const runRow = z.object({
  total: z.number(),
  done: z.number(),
  started_at: z.date(),
  at: z.date(),
  finished_at: z.date().nullable(),
  stop: z.boolean(),
  failure: z.string().nullable(),
});
export type RunRow = z.infer<typeof runRow>;

export function readRun(sql: Sql, fileId: string): Promise<RunRow | null> {
  const columns = 'total, done, started_at, at, finished_at, stop, failure';
  return rowOf(sql, runRow, `SELECT ${columns} FROM member_import_run WHERE file_id = $1`, [fileId]);
}

/** Begins a run unless one goes on; one that has said nothing for `deadMs` does not. */
export async function beginRun(
  sql: Sql,
  fileId: string,
  { total, deadMs }: { total: number; deadMs: number },
): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    z.object({ file_id: z.uuid() }),
    `INSERT INTO member_import_run AS run (file_id, total, started_at, at) VALUES ($1, $2, app_now(), app_now())
     ON CONFLICT (file_id) DO UPDATE SET total = $2, done = 0, started_at = app_now(), at = app_now(), finished_at = NULL,
       stop = false, failure = NULL
     WHERE run.finished_at IS NOT NULL OR run.at < app_now() - $3 * interval '1 millisecond'
     RETURNING file_id`,
    [fileId, total, deadMs],
  );
  return rows.length > 0;
}

/** Says how far a run is; answers whether it is to stop. */
export async function noteProgress(sql: Sql, fileId: string, done: number): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    z.object({ stop: z.boolean() }),
    `WITH noted AS (UPDATE member_import_run SET done = $2, at = app_now() WHERE file_id = $1 RETURNING stop) SELECT stop FROM noted`,
    [fileId, done],
  );
  return rows[0]?.stop ?? true;
}

export async function endRun(sql: Sql, fileId: string, failure: string | null): Promise<void> {
  await sql.query('UPDATE member_import_run SET finished_at = app_now(), failure = $2 WHERE file_id = $1', [
    fileId,
    failure,
  ]);
}

export async function requestStop(sql: Sql, fileId: string): Promise<void> {
  await sql.query('UPDATE member_import_run SET stop = true WHERE file_id = $1 AND finished_at IS NULL', [
    fileId,
  ]);
}

/** New people of the file who have no password yet. */
export async function readNewWithoutPassword(sql: Sql, fileId: string): Promise<z.infer<typeof memberId>[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: memberId }),
    `SELECT member.id FROM member_import_act JOIN member ON member.id = member_id
     JOIN auth_account ON auth_account.user_id = member.auth_user_id AND provider_id = 'credential'
     WHERE file_id = $1 AND action = 'new' AND password IS NULL AND left_at IS NULL`,
    [fileId],
  );
  return rows.map((row) => row.id);
}

const keptRow = z.object({ id: memberId, full_name: z.string() });

export async function readKept(
  sql: Sql,
  fileId: string,
): Promise<{ id: z.infer<typeof memberId>; fullName: string }[]> {
  const rows = await rowsOf(
    sql,
    keptRow,
    `SELECT member.id, full_name FROM member_import_act JOIN member ON member.id = member_id
     WHERE file_id = $1 AND kept ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, member.id LIMIT 100`,
    [fileId],
  );
  return rows.map(({ id, full_name: fullName }) => ({ id, fullName }));
}
