import { z } from 'zod';
import type { BenchResult } from '../write-result.ts';

/** As much of the mutation testing report (schema version 2) as the scores need. */
const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);

type Counts = { killed: number; survived: number; uncovered: number };

/**
 * How many of the breaks the tests noticed, by file and in all: one they never ended on was noticed, one no test reached
 * was not. Scores in %, to one decimal; files without a break that counts are left out.
 */
export function scoresOf(found: unknown): BenchResult {
  const files = Object.entries(report.parse(found).files)
    .map(([file, { mutants }]) => ({ file, ...countsOf(mutants.map(({ status }) => status)) }))
    .filter((counts) => counts.killed + counts.survived > 0);
  const sum = (pick: keyof Counts) => files.reduce((total, counts) => total + counts[pick], 0);
  const all = { killed: sum('killed'), survived: sum('survived'), uncovered: sum('uncovered') };
  return {
    arms: files.map((counts) => ({ ...counts, score: scoreOf(counts) })),
    figures: { score: scoreOf(all), mutants: all.killed + all.survived, uncovered: all.uncovered },
  };
}

/** `survived` counts those, too, that no test reached; `uncovered` counts them alone. */
function countsOf(statuses: readonly string[]): Counts {
  return {
    killed: statuses.filter((status) => NOTICED.has(status)).length,
    survived: statuses.filter((status) => UNNOTICED.has(status)).length,
    uncovered: statuses.filter((status) => status === 'NoCoverage').length,
  };
}

function scoreOf({ killed, survived }: Counts): number {
  return killed + survived === 0 ? 100 : Math.round((1000 * killed) / (killed + survived)) / 10;
}
