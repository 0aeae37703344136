import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { INestApplicationContext } from '@nestjs/common';
import { FirstAdministrator } from '../../../server/account/first-administrator.service.js';
import { AttemptClosing } from '../../../server/contest/attempt/attempt-closing.service.js';
import { LiveService } from '../../../server/contest/live/live.service.js';
import { databaseParts } from '../../../server/database/schema.js';
import { DemoService } from '../../../server/demo/demo.service.js';
import { StoryClock } from '../../../server/demo/story-clock.js';
import type { World } from '../../../server/demo/world.rules.js';
import { OneTransaction } from '../../../server/platform/database/one-transaction.js';
import { createLogger } from '../../../server/platform/log.js';
import { Outbox } from '../../../server/platform/outbox/outbox.service.js';
import { storyOn } from '../../../server/prepare.js';
import { QnaLive } from '../../../server/qna/live/qna-live.service.js';
import { TestApp } from '../../support/app.js';
import { cloneDatabase, configFor } from '../../support/database.js';
import { openDatabase, readTold, tellOn, type Told } from './told.js';

const HOUR = 3_600_000;
const FULL = 'Hiến pháp và pháp luật trong công việc';
const OPEN = 'Báo chí Việt Nam qua các thời kỳ';
const NOW_ON = 'Bảo vệ dữ liệu cá nhân trong cơ quan báo chí';

let quiet: Told;
let logins: number;
beforeAll(async () => {
  const { url, drop } = await cloneDatabase();
  ({ logins } = await tellOn(url));
  const database = await openDatabase(url);
  quiet = await readTold(database);
  await database.destroy();
  await drop();
});

describe('the demo world', () => {
  it('holds the people it invents, five of whom show their logins', () => {
    expect(quiet.people).toHaveLength(200);
    expect(logins).toBe(5);
    expect(quiet.people.find(({ code }) => code === 'HD-0005')).toEqual({
      code: 'HD-0005',
      full_name: 'Đinh Công Sơn',
      unit: 'Văn phòng',
      roles: ['admin'],
    });
  });

  it('has everybody who took part hand in some points by themselves, numbered in the order of their starts', () => {
    for (const [round, entrants] of [
      [FULL, 152],
      [OPEN, 64],
    ] as const) {
      const places = quiet.places.filter((place) => place.round === round);
      expect(places, round).toHaveLength(entrants);
      expect(places.filter(({ closed_by }) => closed_by !== 'member')).toEqual([]);
      expect(places.filter(({ points }) => points <= 0)).toEqual([]);
      expect(places.map(({ number }) => number).toSorted((one, two) => one - two)).toEqual(
        Array.from({ length: entrants }, (_, index) => index + 1),
      );
    }
    expect(quiet.places).toHaveLength(152 + 64);
  });

  it('has its questions asked, supported and settled as they are written', () => {
    const now = quiet.inquiries.filter(({ session }) => session === NOW_ON);
    const states = now.map(({ state }) => state);
    expect(
      Object.fromEntries([...Map.groupBy(states, String)].map(([state, all]) => [state, all.length])),
    ).toEqual({
      answered: 5,
      answering: 1,
      approved: 9,
      pending: 6,
      merged: 1,
      declined: 1,
    });
    const [first] = now;
    expect(first).toMatchObject({
      votes: 37,
      cast: 37,
      asked: 65_000,
      answered: 65_000 + 6 * 60_000,
      answer_seconds: 95 + 37,
      steps: ['asked', 'approved', 'answering', 'answered_on_air'],
    });
    expect(now.find(({ state }) => state === 'answering')?.votes).toBe(58);
    expect(now.filter(({ is_next }) => is_next).map(({ votes }) => votes)).toEqual([42]);
    const before = quiet.inquiries.filter(({ ended }) => ended);
    expect(new Set(before.map(({ session }) => session)).size).toBe(1);
    expect(before.filter(({ state }) => state === 'approved').map(({ votes }) => votes)).toEqual([9]);
  });
});

describe('a world that is told while everything that works by itself does so as hard as it can', () => {
  let world: TestApp;
  let beats = 0;
  let second: Awaited<ReturnType<typeof tellOn>>;
  let administrator: unknown;
  beforeAll(async () => {
    world = await TestApp.start();
    const { app, databaseUrl } = world;
    let told = false;
    const begun = Promise.withResolvers<void>();
    const first = tellOn(databaseUrl, begun.resolve).finally(() => (told = true));
    await Promise.race([begun.promise, first]);
    const others = Promise.all([tellOn(databaseUrl), app.get(FirstAdministrator).ensure()]);
    while (!told) {
      await app.get(AttemptClosing).closeOverdue(new Date(world.now().getTime() + 1_000 * HOUR));
      await app.get(LiveService).beat();
      await app.get(QnaLive).countMissed();
      app.get(Outbox).wake();
      if (beats % 10 === 0) await world.advance(HOUR);
      beats += 1;
    }
    await first;
    [second, administrator] = await others;
  });
  afterAll(() => world.stop());

  it('is the same: neither a sweep nor a clock that runs away changes anything of it', async () => {
    expect(beats).toBeGreaterThan(10);
    expect(await readTold(world.database)).toEqual(quiet);
  });

  it('keeps others who would fill the database waiting: they make no second world and no administrator', () => {
    expect(second).toEqual({ logins: 5, progress: ['waiting for another copy that fills this database'] });
    expect(administrator).toBeNull();
  });
});

it('is not told in a database of somebody’s own', async () => {
  const world = await TestApp.start();
  await world.app.get(FirstAdministrator).ensure();
  expect(await tellOn(world.databaseUrl)).toEqual({ logins: 0, progress: [] });
  expect((await readTold(world.database)).people).toHaveLength(1);
  await world.stop();
});

describe('a world that did not come out right', () => {
  let database: { url: string; drop: () => Promise<void> };
  let source: OneTransaction;
  let context: INestApplicationContext;
  let meant: World;
  beforeAll(async () => {
    database = await cloneDatabase();
    const config = configFor(database.url);
    source = await OneTransaction.begin(config, databaseParts, () => undefined);
    const clock = new StoryClock(new Date());
    context = await storyOn(source, { config, logger: createLogger('silent'), clock });
    meant = await context.get(DemoService).fill(() => undefined);
  });
  afterAll(async () => {
    await context.close();
    await database.drop();
  });

  it('is not what is told', async () => {
    await expect(context.get(DemoService).check(meant)).resolves.toBeUndefined();
  });

  it.each([
    [
      'points',
      `UPDATE attempt SET points = 0 WHERE id = (SELECT min(id::text)::uuid FROM attempt)`,
      'have no points',
    ],
    [
      'answers',
      `DELETE FROM answer WHERE attempt_id = (SELECT min(id::text)::uuid FROM attempt)`,
      'answers 0 instead of',
    ],
    [
      'a place',
      `DELETE FROM round_result WHERE attempt_id = (SELECT min(id::text)::uuid FROM attempt)`,
      'ranked -1',
    ],
    [
      'a submission',
      `UPDATE attempt SET closed_by = 'server' WHERE id = (SELECT min(id::text)::uuid FROM attempt)`,
      'submittedBy server instead of member',
    ],
    ['a vote', `DELETE FROM inquiry_vote WHERE ctid = (SELECT min(ctid) FROM inquiry_vote)`, 'cast'],
    [
      'a count of votes',
      `UPDATE inquiry SET vote_count = 57 WHERE vote_count = 58`,
      'votes 57 instead of 58',
    ],
    [
      'a question’s state',
      `UPDATE inquiry SET state = 'approved', is_next = false WHERE state = 'pending'`,
      'state approved',
    ],
    ['an end', `UPDATE qna_session SET ended_at = NULL`, 'has not ended'],
    [
      'a review',
      `UPDATE question SET review_state = 'draft' WHERE id = (SELECT min(id::text)::uuid FROM question)`,
      'questions',
    ],
    ['a role', `DELETE FROM role_grant WHERE role = 'moderator'`, 'roles 3 instead of 4'],
    ['a contest', `UPDATE contest SET state = 'cancelled'`, 'contests 0 instead of 3'],
  ])('is noticed by %s that is other than meant', async (_what, change, sentence) => {
    await source.query('SAVEPOINT whole');
    await source.query(change);
    await expect(context.get(DemoService).check(meant)).rejects.toThrow(sentence);
    await source.query('ROLLBACK TO SAVEPOINT whole');
  });
});

it('leaves nothing of a world that failed its check', async () => {
  const { url, drop } = await cloneDatabase();
  const database = await openDatabase(url);
  await database.query(`
    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.points := 0; RETURN NEW; END $$;
    CREATE TRIGGER lose BEFORE INSERT OR UPDATE ON round_result FOR EACH ROW EXECUTE FUNCTION lose()`);
  await expect(tellOn(url)).rejects.toThrow(/did not come out as it is meant.*152 of 152 entries are wrong/);
  expect(await readTold(database)).toEqual({ people: [], places: [], inquiries: [] });
  await database.destroy();
  await drop();
});
