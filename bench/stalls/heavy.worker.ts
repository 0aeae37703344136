import { parentPort, workerData } from 'node:worker_threads';
import { fire, type Outcome, type Shot } from '../load/http-load.ts';
import type { BenchMember } from '../load/people.ts';
import { largeFile } from './world.ts';

export type HeavyWork = {
  port: number;
  organiser: BenchMember;
  others: readonly BenchMember[];
  sessionId: string;
  /** Over, with 50,000 attempts. */
  manyAttempts: string;
};
/** counts: whether a refusal is a fault, which it is not where one person asks for too much. */
type Heavy = { name: string; run: () => Promise<Outcome[]>; counts: boolean };
export type HeavyOutcome = { name: string; outcomes: Outcome[]; counts: boolean };

const work: HeavyWork = workerData;
parentPort?.postMessage(
  await Promise.all(
    heavyWork(work).map(async ({ name, run, counts }): Promise<HeavyOutcome> => {
      const outcomes = await run();
      return { name, counts, outcomes: outcomes.map((outcome) => ({ ...outcome, body: '' })) };
    }),
  ),
);

function heavyWork({ port, organiser, others, sessionId, manyAttempts }: HeavyWork): Heavy[] {
  const [printer, reader] = others;
  if (!printer || !reader) throw new Error('too few members');
  const get = (path: string, { cookie }: BenchMember) =>
    fire(port, { method: 'GET', path, cookie, body: '', acceptEncoding: 'br' });
  const ledger = `/api/qna-sessions/${sessionId}/ledger`;
  const many = (count: number, one: (index: number) => Promise<Outcome>) =>
    Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  return [
    { name: '5,000 questions', counts: true, run: () => importAll(port, organiser) },
    {
      name: '60 PDFs of one member',
      counts: false,
      run: () => many(60, () => get(`${ledger}.pdf`, printer)),
    },
    {
      name: '60 CSVs',
      counts: true,
      run: () => many(60, (index) => get(`${ledger}.csv?lang=en`, others[index + 2] ?? reader)),
    },
    {
      name: '50,000 attempts as a workbook',
      counts: true,
      run: async () => [await get(`/api/rounds/${manyAttempts}/attempts.xlsx`, organiser)],
    },
    {
      name: '100 descriptions',
      counts: true,
      run: () => many(100, () => get('/api/openapi.json', reader)),
    },
  ];
}

async function importAll(port: number, { cookie }: BenchMember): Promise<Outcome[]> {
  const shot = (method: string, path: string, body: object): Shot => ({
    method,
    path,
    cookie,
    body: JSON.stringify(body),
  });
  const file = { fileName: 'bench.csv', format: 'csv', text: largeFile() };
  const preview = await fire(port, shot('POST', '/api/question-imports', file));
  if (preview.status !== 201) throw new Error(`preview: ${preview.status} ${preview.body.slice(0, 300)}`);
  const { id } = JSON.parse(preview.body);
  const application = await fire(
    port,
    shot('PUT', `/api/question-imports/${id}/application`, { lines: 'all' }),
  );
  return [preview, application];
}
