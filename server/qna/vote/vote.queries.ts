import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { inquiryId, participantId, qnaSessionId } from '../../../shared/qna/session.schema.js';
import { plainArray, rowsOfPrepared, type Prepared } from '../../platform/database/prepared.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

export type VoteWrite = { inquiryId: string; voterId: string; up: boolean };

const verdictRow = z.object({
  place: z.number(),
  verdict: z.enum(['answered', 'closed', 'own']),
});
const verdictRows = z.array(verdictRow);
const rootRow = z.object({ root_id: inquiryId });

/** What became of a vote: `ok` when it stands as wished, also when it stood so before. */
export type VoteVerdict = 'ok' | z.infer<typeof verdictRow>['verdict'];

/**
 * Writes all votes in one statement. A vote belongs to the question that is left after merging; of one person's votes
 * on it in the same batch the last one wins; somebody who supports a merged question supports it already. Only what
 * was refused comes back as a row: nearly all votes are good.
 */
const WRITE_FAMILY: Prepared<typeof verdictRows> = {
  name: 'qna.write_family_votes',
  rows: verdictRows,
  text: `
  WITH input AS MATERIALIZED (
    SELECT t.*, target.root_id, root.state, root.state NOT IN ('approved', 'answering') AS closed, up AND (root.author_id = t.voter_id OR EXISTS (
        SELECT 1 FROM inquiry AS member WHERE member.root_id = root.id AND member.root_id <> member.id AND member.author_id = t.voter_id
      )) AS own
    FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) WITH ORDINALITY AS t (inquiry_id, voter_id, up, place)
    JOIN inquiry AS target ON target.id = t.inquiry_id JOIN inquiry AS root ON root.id = target.root_id
  ), latest AS (
    SELECT DISTINCT ON (root_id, voter_id) * FROM input WHERE NOT closed AND own IS NOT TRUE
    ORDER BY root_id, voter_id, place DESC
  ), taken AS (
    DELETE FROM inquiry_vote USING latest, inquiry AS member
    WHERE NOT latest.up AND member.root_id = latest.root_id AND inquiry_vote.inquiry_id = member.id
      AND inquiry_vote.voter_id = latest.voter_id
  ), given AS (
    INSERT INTO inquiry_vote (inquiry_id, voter_id)
    SELECT root_id, voter_id FROM latest WHERE up AND NOT EXISTS (
      SELECT 1 FROM inquiry AS member JOIN inquiry_vote AS vote ON vote.inquiry_id = member.id
      WHERE member.root_id = latest.root_id AND member.root_id <> member.id AND vote.voter_id = latest.voter_id)
    ORDER BY 1, 2 ON CONFLICT (inquiry_id, voter_id) DO NOTHING
  )
  SELECT place::int, CASE WHEN state = 'answered' THEN state WHEN closed THEN 'closed' ELSE 'own' END AS verdict FROM input WHERE closed OR own`,
};

export async function writeFamilyVotes(
  dataSource: DataSource,
  votes: readonly VoteWrite[],
): Promise<VoteVerdict[]> {
  const refused = await rowsOfPrepared(dataSource, WRITE_FAMILY, [
    plainArray(votes.map((vote) => vote.inquiryId)),
    plainArray(votes.map((vote) => vote.voterId)),
    plainArray(votes.map((vote) => (vote.up ? 't' : 'f'))),
  ]);
  const verdicts = votes.map((): VoteVerdict => 'ok');
  for (const { place, verdict } of refused) verdicts[place - 1] = verdict;
  return verdicts;
}

const nothing = z.tuple([]);
const WRITE: Prepared<typeof nothing> = {
  name: 'qna.write_votes',
  rows: nothing,
  text: `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) AS t (inquiry_id, voter_id, up)
  ), taken AS (
    DELETE FROM inquiry_vote USING input WHERE NOT up AND inquiry_vote.inquiry_id = input.inquiry_id
      AND inquiry_vote.voter_id = input.voter_id
  )
  INSERT INTO inquiry_vote (inquiry_id, voter_id) SELECT inquiry_id, voter_id FROM input WHERE up
  ORDER BY 1, 2 ON CONFLICT (inquiry_id, voter_id) DO NOTHING`,
};

/**
 * Writes votes on questions of which it is known that they are open, merged with nothing and not the voter's own. Of
 * one person's votes on a question the last one wins.
 */
export async function writeVotes(
  dataSource: DataSource,
  votes: readonly VoteWrite[],
): Promise<VoteVerdict[]> {
  const latest = [...new Map(votes.map((vote) => [`${vote.inquiryId} ${vote.voterId}`, vote])).values()];
  await rowsOfPrepared(dataSource, WRITE, [
    plainArray(latest.map((vote) => vote.inquiryId)),
    plainArray(latest.map((vote) => vote.voterId)),
    plainArray(latest.map((vote) => (vote.up ? 't' : 'f'))),
  ]);
  return votes.map(() => 'ok');
}

const targetRow = z.object({
  id: inquiryId,
  session_id: qnaSessionId,
  author_id: participantId.nullable(),
  is_open: z.boolean(),
  is_answered: z.boolean(),
  is_alone: z.boolean(),
  family: z.array(inquiryId),
});

export type VoteTarget = {
  sessionId: string;
  /** Null for an anonymous question. */
  authorId: string | null;
  isOpen: boolean;
  isAnswered: boolean;
  /** Merged into nothing, and nothing merged into it. */
  isAlone: boolean;
  /** What is merged with it, itself included; empty for one that is alone. */
  family: readonly string[];
};

/** In the order of the ids; null for one that does not exist. */
export async function readVoteTargets(sql: Sql, ids: readonly string[]): Promise<(VoteTarget | null)[]> {
  const rows = await rowsOf(
    sql,
    targetRow,
    `SELECT id, session_id, author_id, state IN ('approved', 'answering') AS is_open, state = 'answered' AS is_answered,
       cardinality(family) = 0 AS is_alone, family
     FROM inquiry, LATERAL (
       SELECT CASE WHEN count(*) > 1 THEN array_agg(member.id) ELSE '{}' END AS family
       FROM inquiry AS member WHERE member.root_id = inquiry.root_id) AS merged
     WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const targets = new Map(
    rows.map((row): [string, VoteTarget] => [
      row.id,
      {
        sessionId: row.session_id,
        authorId: row.author_id,
        isOpen: row.is_open,
        isAnswered: row.is_answered,
        isAlone: row.is_alone,
        family: row.family,
      },
    ]),
  );
  return ids.map((id) => targets.get(id) ?? null);
}

/** The questions that are left of these after merging. */
export async function readRoots(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(sql, rootRow, 'SELECT DISTINCT root_id FROM inquiry WHERE id = ANY($1::uuid[])', [
    ids,
  ]);
  return rows.map((row) => row.root_id);
}
