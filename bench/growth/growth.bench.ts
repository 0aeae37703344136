import { withApplication } from '../load/arms.ts';
import { fire, runLoad, type Shot } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import { percentile, rounded } from '../load/statistics.ts';
import { addRound, addRunning, fillOrganisation, type GrowthRound, type GrowthWorld } from './world.ts';
import { followClosing, type Closing } from './closing.ts';
import { saveBesideReaders } from './beside-readers.ts';

const SIZES = [150, 8_000, 120_000] as const;
const READS = 200;
const READERS = 2;
const HOUR_MS = 3_600_000;

export type Figures = {
  result_p95_ms_120k: number;
  result_growth: number;
  standings_p95_ms_120k: number;
  standings_growth: number;
  home_growth: number;
  progress_p95_ms_120k: number;
  coordinator_p95_ms_120k: number;
  close_per_s: number;
  final_early: number;
  saves_refused_beside_100_readers: number;
};

type Stage = Record<'result' | 'standings' | 'home' | 'progress' | 'coordinator', number[]>;

/**
 * One organisation of 122,000 members, read at rounds of 150, 8,000 and 120,000 entries by members with a result in them.
 * The results are made by the server, which closes the attempts: how fast, and whether it calls them official too early.
 */
export async function benchGrowth(
  adminUrl: string,
  dataFolder: string,
): Promise<{ arms: object[]; figures: Figures }> {
  return withApplication({ adminUrl, dataFolder }, async ({ databaseUrl, port }) => {
    const world = await fillOrganisation(databaseUrl);
    try {
      const arms: object[] = [];
      const stages: Stage[] = [];
      const closings: Closing[] = [];
      let last: GrowthRound | undefined;
      for (const [index, count] of SIZES.entries()) {
        // Each closed later than the one before: the home page shows the last.
        const endsAt = new Date(Date.now() - HOUR_MS + index * 60_000);
        last = await addRound(world, { title: `${count} người`, closesAt: endsAt });
        await addRunning(world, last, { count, endsAt });
        closings.push(await followClosing(port, world, { roundId: last.roundId, count }));
        await world.client.query('VACUUM ANALYZE');
        const stage = await readAll(port, world, last);
        stages.push(stage);
        arms.push(...armsOf(stage, count));
      }
      const refused = last ? await saveBesideReaders(port, world, last) : Number.NaN;
      return { arms, figures: figuresOf(stages, closings, refused) };
    } finally {
      await world.client.end();
    }
  });
}

function figuresOf(stages: readonly Stage[], closings: readonly Closing[], refused: number): Figures {
  const [small, large] = [stages.at(0), stages.at(-1)];
  if (!small || !large) throw new Error('nothing was measured');
  const p95 = (page: keyof Stage) => rounded(percentile(large[page], 0.95), 1);
  const growth = (page: keyof Stage) =>
    rounded(percentile(large[page], 0.5) / percentile(small[page], 0.5), 2);
  return {
    result_p95_ms_120k: p95('result'),
    result_growth: growth('result'),
    standings_p95_ms_120k: p95('standings'),
    standings_growth: growth('standings'),
    home_growth: growth('home'),
    progress_p95_ms_120k: p95('progress'),
    coordinator_p95_ms_120k: p95('coordinator'),
    close_per_s: Math.round(closings.at(-1)?.perSecond ?? 0),
    final_early: closings.reduce((sum, { finalEarly }) => sum + finalEarly, 0),
    saves_refused_beside_100_readers: refused,
  };
}

function armsOf(stage: Stage, count: number): object[] {
  return Object.entries(stage).map(([page, took]) => ({
    name: `${page}, ${count} entries`,
    p50_ms: rounded(percentile(took, 0.5), 1),
    p95_ms: rounded(percentile(took, 0.95), 1),
  }));
}

async function readAll(port: number, world: GrowthWorld, { roundId }: GrowthRound): Promise<Stage> {
  const { people, organiser, coordinator, rootId, client } = world;
  const { rows } = await client.query<{ member_id: string; id: string }>(
    'SELECT member_id, id FROM attempt WHERE round_id = $1 AND member_id = ANY($2::uuid[])',
    [roundId, people.map(({ id }) => id)],
  );
  const attemptOf = new Map(rows.map((row) => [row.member_id, row.id]));
  const result = ({ id }: BenchMember) => [`/api/attempts/${attemptOf.get(id) ?? ''}/result`];
  const progress = `/api/rounds/${roundId}/unit-progress`;
  const readers = people.filter(({ id }) => attemptOf.has(id));
  return {
    result: await read(port, readers, result),
    standings: await read(port, readers, () => [`/api/rounds/${roundId}/standings?limit=50`]),
    home: await read(port, readers, () => [
      '/api/rounds/current',
      '/api/unit-standings/latest',
      '/api/attempts/running',
    ]),
    progress: await read(port, [organiser], () => [progress, `${progress}?below=${rootId}`]),
    coordinator: await read(port, [coordinator], () => coordinatorPaths(roundId)),
  };
}

/**
 * What the page of somebody asks for who looks after everybody: the rounds, the counts of one by unit, and the names of who
 * has not entered, is at it and is through, also searched for.
 */
function coordinatorPaths(roundId: string): string[] {
  const round = `/api/rounds/${roundId}/turnout`;
  return [
    '/api/turnout',
    round,
    `${round}/people?state=missing`,
    `${round}/people?state=running`,
    `${round}/people?state=done`,
    `${round}/people?state=missing&q=thi`,
  ];
}

/** How long each of the requests took, two at a time; a first round of the same warms up and is not counted. */
async function read(
  port: number,
  readers: readonly BenchMember[],
  pathsOf: (reader: BenchMember) => string[],
): Promise<number[]> {
  const shots = Array.from({ length: READS }, (_, index) => readers[index % readers.length]).flatMap(
    (reader) =>
      reader
        ? pathsOf(reader).map((path): Shot => ({ method: 'GET', path, cookie: reader.cookie, body: '' }))
        : [],
  );
  for (const shot of shots.slice(0, 20)) await fire(port, shot);
  const took: number[] = [];
  let at = 0;
  let failures = 0;
  await runLoad({
    port,
    connections: READERS,
    next: () => shots[at++] ?? null,
    onOutcome: ({ status, tookMs }) => (status === 200 ? took.push(tookMs) : (failures += 1)),
  });
  if (failures > 0) throw new Error(`${failures} of ${shots.length} reads failed: ${shots[0]?.path ?? ''}`);
  return took;
}
