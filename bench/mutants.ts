import { readFileSync } from 'node:fs';
import { scoresOf } from './mutants/scores.ts';
import { writeResult } from './write-result.ts';

/** `node bench/mutants.ts <report.json>`: sums a mutation testing report up in bench/results/mutants.json. */
const [report = ''] = process.argv.slice(2);
const result = scoresOf(JSON.parse(readFileSync(report, 'utf8')));
writeResult('mutants', result);
console.table(result.arms);
console.table(result.figures);
