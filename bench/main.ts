import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAttempts } from './attempts/attempts.bench.ts';
import { benchFirstVisit } from './first-visit/first-visit.bench.ts';
import { benchGrowth } from './growth/growth.bench.ts';
import { benchQna } from './qna/qna.bench.ts';
import { benchStalls } from './stalls/stalls.bench.ts';
import { writeResult, type BenchResult } from './write-result.ts';

const benches: Record<string, (adminUrl: string, dataFolder: string) => Promise<BenchResult>> = {
  attempts: benchAttempts,
  'first-visit': benchFirstVisit,
  growth: benchGrowth,
  qna: benchQna,
  stalls: benchStalls,
};

/** `node bench/main.ts attempts` with BENCH_DATABASE_URL: runs a benchmark and writes bench/results/<name>.json. */
const [name = ''] = process.argv.slice(2);
const bench = benches[name];
const adminUrl = process.env['BENCH_DATABASE_URL'];
if (!bench || !adminUrl) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'haidang-bench-'));
try {
  const { arms, figures } = await bench(adminUrl, folder);
  writeResult(name, { arms, figures });
  console.table(arms.map((arm) => ({ ...arm, blocks: undefined, ratio_interval: undefined })));
  console.table(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
