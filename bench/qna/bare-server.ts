import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';
import { inBatches } from '../load/batches.ts';

/**
 * The floor: the least that still keeps a vote. No sign-in, no checks, nobody is told; votes that arrive together are
 * written in one `unnest` statement and acknowledged after the commit.
 */
type Waiting = { inquiryId: string; voterId: string; up: boolean; id: number; socket: WebSocket };

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
await pool.query(
  'CREATE TABLE IF NOT EXISTS bare_vote (inquiry_id uuid, voter_id uuid, PRIMARY KEY (inquiry_id, voter_id))',
);

async function flush(batch: Waiting[]): Promise<void> {
  await pool.query(
    `WITH input AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) AS t (inquiry_id, voter_id, up)),
     taken AS (DELETE FROM bare_vote USING input WHERE NOT up AND bare_vote.inquiry_id = input.inquiry_id
       AND bare_vote.voter_id = input.voter_id)
     INSERT INTO bare_vote SELECT inquiry_id, voter_id FROM input WHERE up ON CONFLICT (inquiry_id, voter_id) DO NOTHING`,
    [batch.map((one) => one.inquiryId), batch.map((one) => one.voterId), batch.map((one) => one.up)],
  );
  for (const one of batch) one.socket.send(String(one.id));
}

const write = inBatches(flush);
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('message', (raw: Buffer) => {
    write({ ...JSON.parse(raw.toString()), socket });
  });
});

process.on('SIGTERM', () => {
  void pool.end().then(() => process.exit(0));
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ type: 'ready' }));
