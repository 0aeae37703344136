/**
 * Preloaded into a server: `attempt.submitted` has a durable handler, which leaves a mark in the table `mark`. A row in
 * the table `fault` has the process die once, by a kill that flushes nothing: with `taken` after the event became a job
 * and before anybody does it, with `handling` in the middle of the handler.
 */
import { resolve } from 'node:path';
import pg from 'pg';

const built = (path) => import(resolve('dist/server/platform', path));
const { Outbox } = await built('outbox/outbox.service.js');
const { Jobs } = await built('jobs/jobs.service.js');

const database = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 1,
  allowExitOnIdle: true,
  idleTimeoutMillis: 100,
});
database.on('error', () => undefined);

async function dieIf(kind) {
  const { rowCount } = await database.query('DELETE FROM fault WHERE kind = $1', [kind]);
  if (rowCount !== 0) process.kill(process.pid, 'SIGKILL');
}

const { hint, tell } = Outbox.prototype;
Outbox.prototype.hint = function hintAndMark(event, handler) {
  if (event.name === 'attempt.submitted')
    this.on(event, 'test.mark', async ({ attemptId }) => {
      await dieIf('handling');
      await database.query('INSERT INTO mark (attempt_id) VALUES ($1)', [attemptId]);
    });
  hint.call(this, event, handler);
};
Outbox.prototype.tell = async function dieOrTell(row) {
  await dieIf('taken');
  await tell.call(this, row);
};
// Nobody hurries to the job, so that the kill comes first.
Jobs.prototype.wake = () => undefined;
