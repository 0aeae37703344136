import pg from 'pg';
import { compareArms, withBothArms, type Arm, type Arms } from '../load/arms.ts';
import { runLoad } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import { connectBareVoter, connectVoter, type Voter } from '../load/socket-load.ts';
import { percentile, rounded } from '../load/statistics.ts';
import { fillQna, type QnaWorld, type Session } from './world.ts';

const VOTERS = 2_000;
const VOTED_ON = 50;
const CALM_MS = 10_000;
const LISTED = 2_000;
const COMPARED = 20_000;
const READS = 400;

type Figures = { votes_ratio: number; frames_per_vote: number; list_p95_ms: number; similar_p95_ms: number };

/** Votes of 2,000 people beside bare WebSockets, frames for a vote, and reads of large sessions. */
export async function benchQna(
  adminUrl: string,
  dataFolder: string,
): Promise<{ arms: object[]; figures: Figures }> {
  const bareScript = new URL('./bare-server.ts', import.meta.url);
  return withBothArms({ adminUrl, dataFolder, bareScript }, async ({ databaseUrl, servers }) => {
    const { port } = servers.app;
    const world = await fillQna(databaseUrl, `http://127.0.0.1:${port}`, {
      members: VOTERS,
      voting: VOTED_ON,
      listing: LISTED,
      similar: COMPARED,
    });
    const list = await readList(port, world);
    const similar = await readSimilar(port, world);
    const voters = await connectAll(servers, world);
    const calm = await voteCalmly(voters.app, world.voting);
    const votes = await compareVotes(servers, voters, world.voting);
    await checkVotes(databaseUrl, world.voting);
    for (const voter of [...voters.app, ...voters.bare]) voter.close();
    return {
      arms: [list, similar, calm, ...votes.arms],
      figures: {
        votes_ratio: votes.ratio,
        frames_per_vote: rounded(calm.frames_per_vote, 4),
        list_p95_ms: rounded(list.p95_ms, 1),
        similar_p95_ms: rounded(similar.p95_ms, 1),
      },
    };
  });
}

async function connectAll(
  { app, bare }: Arms['servers'],
  { members, voting }: QnaWorld,
): Promise<Record<Arm, Voter[]>> {
  const voters: Record<Arm, Voter[]> = { app: [], bare: [] };
  for (let start = 0; start < members.length; start += 100) {
    const some = members.slice(start, start + 100);
    voters.app.push(
      ...(await Promise.all(
        some.map(({ cookie }) => connectVoter(`ws://127.0.0.1:${app.port}`, cookie, voting.id)),
      )),
    );
    voters.bare.push(
      ...(await Promise.all(some.map(({ id }) => connectBareVoter(`ws://127.0.0.1:${bare.port}`, id)))),
    );
  }
  return voters;
}

/** Everybody votes once within ten seconds. How many broadcasts does one of them get for each vote of the room? */
async function voteCalmly(voters: readonly Voter[], { inquiries }: Session) {
  const before = voters.map((voter) => voter.broadcasts());
  const took = await Promise.all(
    voters.map(async (voter, index) => {
      await sleep((index / voters.length) * CALM_MS);
      const sentMs = performance.now();
      await voter.vote({ inquiryId: inquiries[index % inquiries.length]?.id ?? '', up: true });
      return performance.now() - sentMs;
    }),
  );
  await sleep(1_500);
  const frames = voters.map((voter, index) => voter.broadcasts() - (before[index] ?? 0));
  return {
    name: 'votes of 2,000 within ten seconds',
    votes: voters.length,
    frames_per_voter: percentile(frames, 0.5),
    frames_per_vote: percentile(frames, 0.5) / voters.length,
    p50_ms: rounded(percentile(took, 0.5), 1),
    p99_ms: rounded(percentile(took, 0.99), 1),
  };
}

/** Everybody votes as fast as votes are acknowledged, in the application and over bare WebSockets. */
async function compareVotes(servers: Arms['servers'], voters: Record<Arm, Voter[]>, { inquiries }: Session) {
  const turns: Record<Arm, number> = { app: 0, bare: 0 };
  return compareArms(servers, {
    unit: 'vote',
    floor: 'bare WebSocket + unnest',
    block: async (arm, untilMs) => {
      let answered = 0;
      await Promise.all(
        voters[arm].map(async (voter, index) => {
          for (let turn = turns[arm]; performance.now() < untilMs; turn += 1) {
            const { id } = inquiries[(index + turn) % inquiries.length] ?? { id: '' };
            // Once through all questions in support, once through all taking it back, and so on.
            await voter.vote({ inquiryId: id, up: Math.floor(turn / inquiries.length) % 2 === 0 });
            answered += 1;
          }
        }),
      );
      turns[arm] += inquiries.length;
      return answered;
    },
  });
}

/** What the room is shown is what was voted: the counts of the session are its rows. */
async function checkVotes(databaseUrl: string, { id }: Session): Promise<void> {
  await sleep(1_500);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM inquiry WHERE session_id = $1 AND vote_count <>
       (SELECT count(*) FROM inquiry_vote WHERE inquiry_id = inquiry.id)`,
    [id],
  );
  await client.end();
  if (rows[0]?.wrong !== 0) throw new Error(`counts of ${String(rows[0]?.wrong)} questions are wrong`);
}

function readList(port: number, { members, listing }: QnaWorld) {
  const sorts = ['top', 'new', 'fair'];
  return read(port, members, {
    name: `first page of ${LISTED} questions`,
    shot: (turn) => ({
      method: 'GET',
      path: `/api/qna-sessions/${listing.id}/inquiries?limit=50&sort=${sorts[turn % sorts.length]}`,
      body: '',
    }),
  });
}

/** A question as somebody types it who did not see that it was asked: half of the words changed places or are missing. */
function readSimilar(port: number, { members, similar }: QnaWorld) {
  return read(port, members, {
    name: `questions similar to one of ${COMPARED}`,
    shot: (turn) => {
      const { text } = similar.inquiries[(turn * 7919) % similar.inquiries.length] ?? { text: '' };
      const words = text.split(' ').filter((_, index) => (index + turn) % 4 !== 0);
      return {
        method: 'POST',
        path: `/api/qna-sessions/${similar.id}/similar-inquiries`,
        body: JSON.stringify({ text: words.join(' ') }),
      };
    },
  });
}

async function read(
  port: number,
  members: readonly BenchMember[],
  { name, shot }: { name: string; shot: (turn: number) => { method: string; path: string; body: string } },
) {
  const took: number[] = [];
  let turn = 0;
  let failures = 0;
  await runLoad({
    port,
    connections: 2,
    next: () => {
      turn += 1;
      const member = members[turn % members.length];
      return turn > READS * 1.25 || !member ? null : { ...shot(turn), cookie: member.cookie };
    },
    onOutcome: ({ status, tookMs }) => (status === 200 ? took.push(tookMs) : (failures += 1)),
  });
  if (failures > 0) throw new Error(`${failures} of the reads failed: ${name}`);
  // The first fifth warms caches and compiler.
  const measured = took.slice(READS / 4);
  return {
    name,
    reads: measured.length,
    p50_ms: rounded(percentile(measured, 0.5), 1),
    p95_ms: rounded(percentile(measured, 0.95), 1),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
