import { fire } from '../load/http-load.ts';
import type { GrowthWorld } from './world.ts';

/** `finalEarly`: how often standings were called official while an attempt was still to be closed. */
export type Closing = { perSecond: number; finalEarly: number };

const LOOK_EVERY_MS = 100;
const LIMIT_MS = 300_000;

/** Watches the server close a round whose attempts are all overdue. */
export async function followClosing(
  port: number,
  { client, organiser }: GrowthWorld,
  { roundId, count }: { roundId: string; count: number },
): Promise<Closing> {
  // Only whether there are any: to count them all each time would take a third of a processor from the server's database.
  const isRunning = async (): Promise<boolean> => {
    const { rows } = await client.query(
      `SELECT FROM attempt WHERE round_id = $1 AND state = 'running' LIMIT 1`,
      [roundId],
    );
    return rows.length > 0;
  };
  const path = `/api/rounds/${roundId}/standings?limit=1`;
  const isFinal = async (): Promise<boolean> => {
    const { status, body } = await fire(port, { method: 'GET', path, cookie: organiser.cookie, body: '' });
    return status === 200 && JSON.parse(body).final === true;
  };
  const beganMs = performance.now();
  let finalEarly = 0;
  for (;;) {
    const final = await isFinal();
    const running = await isRunning();
    if (final && running) finalEarly += 1;
    if (!running) {
      const seconds = (performance.now() - beganMs) / 1000;
      return { perSecond: count / seconds, finalEarly };
    }
    if (performance.now() - beganMs > LIMIT_MS) throw new Error('some attempts were not closed');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
