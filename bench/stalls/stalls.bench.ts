import { Worker } from 'node:worker_threads';
import { fill } from '../attempts/world.ts';
import { startApplication } from '../load/arms.ts';
import { fire, type Outcome } from '../load/http-load.ts';
import { createDatabase } from '../load/people.ts';
import { freePort, stop, untilReady } from '../load/processes.ts';
import { percentile, rounded } from '../load/statistics.ts';
import { loopDelayOf, peakRssMb } from './loop.ts';
import type { HeavyOutcome, HeavyWork } from './heavy.worker.ts';
import { addManyAttempts } from './many-attempts.ts';
import { addLedger, startAttempts, type Contestant } from './world.ts';

const CONTESTANTS = 100;
const SAVE_EVERY_MS = 500;
const OTHERS = 62;
const WARM_MS = 3_000;

type Figures = {
  save_p99_ms: number;
  loop_delay_p99_ms: number;
  refused_others: number;
  peak_rss_mb: number;
};

/** Saves beside everything that takes long, all of it at once. */
export async function benchStalls(
  adminUrl: string,
  dataFolder: string,
): Promise<{ arms: object[]; figures: Figures }> {
  const database = await createDatabase(adminUrl);
  const port = await freePort();
  const preload = new URL('./loop-probe.mjs', import.meta.url);
  const app = startApplication({ databaseUrl: database.url, dataFolder, port, preload });
  try {
    await untilReady(app);
    const world = await fill(database.url, `http://127.0.0.1:${port}`, CONTESTANTS + OTHERS);
    const contestants = await startAttempts(port, world.roundId, world.members.slice(0, CONTESTANTS));
    const sessionId = await addLedger(database.url, `http://127.0.0.1:${port}`, world.organiser);
    const manyAttempts = await addManyAttempts(database.url, world.organiser);
    const others = world.members.slice(CONTESTANTS);
    const alone = await saveWhile(port, contestants, () => sleep(WARM_MS));
    app.send('loop.begin');
    let heavy: HeavyOutcome[] = [];
    const beside = await saveWhile(port, contestants, async () => {
      heavy = await runHeavy({ port, organiser: world.organiser, others, sessionId, manyAttempts });
    });
    const loop = await loopDelayOf(app);
    const refused = [beside, ...heavy.filter(({ counts }) => counts).map(({ outcomes }) => outcomes)]
      .flat()
      .filter(({ status }) => status < 200 || status > 299);
    return {
      arms: [
        armOf('saves alone', alone),
        armOf('saves beside it', beside),
        ...heavy.map(({ name, outcomes }) => armOf(name, outcomes)),
        { name: 'event loop', p99_ms: rounded(loop.p99Ms, 1), max_ms: rounded(loop.maxMs, 1) },
      ],
      figures: {
        save_p99_ms: rounded(
          percentile(
            beside.map(({ tookMs }) => tookMs),
            0.99,
          ),
          1,
        ),
        loop_delay_p99_ms: rounded(loop.p99Ms, 1),
        refused_others: refused.length,
        peak_rss_mb: Math.round(peakRssMb(app)),
      },
    };
  } finally {
    await stop(app);
    await database.drop();
  }
}

/** In a thread of its own: reading sixty large files would keep the clock of the saves waiting. */
function runHeavy(work: HeavyWork): Promise<HeavyOutcome[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heavy.worker.ts', import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Everybody saves twice a second until the work is done. */
async function saveWhile(
  port: number,
  contestants: readonly Contestant[],
  work: () => Promise<void>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let done = false;
  const beganMs = performance.now();
  const saving = contestants.map(async (contestant, index) => {
    for (let turn = 0; !done; turn += 1) {
      const dueMs = beganMs + (turn + index / contestants.length) * SAVE_EVERY_MS;
      await sleep(Math.max(0, dueMs - performance.now()));
      const outcome = await fire(port, contestant.nextSave());
      outcomes.push({ ...outcome, tookMs: outcome.startedMs + outcome.tookMs - dueMs });
    }
  });
  await work();
  done = true;
  await Promise.all(saving);
  return outcomes;
}

function armOf(name: string, outcomes: readonly Outcome[]): object {
  const took = outcomes.map(({ tookMs }) => tookMs);
  return {
    name,
    requests: outcomes.length,
    failed: outcomes.filter(({ status }) => status < 200 || status > 299).length,
    p50_ms: rounded(percentile(took, 0.5), 1),
    p99_ms: rounded(percentile(took, 0.99), 1),
    max_ms: rounded(Math.max(...took), 1),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
