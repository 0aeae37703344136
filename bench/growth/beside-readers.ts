import { runLoad, type Shot } from '../load/http-load.ts';
import { addRound, addRunning, QUESTIONS, type GrowthRound, type GrowthWorld } from './world.ts';

const READERS = 100;
const SAVERS = 20;
const FOR_MS = 10_000;
const DAY_MS = 86_400_000;

/** How many saves are not answered with 200 while a hundred members read their results and the standings without a pause. */
export async function saveBesideReaders(
  port: number,
  world: GrowthWorld,
  { roundId }: GrowthRound,
): Promise<number> {
  const { client, people } = world;
  const open = await addRound(world, { title: 'Đang thi', closesAt: new Date(Date.now() + DAY_MS) });
  await addRunning(world, open, { count: people.length, endsAt: new Date(Date.now() + 2 * DAY_MS) });
  const attemptsOf = async (id: string): Promise<{ id: string; cookie: string }[]> => {
    const { rows } = await client.query<{ id: string; member_id: string }>(
      'SELECT id, member_id FROM attempt WHERE round_id = $1 AND member_id = ANY($2::uuid[])',
      [id, people.map((member) => member.id)],
    );
    const cookies = new Map(people.map((member) => [member.id, member.cookie]));
    return rows.map((row) => ({ id: row.id, cookie: cookies.get(row.member_id) ?? '' }));
  };
  const [results, attempts] = [await attemptsOf(roundId), await attemptsOf(open.roundId)];
  const untilMs = performance.now() + FOR_MS;
  let turn = 0;
  const nextRead = (): Shot => {
    turn += 1;
    const { id, cookie } = results[turn % results.length] ?? { id: '', cookie: '' };
    const path = turn % 2 === 0 ? `/api/attempts/${id}/result` : `/api/rounds/${roundId}/standings?limit=50`;
    return { method: 'GET', path, cookie, body: '' };
  };
  const nextSave = (): Shot => {
    turn += 1;
    const { id, cookie } = attempts[turn % attempts.length] ?? { id: '', cookie: '' };
    const response = { type: 'single_choice', choice: 'b' };
    return {
      method: 'PUT',
      path: `/api/attempts/${id}/answers/${(turn % QUESTIONS) + 1}`,
      cookie,
      body: JSON.stringify({ epoch: 1, sequence: 1_000 + turn, response }),
    };
  };
  let saved = 0;
  let refused = 0;
  const whileTime = (next: () => Shot) => () => (performance.now() < untilMs ? next() : null);
  await Promise.all([
    runLoad({ port, connections: READERS, next: whileTime(nextRead), onOutcome: () => undefined }),
    runLoad({
      port,
      connections: SAVERS,
      next: whileTime(nextSave),
      onOutcome: ({ status }) => (status === 200 ? (saved += 1) : (refused += 1)),
    }),
  ]);
  if (saved === 0) throw new Error('nothing was saved beside the readers');
  return refused;
}
