import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsBelow } from '../unit/unit-path.queries.js';

/** What a file calls its units, in folded form; empty names are left out. */
export async function readWrittenUnits(sql: Sql, fileId: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ written: z.string() }),
    `SELECT DISTINCT content ->> 'unitKey' AS written FROM import_item WHERE file_id = $1 AND content ->> 'unitKey' <> ''`,
    [fileId],
  );
  return rows.map((row) => row.written);
}

const chosenRow = z.object({ written: z.string(), unit_id: unitId });

/** Units that somebody said are meant. */
export async function readChosenUnits(sql: Sql, fileId: string): Promise<ReadonlyMap<string, UnitId>> {
  const rows = await rowsOf(
    sql,
    chosenRow,
    'SELECT written, unit_id FROM member_import_unit WHERE file_id = $1',
    [fileId],
  );
  return new Map(rows.map((row) => [row.written, row.unit_id]));
}

export async function chooseUnit(
  tx: EntityManager,
  fileId: string,
  { written, unitId: id }: { written: string; unitId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO member_import_unit (file_id, written, unit_id) VALUES ($1, $2, $3)
     ON CONFLICT (file_id, written) DO UPDATE SET unit_id = excluded.unit_id`,
    [fileId, written, id],
  );
}

/** What was found out about a unit by its written name. */
export type KnownUnit = {
  written: string;
  unitId: string | null;
  error: string | null;
  suggestion: { id: string; name: string } | null;
};
export type Judge = { memberId: string; reach: readonly string[] | null; units: readonly KnownUnit[] };

/**
 * Compares each row of a file with who is there now: what it does, what stands there before, or what is wrong with it.
 * Rows that the file alone makes wrong stay so. Members and roles beyond `reach` (null for all) are nobody's to change.
 */
export async function judgeRows(tx: EntityManager, fileId: string, judge: Judge): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = '60s'`);
  // Thousands of rows have just come that the planner knows nothing of.
  await tx.query('ANALYZE import_item');
  await tx.query(JUDGE, [
    fileId,
    judge.units.map(({ written }) => written),
    judge.units.map(({ unitId: id }) => id),
    judge.units.map(({ error }) => error),
    judge.units.map(({ suggestion }) => suggestion?.id ?? null),
    judge.units.map(({ suggestion }) => suggestion?.name ?? null),
    judge.reach,
    judge.memberId,
  ]);
}

const found = (code: string, params = `'{}'::jsonb`) =>
  `jsonb_build_array(jsonb_build_object('code', '${code}', 'params', ${params}))`;

const JUDGE = `
  WITH reach AS MATERIALIZED (${unitsBelow('$7')}),
  unit_of AS (
    SELECT * FROM unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::text[]) AS u (written, unit_id, error, near_id, near_name)
  ), compared AS (
    SELECT item.place, content, content -> 'errors' AS own_errors, (content ->> 'leaves')::boolean AS leaves,
      content ->> 'email' AS email, content ->> 'fullName' AS full_name, content ->> 'unit' AS unit_written,
      member.id AS member_id, member.full_name AS old_name, member.email AS old_email, member.unit_id AS old_unit,
      member.left_at, member.search AS old_search, old_unit.name AS old_unit_name, unit_of.unit_id, unit_of.error AS unit_error, near_id, near_name,
      ($7::uuid[] IS NULL OR member.unit_id IN (SELECT id FROM reach)) AS in_reach,
      EXISTS (SELECT FROM role_grant WHERE role_grant.member_id = member.id AND $7::uuid[] IS NOT NULL
        AND (role_grant.unit_id IS NULL OR role_grant.unit_id NOT IN (SELECT id FROM reach))) AS beyond,
      EXISTS (SELECT FROM role_grant WHERE role_grant.member_id = member.id AND role = 'admin' AND role_grant.unit_id IS NULL)
        AS is_admin,
      holder.full_name AS holder, holder.id IS NOT NULL AS email_taken
    FROM import_item AS item
    LEFT JOIN member ON lower(member.code COLLATE "C") = lower((content ->> 'code') COLLATE "C")
    LEFT JOIN unit AS old_unit ON old_unit.id = member.unit_id
    LEFT JOIN unit_of ON written = content ->> 'unitKey'
    LEFT JOIN member AS holder ON lower(holder.email COLLATE "C") = lower((content ->> 'email') COLLATE "C")
      AND holder.id IS DISTINCT FROM member.id
    WHERE item.file_id = $1
  ), judged AS (
    SELECT *, CASE
        WHEN own_errors <> '[]' THEN own_errors
        WHEN member_id IS NULL AND leaves THEN ${found('member.unknown')}
        WHEN member_id IS NOT NULL AND NOT in_reach THEN ${found('member.outside')}
        WHEN member_id IS NOT NULL AND NOT string_to_array(old_search, ' ') && string_to_array(content ->> 'nameKey', ' ')
          THEN ${found('member.code_taken', `jsonb_build_object('name', old_name)`)}
        WHEN member_id IS NOT NULL AND beyond THEN ${found('member.beyond')}
        WHEN left_at IS NOT NULL AND leaves THEN NULL
        WHEN left_at IS NOT NULL THEN ${found('member.has_left')}
        WHEN leaves AND member_id = $8::uuid THEN ${found('member.yourself')}
        WHEN leaves AND is_admin THEN ${found('member.administrator')}
        WHEN leaves THEN NULL
        WHEN unit_error IS NOT NULL THEN ${found('$')}
        WHEN member_id IS NULL AND unit_written = '' THEN ${found('member.unit_missing')}
        WHEN email_taken THEN ${found('member.email_taken', `jsonb_build_object('name', holder)`)}
      END AS wrong
    FROM compared
  ), decided AS (
    SELECT *, coalesce(unit_id, old_unit) AS new_unit, CASE
        WHEN wrong IS NOT NULL THEN 'wrong'
        WHEN left_at IS NOT NULL THEN 'same'
        WHEN member_id IS NULL THEN 'new'
        WHEN leaves THEN 'left'
        WHEN coalesce(unit_id, old_unit) <> old_unit THEN 'transferred'
        WHEN full_name <> old_name OR coalesce(email, old_email) IS DISTINCT FROM old_email THEN 'changed'
        ELSE 'same'
      END AS does
    FROM judged
  )
  UPDATE import_item AS item SET
    action = does,
    standing = CASE does WHEN 'wrong' THEN 'rejected' WHEN 'same' THEN 'duplicate' ELSE 'ready' END,
    errors = CASE WHEN wrong IS NULL THEN '[]' WHEN wrong -> 0 ->> 'code' = '$'
      THEN jsonb_build_array(jsonb_build_object('code', unit_error, 'params', jsonb_build_object('text', unit_written)))
      ELSE wrong END,
    content = decided.content || jsonb_build_object('memberId', member_id, 'unitId', new_unit,
      'suggestion', CASE WHEN near_id IS NOT NULL THEN jsonb_build_object('id', near_id, 'name', near_name) END,
      'before', CASE WHEN member_id IS NOT NULL AND in_reach
        THEN jsonb_build_object('fullName', old_name, 'email', old_email, 'unit', old_unit_name) END)
  FROM decided WHERE item.file_id = $1 AND item.place = decided.place`;
