import { withBothArms } from '../load/arms.ts';
import { runLoad } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import type { Voter } from '../load/socket-load.ts';
import { percentile, rounded } from '../load/statistics.ts';
import { benchTwoNodes, type TwoNodesFigures } from './two-nodes.bench.ts';
import { checkVotes, compareVotes, connectAll, sleep } from './voting.ts';
import { fillQna, type QnaWorld, type Session } from './world.ts';

const VOTERS = 2_000;
const VOTED_ON = 50;
const CALM_MS = 10_000;
const LISTED = 2_000;
const COMPARED = 20_000;
const READS = 400;

type Figures = {
  votes_ratio: number;
  /** Processor time of a vote in the application over that of one in the floor. */
  votes_cpu_ratio: number;
  frames_per_vote: number;
  list_p95_ms: number;
  similar_p95_ms: number;
} & TwoNodesFigures;

/** Votes of 2,000 people beside bare WebSockets, frames for a vote, and reads of large sessions. */
export async function benchQna(
  adminUrl: string,
  dataFolder: string,
): Promise<{ arms: object[]; figures: Figures }> {
  const bareScript = new URL('./bare-server.ts', import.meta.url);
  const one = await withBothArms({ adminUrl, dataFolder, bareScript }, async ({ databaseUrl, servers }) => {
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
        votes_cpu_ratio: votes.cpuRatio,
        frames_per_vote: rounded(calm.frames_per_vote, 4),
        list_p95_ms: rounded(list.p95_ms, 1),
        similar_p95_ms: rounded(similar.p95_ms, 1),
      },
    };
  });
  const two = await benchTwoNodes({ adminUrl, dataFolder, bareScript }, VOTERS);
  return { arms: [...one.arms, ...two.arms], figures: { ...one.figures, ...two.figures } };
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
