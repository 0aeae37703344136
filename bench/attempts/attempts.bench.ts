import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { fire, runLoad, type Outcome, type Shot } from '../load/http-load.ts';
import { cpuSecondsOf, freePort, startPinned, stop, untilReady } from '../load/processes.ts';
import { percentile, ratioOfMedians } from '../load/statistics.ts';
import { createDatabase, SECRET, type BenchMember } from '../load/people.ts';
import { addResults, fill, QUESTIONS } from './world.ts';

const MEMBERS = 2_000;
const START_WINDOW_MS = 10_000;
/** Not counted: rates rise for several blocks, until the engine has compiled what a save runs through. */
const WARM_BLOCKS = 4;
const BLOCKS = 10;
const BLOCK_MS = 2_000;
const CONNECTIONS = 256;
const RESULTS = 50_000;
const STANDINGS_READS = 300;
const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

export type Figures = {
  save_ratio: number;
  start_p99_ms: number;
  start_errors: number;
  standings_p95_ms: number;
};
export type BenchResult = { arms: object[]; figures: Figures };

type Served = { port: number; child: ChildProcess };
type Attempt = BenchMember & { attemptId: string; options: string[] };

/** Saving through the whole application beside bare Fastify, 2,000 starts in ten seconds, and standings of 50,000. */
export async function benchAttempts(adminUrl: string, dataFolder: string): Promise<BenchResult> {
  const database = await createDatabase(adminUrl);
  const [port, barePort] = [await freePort(), await freePort()];
  const app = startPinned(MAIN, {
    DATABASE_URL: database.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataFolder,
    SESSION_SECRET: SECRET,
    LOG_LEVEL: 'error',
    DEMO: 'false',
  });
  const bare = startPinned(BARE, { DATABASE_URL: database.url, PORT: String(barePort) });
  try {
    await Promise.all([untilReady(app), untilReady(bare)]);
    const { members, roundId } = await fill(database.url, `http://127.0.0.1:${port}`, MEMBERS);
    const starts = await startAll(port, roundId, members);
    const saves = await compareSaves(
      { app: { port, child: app }, bare: { port: barePort, child: bare } },
      starts.attempts,
    );
    await checkSaved(database.url, starts.attempts);
    await addResults(database.url, roundId, RESULTS);
    const standings = await readStandings(port, roundId, members);
    return {
      arms: [starts.arm, ...saves.arms, standings.arm],
      figures: {
        save_ratio: round(saves.ratio.ratio, 3),
        start_p99_ms: Math.round(starts.p99Ms),
        start_errors: starts.errors,
        standings_p95_ms: round(standings.p95Ms, 1),
      },
    };
  } finally {
    await Promise.all([stop(app), stop(bare)]);
    await database.drop();
  }
}

/** Starts spread evenly over the window; each is timed from the moment it was meant to be sent. */
async function startAll(port: number, roundId: string, members: readonly BenchMember[]) {
  const beganMs = performance.now();
  const outcomes = await Promise.all(
    members.map(async (member, index) => {
      const dueMs = beganMs + (index / members.length) * START_WINDOW_MS;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
      const shot = {
        method: 'POST',
        path: `/api/rounds/${roundId}/attempts`,
        cookie: member.cookie,
        body: '{}',
      };
      const outcome = await fire(port, shot);
      return { member, outcome, tookMs: outcome.startedMs + outcome.tookMs - dueMs };
    }),
  );
  const attempts = outcomes.flatMap(({ member, outcome }) => attemptOf(member, outcome));
  const errors = outcomes.length - attempts.length;
  const took = outcomes.map(({ tookMs }) => tookMs);
  const p99Ms = percentile(took, 0.99);
  const arm = {
    name: 'start',
    count: outcomes.length,
    errors,
    p50_ms: round(percentile(took, 0.5), 1),
    p99_ms: round(p99Ms, 1),
  };
  return { attempts, errors, p99Ms, arm };
}

function attemptOf(member: BenchMember, { status, body }: Outcome): Attempt[] {
  if (status !== 201) return [];
  const { id, questions } = JSON.parse(body);
  return [
    {
      ...member,
      attemptId: id,
      options: questions[0].prompt.options.map((option: { id: string }) => option.id),
    },
  ];
}

/** A B B A …: the same requests to the application and to the floor, one after the other on the same database. */
async function compareSaves(servers: Record<'app' | 'bare', Served>, attempts: readonly Attempt[]) {
  const rates: Record<'app' | 'bare', number[]> = { app: [], bare: [] };
  const failures = { app: 0, bare: 0 };
  const cpuMicros: Record<'app' | 'bare', number[]> = { app: [], bare: [] };
  let turn = 0;
  const next = (): Shot => {
    turn += 1;
    const attempt = attempts[turn % attempts.length] ?? fail('no attempts');
    const position = (Math.floor(turn / attempts.length) % QUESTIONS) + 1;
    const choice = attempt.options[turn % attempt.options.length];
    const body = JSON.stringify({ epoch: 1, sequence: turn, response: { type: 'single_choice', choice } });
    return {
      method: 'PUT',
      path: `/api/attempts/${attempt.attemptId}/answers/${position}`,
      cookie: attempt.cookie,
      body,
    };
  };
  const block = async (arm: 'app' | 'bare', record: boolean): Promise<void> => {
    const untilMs = performance.now() + BLOCK_MS;
    const beganMs = performance.now();
    let answered = 0;
    const cpuBefore = cpuSecondsOf(servers[arm].child);
    await runLoad({
      port: servers[arm].port,
      connections: CONNECTIONS,
      next: () => (performance.now() < untilMs ? next() : null),
      onOutcome: ({ status }) => (status === 200 ? (answered += 1) : (failures[arm] += 1)),
    });
    if (!record) return;
    rates[arm].push((answered / (performance.now() - beganMs)) * 1000);
    cpuMicros[arm].push(((cpuSecondsOf(servers[arm].child) - cpuBefore) / answered) * 1e6);
  };
  for (let index = 0; index < WARM_BLOCKS + BLOCKS; index += 1) {
    const order = index % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const);
    for (const arm of order) await block(arm, index >= WARM_BLOCKS);
  }
  const ratio = ratioOfMedians(rates.app, rates.bare);
  const armOf = (arm: 'app' | 'bare', name: string) => ({
    name,
    saves_per_s: Math.round(percentile(rates[arm], 0.5)),
    cpu_us_per_save: Math.round(percentile(cpuMicros[arm], 0.5)),
    blocks: rates[arm].map(Math.round),
    failures: failures[arm],
  });
  if (failures.app + failures.bare > 0) throw new Error(`saves failed: ${JSON.stringify(failures)}`);
  const interval = { low: round(ratio.low, 3), high: round(ratio.high, 3) };
  return {
    ratio,
    arms: [
      { ...armOf('app', 'save, application'), ratio_interval: interval },
      armOf('bare', 'save, bare Fastify + unnest'),
    ],
  };
}

/** What was acknowledged is there: one row for each question that was ever answered, and no other. */
async function checkSaved(databaseUrl: string, attempts: readonly Attempt[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ app: number; bare: number }>(
    'SELECT (SELECT count(*)::int FROM answer) AS app, (SELECT count(*)::int FROM bare_answer) AS bare',
  );
  await client.end();
  const [counted] = rows;
  if (!counted || counted.app === 0 || counted.app > attempts.length * QUESTIONS)
    fail('rows of answers are missing');
}

async function readStandings(port: number, roundId: string, members: readonly BenchMember[]) {
  const took: number[] = [];
  let left = STANDINGS_READS;
  let failures = 0;
  await runLoad({
    port,
    connections: 2,
    next: () => {
      left -= 1;
      const member = members[left % members.length];
      return left < 0 || !member
        ? null
        : {
            method: 'GET',
            path: `/api/rounds/${roundId}/standings?limit=50`,
            cookie: member.cookie,
            body: '',
          };
    },
    onOutcome: ({ status, tookMs }) => (status === 200 ? took.push(tookMs) : (failures += 1)),
  });
  if (failures > 0) fail(`${failures} standings failed`);
  const p95Ms = percentile(took, 0.95);
  return {
    p95Ms,
    arm: {
      name: 'standings, first page',
      results: RESULTS,
      p50_ms: round(percentile(took, 0.5), 1),
      p95_ms: round(p95Ms, 1),
    },
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function fail(message: string): never {
  throw new Error(message);
}
