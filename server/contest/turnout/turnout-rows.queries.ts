import type { EntityManager } from 'typeorm';
import { packedRows } from '../../platform/export/packed-rows.queries.js';
import { conditionsOf, ORDER, type People } from './turnout-people.queries.js';

/** Everybody of a list by given name, for `turnoutRow`. */
export function packPeople(tx: EntityManager, people: People): Promise<Uint8Array[]> {
  const { where, values } = conditionsOf(people);
  return packedRows(
    tx,
    `SELECT full_name AS "fullName", code, unit_id AS "unitId", last."remindedAt", last.times FROM member
     CROSS JOIN LATERAL (
       SELECT max(reminded_at) AS "remindedAt", count(*) AS times FROM reminder
       WHERE reminder.round_id = $1 AND reminder.member_id = member.id
     ) AS last
     WHERE ${where} ORDER BY ${ORDER}`,
    values,
  );
}
