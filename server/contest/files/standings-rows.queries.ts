import type { EntityManager } from 'typeorm';
import { packedRows } from '../../platform/export/packed-rows.queries.js';

/** All results of a round in their order, for `standingsRow`. */
export function packStandings(tx: EntityManager, roundId: string): Promise<Uint8Array[]> {
  return packedRows(
    tx,
    `SELECT full_name AS "fullName", round_result.unit_id AS "unitId", points::float8 AS points, correct,
       time_used_ms AS "timeUsedMs", submitted_at AS "submittedAt"
     FROM round_result JOIN member ON member.id = round_result.member_id
     WHERE round_id = $1 ORDER BY order_points, time_used_ms, submitted_at, round_result.member_id`,
    [roundId],
  );
}
