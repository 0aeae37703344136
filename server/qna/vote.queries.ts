import { z } from 'zod';
import { inquiryId } from '../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../platform/database/sql.js';

export type VoteWrite = { inquiryId: string; voterId: string; up: boolean };

const verdictRow = z.object({
  place: z.number(),
  verdict: z.enum(['closed', 'own']),
});
const rootRow = z.object({ root_id: inquiryId });

/** What became of a vote: `ok` when it stands as wished, also when it stood so before. */
export type VoteVerdict = 'ok' | z.infer<typeof verdictRow>['verdict'];

/**
 * Writes all votes in one statement. A vote belongs to the question that is left after merging; of one person's votes
 * on it in the same batch the last one wins; somebody who supports a merged question supports it already. Only what
 * was refused comes back as a row: nearly all votes are good.
 */
const WRITE = `
  WITH input AS MATERIALIZED (
    SELECT t.*, target.root_id, root.state NOT IN ('approved', 'answering') AS closed, root.author_id = t.voter_id OR EXISTS (
        SELECT 1 FROM inquiry AS member WHERE member.root_id = root.id AND member.root_id <> member.id AND member.author_id = t.voter_id
      ) AS own
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
    ORDER BY 1, 2 ON CONFLICT DO NOTHING
  )
  SELECT place::int, CASE WHEN closed THEN 'closed' ELSE 'own' END AS verdict FROM input WHERE closed OR own`;

export async function writeVotes(sql: Sql, votes: readonly VoteWrite[]): Promise<VoteVerdict[]> {
  const refused = await rowsOf(sql, verdictRow, WRITE, [
    votes.map((vote) => vote.inquiryId),
    votes.map((vote) => vote.voterId),
    votes.map((vote) => vote.up),
  ]);
  const verdicts = votes.map((): VoteVerdict => 'ok');
  for (const { place, verdict } of refused) verdicts[place - 1] = verdict;
  return verdicts;
}

/** The questions that are left of these after merging. */
export async function readRoots(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(sql, rootRow, 'SELECT DISTINCT root_id FROM inquiry WHERE id = ANY($1::uuid[])', [
    ids,
  ]);
  return rows.map((row) => row.root_id);
}
