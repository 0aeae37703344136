import pg from 'pg';
import { compareArms, type Arm, type Arms } from '../load/arms.ts';
import { connectBareVoter, connectVoter, type Voter } from '../load/socket-load.ts';
import type { QnaWorld, Session } from './world.ts';

/** Everybody over a connection of their own to either arm, shared out evenly among the nodes. */
export async function connectAll(
  { app, bare }: Arms['servers'],
  { members, voting }: QnaWorld,
): Promise<Record<Arm, Voter[]>> {
  const voters: Record<Arm, Voter[]> = { app: [], bare: [] };
  for (let start = 0; start < members.length; start += 100) {
    const some = members.slice(start, start + 100);
    voters.app.push(
      ...(await Promise.all(
        some.map(({ cookie }, index) =>
          connectVoter({
            url: `ws://127.0.0.1:${app.ports[index % app.ports.length]}`,
            cookie,
            sessionId: voting.id,
          }),
        ),
      )),
    );
    voters.bare.push(
      ...(await Promise.all(some.map(({ id }) => connectBareVoter(`ws://127.0.0.1:${bare.port}`, id)))),
    );
  }
  return voters;
}

/** Everybody votes as fast as votes are acknowledged, in the application and over bare WebSockets. */
export async function compareVotes(
  servers: Arms['servers'],
  voters: Record<Arm, Voter[]>,
  { inquiries }: Session,
) {
  const turns: Record<Arm, number> = { app: 0, bare: 0 };
  return compareArms(servers, {
    unit: 'vote',
    floor: 'bare WebSocket + unnest',
    block: async (arm, untilMs) => {
      let answered = 0;
      await Promise.all(
        voters[arm].map(async (voter, index) => {
          for (let turn = turns[arm]; performance.now() < untilMs; turn += 1) {
            const { id } = inquiries[(index + turn) % inquiries.length] ?? { id: '' };
            // Once through all questions in support, once through all taking it back, and so on.
            await voter.vote({ inquiryId: id, up: Math.floor(turn / inquiries.length) % 2 === 0 });
            answered += 1;
          }
        }),
      );
      turns[arm] += inquiries.length;
      return answered;
    },
  });
}

/** What the room is shown is what was voted: the counts of the session are its rows. Returns them by question. */
export async function checkVotes(databaseUrl: string, { id }: Session): Promise<ReadonlyMap<string, number>> {
  await sleep(1_500);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; told: number; votes: number }>(
    `SELECT id, vote_count AS told, (SELECT count(*)::int FROM inquiry_vote WHERE inquiry_id = inquiry.id) AS votes
     FROM inquiry WHERE session_id = $1`,
    [id],
  );
  await client.end();
  const wrong = rows.filter(({ told, votes }) => told !== votes);
  if (wrong.length > 0) throw new Error(`counts of ${wrong.length} questions are wrong`);
  return new Map(rows.map(({ id: inquiryId, votes }) => [inquiryId, votes]));
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
