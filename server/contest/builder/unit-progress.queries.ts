import { z } from 'zod';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsWithin } from './publication.queries.js';

/** Members at or below units of both kinds who have not left; null means every unit. */
export async function readEligibleMembers(
  sql: Sql,
  followed: readonly string[] | null,
  eligible: readonly string[] | null,
): Promise<MemberId[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: memberId }),
    `SELECT id FROM member WHERE left_at IS NULL AND unit_id IN (${unitsWithin('$1')})
       AND unit_id IN (${unitsWithin('$2')})`,
    [followed, eligible],
  );
  return rows.map(({ id }) => id);
}
