import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { databaseParts } from '../../../server/database/schema.js';
import { createDataSource } from '../../../server/platform/database/data-source.js';
import { OneTransaction } from '../../../server/platform/database/one-transaction.js';
import { cloneDatabase, configFor } from '../../support/database.js';

const ADD = `INSERT INTO outbox (topic, payload) VALUES ($1, '{}')`;

let database: { url: string; drop: () => Promise<void> };
let outside: DataSource;
beforeAll(async () => {
  database = await cloneDatabase();
  outside = createDataSource(configFor(database.url), databaseParts, () => undefined);
  await outside.initialize();
});
afterAll(async () => {
  await outside.destroy();
  await database.drop();
});

const begin = (): Promise<OneTransaction> =>
  OneTransaction.begin(configFor(database.url), databaseParts, () => undefined);
const topics = async (source: DataSource): Promise<unknown> =>
  source.query('SELECT array_agg(topic ORDER BY id) AS topics FROM outbox');

describe('a data source that is one transaction', () => {
  it('keeps nothing when it is closed, nor shows it meanwhile', async () => {
    const world = await begin();
    await world.query(ADD, ['bare']);
    await world.transaction((tx) => tx.query(ADD, ['in a step']));
    expect(await topics(world)).toEqual([{ topics: ['bare', 'in a step'] }]);
    expect(await topics(outside)).toEqual([{ topics: null }]);
    await world.destroy();
    expect(await topics(outside)).toEqual([{ topics: null }]);
  });

  it('undoes a step that failed and goes on, with steps that come at once one after the other', async () => {
    const world = await begin();
    const failing = world.transaction(async (tx) => {
      await tx.query(ADD, ['undone']);
      await tx.query('SELECT 1 / 0');
    });
    const others = ['one', 'two', 'three'].map((topic) =>
      world.transaction(async (tx) => {
        await tx.query(ADD, [topic]);
      }),
    );
    await expect(failing).rejects.toThrow('division by zero');
    await Promise.all(others);
    await world.commit();
    await world.destroy();
    expect(await topics(outside)).toEqual([{ topics: ['one', 'two', 'three'] }]);
    await outside.query('DELETE FROM outbox');
  });

  it('takes what begins on a connection that somebody holds, and inside of a step, for steps as well', async () => {
    const world = await begin();
    const holder = world.createQueryRunner();
    await holder.manager.transaction((tx) => tx.query(ADD, ['held']));
    await holder.release();
    const outer = world.transaction(async (tx) => {
      await tx.query(ADD, ['outer']);
      await tx
        .transaction(async (inner) => {
          await inner.query(ADD, ['inner']);
          throw new Error('inside');
        })
        .catch(() => undefined);
      throw new Error('outside');
    });
    await expect(outer).rejects.toThrow('outside');
    expect(await topics(world)).toEqual([{ topics: ['held'] }]);
    expect(await topics(outside)).toEqual([{ topics: null }]);
    await world.destroy();
    expect(await topics(outside)).toEqual([{ topics: null }]);
  });

  it('never goes on outside of the transaction when its connection is lost', async () => {
    const world = await begin();
    await world.query(ADD, ['lost']);
    await outside.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    await expect
      .poll(async () => world.query(ADD, ['after']).catch(String))
      .toContain('lost in the middle of its transaction');
    await world.destroy();
    expect(await topics(outside)).toEqual([{ topics: null }]);
  });
});
