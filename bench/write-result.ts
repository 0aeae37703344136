import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was measured: the parts it was measured on, and the figures that sum them up. */
export type BenchResult = { arms: object[]; figures: Record<string, number> };

/** Writes bench/results/<name>.json with the machine it was measured on: figures mean nothing without it. */
export function writeResult(name: string, { arms, figures }: BenchResult): void {
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
}
