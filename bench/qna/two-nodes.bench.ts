import { withBothArms } from '../load/arms.ts';
import { connectWatcher, type Watcher } from '../load/socket-load.ts';
import { checkVotes, compareVotes, connectAll, sleep } from './voting.ts';
import { fillQna, type QnaWorld } from './world.ts';

const VOTED_ON = 50;
const WATCHERS_EACH = 20;
/** More than two ticks of a full room. */
const LAST_TICKS_MS = 3_000;

export type TwoNodesFigures = { votes_ratio_two_nodes: number; heard_all: number; gaps: number };

/**
 * The same votes with the application in two nodes, half of the voters at each. Watchers at both compare the last count
 * they heard of each question with the rows, and count numbers of ticks that were left out.
 */
export async function benchTwoNodes(
  where: { adminUrl: string; dataFolder: string; bareScript: URL },
  members: number,
): Promise<{ arms: object[]; figures: TwoNodesFigures }> {
  return withBothArms({ ...where, nodes: 2 }, async ({ databaseUrl, servers }) => {
    const origin = `http://127.0.0.1:${servers.app.port}`;
    const world = await fillQna(databaseUrl, origin, { members, voting: VOTED_ON, listing: 1, similar: 1 });
    const watchers = await watch(servers.app.ports, world);
    const voters = await connectAll(servers, world);
    const votes = await compareVotes(servers, voters, world.voting);
    await sleep(LAST_TICKS_MS);
    const counts = await checkVotes(databaseUrl, world.voting);
    const heard = watchers.filter((watcher) => hasHeard(watcher, counts));
    const gaps = watchers.reduce((sum, watcher) => sum + watcher.gaps(), 0);
    for (const one of [...voters.app, ...voters.bare, ...watchers]) one.close();
    return {
      arms: votes.arms.map((arm) => ({ ...arm, nodes: 2 })),
      figures: {
        votes_ratio_two_nodes: votes.ratio,
        heard_all: heard.length / watchers.length,
        gaps,
      },
    };
  });
}

function watch(ports: readonly number[], { members, voting }: QnaWorld): Promise<Watcher[]> {
  const cookie = members[0]?.cookie ?? '';
  return Promise.all(
    ports.flatMap((port) =>
      Array.from({ length: WATCHERS_EACH }, () =>
        connectWatcher(`ws://127.0.0.1:${port}`, cookie, voting.id),
      ),
    ),
  );
}

function hasHeard({ lastCounts }: Watcher, rows: ReadonlyMap<string, number>): boolean {
  return [...rows].every(([id, votes]) => lastCounts.get(id) === votes);
}
