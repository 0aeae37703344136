import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import type { Agent } from './world.js';

/** A file as somebody downloads it. */
export async function fileOf(who: Agent, path: string): Promise<{ name: string; content: Buffer }> {
  const answer = await who
    .get(path)
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });
  const content: unknown = answer.body;
  if (answer.status !== 200 || !Buffer.isBuffer(content)) throw new Error(`${path}: ${answer.status}`);
  const name = /filename="([^"]+)"/.exec(answer.headers['content-disposition'] ?? '')?.[1] ?? '';
  return { name, content };
}

/** A table as two readers see it that know nothing of each other. */
export function readBoth(csv: Buffer): unknown[][] {
  const text = csv.toString('utf8').replace(/^\ufeff/, '');
  return [
    parse(text, { relax_column_count: true }),
    Papa.parse<string[]>(text, { delimiter: ',' }).data.slice(0, -1),
  ];
}
