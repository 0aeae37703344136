import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchAttempts } from './attempts/attempts.bench.ts';
import { benchQna } from './qna/qna.bench.ts';

type BenchResult = { arms: object[]; figures: Record<string, number> };

const benches: Record<string, (adminUrl: string, dataFolder: string) => Promise<BenchResult>> = {
  attempts: benchAttempts,
  qna: benchQna,
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
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: type(),
    node: process.version,
  };
  const results = fileURLToPath(new URL('./results', import.meta.url));
  mkdirSync(results, { recursive: true });
  const report = { name, at: new Date().toISOString(), machine, arms, figures };
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  console.table(arms.map((arm) => ({ ...arm, blocks: undefined, ratio_interval: undefined })));
  console.table(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
