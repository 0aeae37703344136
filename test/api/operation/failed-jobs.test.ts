import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEvent } from '../../../server/platform/outbox/event.js';
import { Outbox } from '../../../server/platform/outbox/outbox.service.js';
import { failedJobPage, type FailedJob } from '../../../shared/operation/failed-job.schema.js';
import { auditOf, byPerson, codeOf, populate, REFUSED, type People } from '../account/people.js';
import { TestApp } from '../../support/app.js';
import { exhaustRetries, retriesAreDue } from '../../support/retries.js';

const SECRET = 'Tôi xin giấu tên';
const letterPosted = defineEvent('test.letter_posted', z.object({ to: z.string().min(1), text: z.string() }));

/** A postman who is told for whom to stumble, how often. */
const stumbles = new Map<string, number>();
const delivered: string[] = [];
const hinted: string[] = [];

@Injectable()
class Postman implements OnModuleInit {
  constructor(private readonly outbox: Outbox) {}

  onModuleInit(): void {
    this.outbox.on(letterPosted, 'test.deliver', ({ to, text }) => {
      const left = stumbles.get(to) ?? 0;
      stumbles.set(to, left - 1);
      if (left > 0) throw new RangeError(`cannot deliver “${text}” to ${to}`);
      delivered.push(to);
    });
    this.outbox.on(letterPosted, 'test.file_away', () => undefined);
    this.outbox.hint(letterPosted, ({ to }) => {
      hinted.push(to);
      throw new Error('nobody listens');
    });
  }
}

@Module({ providers: [Postman] })
class PostModule {}

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start({}, { modules: [PostModule] });
  people = await populate(world);
});
afterAll(() => world.stop());

async function post(to: string, failures: number): Promise<void> {
  stumbles.set(to, failures);
  const outbox = world.app.get(Outbox);
  await world.database.transaction((tx) => outbox.add(tx, letterPosted, [{ to, text: SECRET }]));
}

async function failedJobs(): Promise<FailedJob[]> {
  const answer = await people.admin.get('/api/failed-jobs');
  return failedJobPage.parse(answer.body).items;
}

/** Posts a letter that never arrives and gives its entry in the list. */
async function deadLetterTo(to: string): Promise<FailedJob> {
  await post(to, Number.POSITIVE_INFINITY);
  await expect.poll(() => hinted).toContain(to);
  await exhaustRetries(world);
  const [failed] = await failedJobs();
  if (!failed) throw new Error('the letter was not given up');
  return failed;
}

describe('a durable handler', () => {
  it('that throws twice is tried a third time, and nobody is bothered', async () => {
    await post('Lan', 2);
    await expect.poll(() => stumbles.get('Lan')).toBe(1);
    expect(delivered).not.toContain('Lan');
    await expect.poll(async () => retriesAreDue(world).then(() => delivered)).toContain('Lan');
    expect(await failedJobs()).toEqual([]);
  });

  it('waits longer after each try', async () => {
    await noteWaits();
    await post('Minh', Number.POSITIVE_INFINITY);
    for (let tries = 1; tries <= 4; tries += 1) {
      await expect.poll(async () => (await waits()).length, { interval: 20 }).toBe(tries);
      await retriesAreDue(world);
    }
    // Twice as long each time, and up to as much again, so that many that fail together do not come back together.
    for (const [index, seconds] of (await waits()).entries()) {
      expect(seconds).toBeGreaterThanOrEqual(2 ** (index + 1));
      expect(seconds).toBeLessThanOrEqual(2 ** (index + 2));
    }
    stumbles.set('Minh', 0);
    await exhaustRetries(world);
    expect(delivered).toContain('Minh');
  });

  it('that always throws ends in the list of administrators, without a word of what it was about', async () => {
    const failed = await deadLetterTo('Hoa');
    expect(failed).toMatchObject({ name: 'test.deliver', error: 'RangeError', tries: 13 });
    expect(Date.parse(failed.failedAt)).toBeGreaterThanOrEqual(Date.parse(failed.since));
    const answer = await people.admin.get('/api/failed-jobs');
    expect(answer.text).not.toContain(SECRET);
    expect(answer.text).not.toContain('Hoa');
  });

  it('is run again by an administrator, with all its tries', async () => {
    const failed = await deadLetterTo('Dung');
    stumbles.set('Dung', 1);
    expect((await people.admin.post(`/api/failed-jobs/${failed.id}/run`)).status).toBe(204);
    expect((await failedJobs()).map(({ id }) => id)).not.toContain(failed.id);
    await exhaustRetries(world);
    expect(delivered).toContain('Dung');
    const [audit] = await auditOf(world, failed.id);
    expect(audit).toMatchObject({
      actor_id: people.admin.memberId,
      action: 'job.run_again',
      details: { name: 'test.deliver', error: 'RangeError', tries: 13 },
    });
  });

  it('is left undone by an administrator', async () => {
    const failed = await deadLetterTo('Tâm');
    expect((await people.admin.delete(`/api/failed-jobs/${failed.id}`)).status).toBe(204);
    expect((await failedJobs()).map(({ id }) => id)).not.toContain(failed.id);
    expect(await auditOf(world, failed.id)).toMatchObject([{ action: 'job.skip' }]);
    const again = await people.admin.delete(`/api/failed-jobs/${failed.id}`);
    expect([again.status, codeOf(again)]).toEqual([404, 'not_found']);
  });

  it('is decided on once, also by two administrators at the same moment', async () => {
    const failed = await deadLetterTo('Sơn');
    const answers = await Promise.all([
      people.admin.post(`/api/failed-jobs/${failed.id}/run`),
      people.admin.delete(`/api/failed-jobs/${failed.id}`),
      people.admin.post(`/api/failed-jobs/${failed.id}/run`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await auditOf(world, failed.id)).toHaveLength(1);
    stumbles.set('Sơn', 0);
    await exhaustRetries(world);
  });
});

it('writes down no event that does not fit its schema', async () => {
  await expect(post('', 0)).rejects.toThrow(z.ZodError);
});

describe('the list', () => {
  it('comes in pages, the latest first', async () => {
    for (const name of ['một', 'hai', 'ba']) await deadLetterTo(name);
    const whole = await failedJobs();
    const first = failedJobPage.parse((await people.admin.get('/api/failed-jobs?limit=2')).body);
    const rest = failedJobPage.parse(
      (await people.admin.get(`/api/failed-jobs?limit=100&cursor=${first.next ?? ''}`)).body,
    );
    expect([...first.items, ...rest.items]).toEqual(whole);
    expect(whole.map(({ failedAt }) => failedAt)).toEqual(
      whole.map(({ failedAt }) => failedAt).sort((one, two) => (one < two ? 1 : -1)),
    );
    expect((await people.admin.get('/api/failed-jobs?cursor=bm8')).status).toBe(400);
  });

  it('is for administrators of the whole organisation', async () => {
    const failed = await deadLetterTo('Quý');
    const refused = { ...REFUSED, northAdmin: 403 };
    const path = `/api/failed-jobs/${failed.id}`;
    expect(await byPerson(people, (agent) => agent.get('/api/failed-jobs'))).toEqual({
      ...refused,
      admin: 200,
    });
    expect(await byPerson(people, (agent) => agent.post(`${path}/run`))).toEqual({ ...refused, admin: 204 });
    expect(await byPerson(people, (agent) => agent.delete(path))).toEqual({ ...refused, admin: 404 });
    expect((await people.admin.post(`/api/failed-jobs/${v7()}/run`)).status).toBe(404);
  });
});

/** From here on the queue's own transaction writes down how long it lets a letter wait. */
async function noteWaits(): Promise<void> {
  await world.database.query(`
    CREATE TABLE wait (retries int, seconds float8);
    CREATE FUNCTION note_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO wait VALUES (NEW.retry_count, extract(epoch FROM NEW.start_after - now()));
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_wait AFTER INSERT ON pgboss.job FOR EACH ROW
      WHEN (NEW.state = 'retry' AND NEW.name = 'test.deliver') EXECUTE FUNCTION note_wait()`);
}

const waitRow = z.array(z.object({ seconds: z.number() }));

async function waits(): Promise<number[]> {
  const rows: unknown = await world.database.query('SELECT seconds FROM wait ORDER BY retries LIMIT 4');
  return waitRow.parse(rows).map(({ seconds }) => seconds);
}
