import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createDatabase, SECRET } from './people.ts';
import { cpuSecondsOf, freePort, startPinned, stop, untilReady } from './processes.ts';
import { median, ratioOfMedians, rounded } from './statistics.ts';

/** `app`: the whole application. `bare`: the floor it is measured against, on the same database. */
export type Arm = 'app' | 'bare';
/** Several children are several nodes, each with a port of its own. */
export type Served = { port: number; ports: readonly number[]; children: readonly ChildProcess[] };
export type Arms = { databaseUrl: string; servers: Record<Arm, Served> };

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
/** Not counted: rates rise for several blocks, until the engine has compiled what a request runs through. */
const WARM_BLOCKS = 4;
const BLOCKS = 10;
const BLOCK_MS = 2_000;

/** Runs `measure` on a database of its own, which the application and the bare server of that script share. */
export async function withBothArms<Result>(
  {
    adminUrl,
    dataFolder,
    bareScript,
    nodes = 1,
  }: { adminUrl: string; dataFolder: string; bareScript: URL; nodes?: number },
  measure: (arms: Arms) => Promise<Result>,
): Promise<Result> {
  const database = await createDatabase(adminUrl);
  const started: ChildProcess[] = [];
  const serve = async (starts: readonly ((port: number) => ChildProcess)[]): Promise<Served> => {
    const [ports, children]: [number[], ChildProcess[]] = [[], []];
    for (const start of starts) {
      const port = await freePort();
      const child = start(port);
      started.push(child);
      await untilReady(child);
      ports.push(port);
      children.push(child);
    }
    return { port: ports[0] ?? 0, ports, children };
  };
  const node = (port: number) => startApplication({ databaseUrl: database.url, dataFolder, port, nodes });
  const floor = (port: number) =>
    startPinned(fileURLToPath(bareScript), { DATABASE_URL: database.url, PORT: String(port) });
  try {
    const app = await serve(Array.from({ length: nodes }, () => node));
    const bare = await serve([floor]);
    return await measure({ databaseUrl: database.url, servers: { app, bare } });
  } finally {
    await Promise.all(started.map(stop));
    await database.drop();
  }
}

/** Runs `measure` on a database of its own, which the application serves alone. */
export async function withApplication<Result>(
  { adminUrl, dataFolder }: { adminUrl: string; dataFolder: string },
  measure: (served: { databaseUrl: string; port: number }) => Promise<Result>,
): Promise<Result> {
  const database = await createDatabase(adminUrl);
  const port = await freePort();
  const app = startApplication({ databaseUrl: database.url, dataFolder, port });
  try {
    await untilReady(app);
    return await measure({ databaseUrl: database.url, port });
  } finally {
    await stop(app);
    await database.drop();
  }
}

/** The built application, not ready yet. */
export function startApplication({
  databaseUrl,
  dataFolder,
  port,
  nodes = 1,
  preload,
  demo = false,
}: {
  databaseUrl: string;
  dataFolder: string;
  port: number;
  /** How many share the database. */
  nodes?: number;
  /** A module that the process loads before its own. */
  preload?: URL;
  /** With the demo world, told before it is ready. */
  demo?: boolean;
}): ChildProcess {
  return startPinned(MAIN, {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataFolder,
    SESSION_SECRET: SECRET,
    LOG_LEVEL: 'error',
    DEMO: String(demo),
    NODES: String(nodes),
    ...(preload && { NODE_OPTIONS: `--import ${preload.href}` }),
  });
}

type Compared = {
  /** What is counted, in the singular: “save”. */
  unit: string;
  /** How the floor is made: “bare Fastify + unnest”. */
  floor: string;
  /** Keeps one arm busy until that moment of `performance.now()`; returns how many were acknowledged. */
  block: (arm: Arm, untilMs: number) => Promise<number>;
};

/** A B B A …: the same work for the application and for the floor, one after the other on the same database. */
export async function compareArms(servers: Arms['servers'], { unit, floor, block }: Compared) {
  const rates: Record<Arm, number[]> = { app: [], bare: [] };
  const cpuMicros: Record<Arm, number[]> = { app: [], bare: [] };
  const run = async (arm: Arm, counts: boolean): Promise<void> => {
    const { children } = servers[arm];
    const cpuOf = () => children.reduce((sum, child) => sum + cpuSecondsOf(child), 0);
    const cpuBefore = cpuOf();
    const beganMs = performance.now();
    const answered = await block(arm, beganMs + BLOCK_MS);
    if (!counts) return;
    rates[arm].push((answered / (performance.now() - beganMs)) * 1000);
    cpuMicros[arm].push(((cpuOf() - cpuBefore) / answered) * 1e6);
  };
  for (let index = 0; index < WARM_BLOCKS + BLOCKS; index += 1) {
    const order = index % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const);
    for (const arm of order) await run(arm, index >= WARM_BLOCKS);
  }
  const ratio = ratioOfMedians(rates.app, rates.bare);
  const armOf = (arm: Arm, name: string) => ({
    name: `${unit}, ${name}`,
    [`${unit}s_per_s`]: Math.round(median(rates[arm])),
    [`cpu_us_per_${unit}`]: rounded(median(cpuMicros[arm]), 1),
    blocks: rates[arm].map(Math.round),
  });
  const interval = { low: rounded(ratio.low, 3), high: rounded(ratio.high, 3) };
  const arms = [{ ...armOf('app', 'application'), ratio_interval: interval }, armOf('bare', floor)];
  const cpuRatio = rounded(median(cpuMicros.app) / median(cpuMicros.bare), 2);
  return { ratio: rounded(ratio.ratio, 3), cpuRatio, arms };
}
