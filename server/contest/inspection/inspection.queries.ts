import { z } from 'zod';
import { attemptId, type AttemptId } from '../../../shared/contest/attempt.schema.js';
import {
  inspectedState,
  inspectionCounts,
  type AttemptFilter,
  type InspectionCounts,
} from '../../../shared/contest/inspection.schema.js';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { searchWords } from '../../../shared/kernel/text.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const STATE = `CASE WHEN attempt.state = 'running' THEN 'running' WHEN closed_by = 'server' THEN 'expired' ELSE 'submitted' END`;
const MINUTES = `coalesce((SELECT minutes FROM extra_time WHERE extra_time.round_id = attempt.round_id
  AND extra_time.member_id = attempt.member_id), 0)`;
const HAS_LATE = `EXISTS (SELECT FROM kept_answer WHERE kept_answer.attempt_id = attempt.id AND reason = 'late')`;
/** Places are in microseconds, as exact as the database keeps times: a page never skips its neighbour. */
const PLACE = `(extract(epoch FROM started_at) * 1000000)::bigint`;
const instantAt = (place: string) => `timestamptz 'epoch' + ${place}::bigint * interval '1 microsecond'`;

const row = z
  .object({
    id: attemptId,
    place: z.number(),
    member_id: memberId,
    full_name: z.string(),
    code: z.string(),
    unit_id: unitId,
    ordinal: z.number(),
    state: inspectedState,
    started_at: z.date(),
    deadline_at: z.date(),
    time_used_ms: z.number().nullable(),
    points: z.coerce.number().nullable(),
    epoch: z.number(),
    extra_minutes: z.number(),
    late_count: z.number(),
    answered: z.number(),
    question_count: z.number(),
  })
  .transform((read) => ({
    id: read.id,
    place: read.place,
    memberId: read.member_id,
    fullName: read.full_name,
    code: read.code,
    unitId: read.unit_id,
    ordinal: read.ordinal,
    state: read.state,
    startedAt: read.started_at,
    deadlineAt: read.deadline_at,
    timeUsedMs: read.time_used_ms,
    points: read.points,
    epoch: read.epoch,
    extraMinutes: read.extra_minutes,
    lateCount: read.late_count,
    answered: read.answered,
    questionCount: read.question_count,
  }));
export type InspectedAttempt = z.infer<typeof row>;

const COLUMNS = `attempt.id, ${PLACE} AS place, attempt.member_id, full_name, code, attempt.unit_id, ordinal, ${STATE} AS state,
  started_at, deadline_at, time_used_ms, points, epoch, ${MINUTES} AS extra_minutes,
  (SELECT count(DISTINCT position)::int FROM kept_answer WHERE attempt_id = attempt.id AND reason = 'late') AS late_count,
  (SELECT count(*)::int FROM answer WHERE attempt_id = attempt.id AND response IS NOT NULL) AS answered,
  jsonb_array_length(paper) AS question_count`;

/** Of which round and of whom; `units` null for all. */
export type Selection = Omit<AttemptFilter, 'unit'> & { roundId: string; units: readonly string[] | null };
export type Place = { place: number; id: string };

/** The latest start first, from behind a place on. */
export function readInspected(
  sql: Sql,
  selection: Selection,
  { after, limit }: { after: Place | null; limit: number },
): Promise<InspectedAttempt[]> {
  const { where, values, value } = conditionsOf(selection);
  const next = after
    ? `AND (started_at, attempt.id) < (${instantAt(value(after.place))}, ${value(after.id)}::uuid)`
    : '';
  return rowsOf(
    sql,
    row,
    `SELECT ${COLUMNS} FROM attempt JOIN member ON member.id = attempt.member_id
     WHERE ${where} AND ${filtersOf(selection)} ${next}
     ORDER BY started_at DESC, attempt.id DESC LIMIT ${value(limit)}`,
    values,
  );
}

/** An attempt as the list shows it, whatever the filters. */
export function readInspectedOne(sql: Sql, id: string): Promise<InspectedAttempt | null> {
  return rowOf(
    sql,
    row,
    `SELECT ${COLUMNS} FROM attempt JOIN member ON member.id = attempt.member_id WHERE attempt.id = $1`,
    [id],
  );
}

/** The attempts right above and below a place in the list. */
export async function readNeighbours(
  sql: Sql,
  selection: Selection,
  place: Place,
): Promise<{ previous: AttemptId | null; next: AttemptId | null }> {
  const { where, values, value } = conditionsOf(selection);
  const here = `(${instantAt(value(place.place))}, ${value(place.id)}::uuid)`;
  const nearest = (sign: '<' | '>', order: 'ASC' | 'DESC') =>
    `(SELECT attempt.id FROM attempt JOIN member ON member.id = attempt.member_id
      WHERE ${where} AND ${filtersOf(selection)} AND (started_at, attempt.id) ${sign} ${here}
      ORDER BY started_at ${order}, attempt.id ${order} LIMIT 1)`;
  const found = await rowOf(
    sql,
    z.object({ previous: attemptId.nullable(), next: attemptId.nullable() }),
    `SELECT ${nearest('>', 'ASC')} AS previous, ${nearest('<', 'DESC')} AS next`,
    values,
  );
  return found ?? { previous: null, next: null };
}

/** Of each filter's values how many there are under all other filters. */
export async function countInspected(sql: Sql, selection: Selection): Promise<InspectionCounts> {
  const { where, values } = conditionsOf(selection);
  const { state } = selection;
  const flags = (['moved', 'extra', 'late'] as const).filter((name) => selection[name]);
  const under = (wanted: string[]) => `count(*) FILTER (WHERE ${wanted.join(' AND ') || 'true'})::int`;
  const inState = state ? [`state = '${state}'`] : [];
  const counted = [
    `${under([...flags])} AS all`,
    ...inspectedState.options.map((one) => `${under([`state = '${one}'`, ...flags])} AS ${one}`),
    ...(['moved', 'extra', 'late'] as const).map(
      (name) => `${under([...new Set([name, ...flags]), ...inState])} AS ${name}`,
    ),
    `${under([...flags, ...inState])} AS found`,
  ];
  const counts = await rowOf(
    sql,
    inspectionCounts,
    `WITH seen AS (
       SELECT ${STATE} AS state, epoch > 1 AS moved, ${MINUTES} > 0 AS extra, ${HAS_LATE} AS late
       FROM attempt JOIN member ON member.id = attempt.member_id WHERE ${where})
     SELECT ${counted.join(', ')} FROM seen`,
    values,
  );
  return counts ?? { all: 0, running: 0, submitted: 0, expired: 0, moved: 0, extra: 0, late: 0, found: 0 };
}

/** Round, people and units; `value` adds a parameter. Each word searched for begins a word of the person. */
function conditionsOf({ roundId, q, units }: Selection) {
  const values: unknown[] = [];
  const value = (added: unknown) => `$${values.push(added)}`;
  const words = searchWords(q ?? '').slice(0, 8);
  const parts = [
    `attempt.round_id = ${value(roundId)}`,
    ...(units === null ? [] : [`attempt.unit_id = ANY(${value(units)}::uuid[])`]),
    ...words.map((word) => `' ' || search LIKE ${value(`% ${word.replace(/[\\%_]/g, '\\$&')}%`)}`),
  ];
  return { where: parts.join(' AND '), values, value };
}

/** The values come from their schemas, so they may stand in the statement. */
function filtersOf({ state, moved, extra, late }: Selection): string {
  const parts = [
    ...(state ? [`${STATE} = '${state}'`] : []),
    ...(moved ? ['epoch > 1'] : []),
    ...(extra ? [`${MINUTES} > 0`] : []),
    ...(late ? [HAS_LATE] : []),
  ];
  return parts.join(' AND ') || 'true';
}

const instants = z.object({ at: z.date() });

/** When other devices took the attempt over. */
export async function readLeads(sql: Sql, id: string): Promise<Date[]> {
  const rows = await rowsOf(
    sql,
    instants,
    'SELECT at FROM attempt_lead WHERE attempt_id = $1 ORDER BY epoch',
    [id],
  );
  return rows.map(({ at }) => at);
}

/** Extra time of a person in a round, and when it was last granted. */
export function readGrant(
  sql: Sql,
  { roundId, memberId: member }: { roundId: string; memberId: string },
): Promise<{ at: Date; minutes: number } | null> {
  return rowOf(
    sql,
    instants.extend({ minutes: z.number() }),
    'SELECT granted_at AS at, minutes FROM extra_time WHERE round_id = $1 AND member_id = $2 AND minutes > 0',
    [roundId, member],
  );
}

/** Codes of questions in the bank, by version. */
export async function readCodes(sql: Sql, versions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(
    sql,
    z.object({ id: z.uuid(), code: z.string() }),
    `SELECT question_version.id, code FROM question_version JOIN question ON question.id = question_id
     WHERE question_version.id = ANY($1::uuid[])`,
    [versions],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}
