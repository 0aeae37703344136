import pg from 'pg';
import { compareArms, withBothArms, type Arms } from '../load/arms.ts';
import { fire, runLoad, type Outcome, type Shot } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import { percentile, rounded } from '../load/statistics.ts';
import { addResults, fill, QUESTIONS } from './world.ts';

const MEMBERS = 2_000;
const START_WINDOW_MS = 10_000;
const CONNECTIONS = 256;
const RESULTS = 50_000;
const STANDINGS_READS = 300;

export type Figures = {
  save_ratio: number;
  /** Processor time of a save in the application over that of one in the floor. */
  save_cpu_ratio: number;
  start_p99_ms: number;
  start_errors: number;
  standings_p95_ms: number;
};
export type BenchResult = { arms: object[]; figures: Figures };

type Attempt = BenchMember & { attemptId: string; options: string[] };

/** Saving through the whole application beside bare Fastify, 2,000 starts in ten seconds, and standings of 50,000. */
export async function benchAttempts(adminUrl: string, dataFolder: string): Promise<BenchResult> {
  const bareScript = new URL('./bare-server.ts', import.meta.url);
  return withBothArms({ adminUrl, dataFolder, bareScript }, async ({ databaseUrl, servers }) => {
    const { port } = servers.app;
    const { members, roundId } = await fill(databaseUrl, `http://127.0.0.1:${port}`, MEMBERS);
    const starts = await startAll(port, roundId, members);
    const saves = await compareSaves(servers, starts.attempts);
    await checkSaved(databaseUrl, starts.attempts);
    await addResults(databaseUrl, roundId, RESULTS);
    const standings = await readStandings(port, roundId, members);
    return {
      arms: [starts.arm, ...saves.arms, standings.arm],
      figures: {
        save_ratio: saves.ratio,
        save_cpu_ratio: saves.cpuRatio,
        start_p99_ms: Math.round(starts.p99Ms),
        start_errors: starts.errors,
        standings_p95_ms: rounded(standings.p95Ms, 1),
      },
    };
  });
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
    p50_ms: rounded(percentile(took, 0.5), 1),
    p99_ms: rounded(p99Ms, 1),
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

async function compareSaves(servers: Arms['servers'], attempts: readonly Attempt[]) {
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
  let failures = 0;
  const compared = await compareArms(servers, {
    unit: 'save',
    floor: 'bare Fastify + unnest',
    block: async (arm, untilMs) => {
      let answered = 0;
      await runLoad({
        port: servers[arm].port,
        connections: CONNECTIONS,
        next: () => (performance.now() < untilMs ? next() : null),
        onOutcome: ({ status }) => (status === 200 ? (answered += 1) : (failures += 1)),
      });
      return answered;
    },
  });
  if (failures > 0) fail(`${failures} saves failed`);
  return compared;
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
      p50_ms: rounded(percentile(took, 0.5), 1),
      p95_ms: rounded(p95Ms, 1),
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
