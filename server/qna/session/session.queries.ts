import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import {
  anonymityLevel,
  deskRole,
  inquiryId,
  moderationOrder,
  participantId,
  qnaSessionId,
  type QnaSettings,
} from '../../../shared/qna/session.schema.js';
import { rowOf, type Sql } from '../../platform/database/sql.js';

const sessionRow = z
  .object({
    id: qnaSessionId,
    code: z.string(),
    title: z.string(),
    description: z.string(),
    starts_at: z.date(),
    ends_at: z.date().nullable(),
    ended_at: z.date().nullable(),
    draft: z.boolean(),
    level: anonymityLevel,
    moderation: moderationOrder,
    guests_allowed: z.boolean(),
    guests_vote: z.boolean(),
    max_per_person: z.number().nullable(),
    slow_mode_seconds: z.number(),
    words: z.array(z.string()),
    labels: z.array(z.string()),
    answer_seconds: z.number().nullable(),
    revision: z.number(),
    accepting: z.boolean(),
    voting: z.boolean(),
    projected_id: inquiryId.nullable(),
    blackout: z.boolean(),
    projector_dark: z.boolean(),
    created_by: memberId,
    key_holders: z.array(z.object({ memberId, publicKey: z.string() })),
    team: z.array(z.object({ memberId, role: deskRole })),
    removed: z.array(participantId),
  })
  .transform((row) => ({
    id: row.id,
    code: row.code,
    settings: {
      title: row.title,
      description: row.description,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at?.toISOString() ?? null,
      moderation: row.moderation,
      guestsAllowed: row.guests_allowed,
      guestsVote: row.guests_vote,
      maxPerPerson: row.max_per_person,
      slowModeSeconds: row.slow_mode_seconds,
      words: row.words,
      labels: row.labels,
      answerSeconds: row.answer_seconds,
    } satisfies QnaSettings,
    /** Of the settings alone. */
    revision: row.revision,
    startsAt: row.starts_at,
    endedAt: row.ended_at,
    draft: row.draft,
    level: row.level,
    accepting: row.accepting,
    voting: row.voting,
    projection: { inquiryId: row.projected_id, blackout: row.blackout, dark: row.projector_dark },
    createdBy: row.created_by,
    /** In the order in which they open: the outer box first. */
    keyHolders: row.key_holders,
    team: new Map(row.team.map((one) => [one.memberId, one.role])),
    removed: new Set<string>(row.removed),
  }));
export type SessionRow = z.infer<typeof sessionRow>;

const SELECT = `SELECT qna_session.*,
  coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', member_id, 'publicKey', public_key) ORDER BY place)
    FROM qna_session_key WHERE session_id = qna_session.id), '[]') AS key_holders,
  coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', member_id, 'role', role))
    FROM qna_team WHERE session_id = qna_session.id), '[]') AS team,
  (SELECT coalesce(array_agg(participant_id), '{}') FROM qna_removal WHERE session_id = qna_session.id) AS removed
  FROM qna_session`;

export function readSession(sql: Sql, id: string): Promise<SessionRow | null> {
  return rowOf(sql, sessionRow, `${SELECT} WHERE id = $1`, [id]);
}

/** Changes of a session's settings come one after the other. */
export function lockSession(tx: EntityManager, id: string): Promise<SessionRow | null> {
  return rowOf(tx, sessionRow, `${SELECT} WHERE id = $1 FOR NO KEY UPDATE OF qna_session`, [id]);
}

export async function readSessionIdOfCode(sql: Sql, code: string): Promise<string | null> {
  const row = await rowOf(sql, z.object({ id: qnaSessionId }), 'SELECT id FROM qna_session WHERE code = $1', [
    code,
  ]);
  return row?.id ?? null;
}

const SETTING_COLUMNS = `title, description, starts_at, ends_at, moderation, guests_allowed, guests_vote, max_per_person,
  slow_mode_seconds, words, labels, answer_seconds`;

function valuesOf(settings: QnaSettings): unknown[] {
  return [
    settings.title,
    settings.description,
    settings.startsAt,
    settings.endsAt,
    settings.moderation,
    settings.guestsAllowed,
    settings.guestsVote,
    settings.maxPerPerson,
    settings.slowModeSeconds,
    settings.words,
    settings.labels,
    settings.answerSeconds,
  ];
}

/** False when the code is taken by another session. */
export async function insertSession(
  tx: EntityManager,
  session: {
    id: string;
    code: string;
    draft: boolean;
    level: string;
    createdBy: string;
    at: Date;
    settings: QnaSettings;
  },
): Promise<boolean> {
  const row = await rowOf(
    tx,
    z.object({ id: qnaSessionId }),
    `INSERT INTO qna_session (id, code, draft, level, created_by, created_at, ${SETTING_COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     ON CONFLICT (code) DO NOTHING RETURNING id`,
    [
      session.id,
      session.code,
      session.draft,
      session.level,
      session.createdBy,
      session.at,
      ...valuesOf(session.settings),
    ],
  );
  return row !== null;
}

export async function insertSessionKeys(
  tx: EntityManager,
  sessionId: string,
  keys: readonly { memberId: string; publicKey: string }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO qna_session_key (session_id, place, member_id, public_key)
     SELECT $1, place, member_id, public_key FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS t (member_id, public_key, place)`,
    [sessionId, keys.map((key) => key.memberId), keys.map((key) => key.publicKey)],
  );
}

export async function updateSettings(tx: EntityManager, id: string, settings: QnaSettings): Promise<void> {
  await tx.query(
    `UPDATE qna_session
     SET revision = revision + 1, (${SETTING_COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) WHERE id = $1`,
    [id, ...valuesOf(settings)],
  );
}

export async function updateEnd(tx: EntityManager, id: string, endedAt: Date | null): Promise<void> {
  await tx.query('UPDATE qna_session SET ended_at = $2 WHERE id = $1', [id, endedAt]);
}

/** More time for the answer on air. What an earlier answer was given is forgotten. */
export async function addAnswerTime(tx: EntityManager, id: string, seconds: number): Promise<void> {
  await tx.query(
    `UPDATE qna_session
     SET more_seconds = least(36000, $2::int + CASE WHEN more_since = answering_since THEN more_seconds ELSE 0 END),
       more_since = answering_since
     FROM inquiry WHERE qna_session.id = $1 AND session_id = $1 AND state = 'answering'`,
    [id, seconds],
  );
}
