import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Acts } from '../../../server/platform/act/acts.service.js';
import { failure } from '../../../shared/kernel/failure.js';
import { memberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { auditOf } from '../account/people.js';
import { TestApp } from '../../support/app.js';

const taken = failure('test.taken', 409);

let world: TestApp;
let acts: Acts;
const viewer: Viewer = { memberId: memberId.parse(v7()), sessionId: v7(), unitPath: [], grants: [] };
beforeAll(async () => {
  world = await TestApp.start();
  acts = world.app.get(Acts);
  await world.database.query('CREATE TABLE act (id uuid PRIMARY KEY, name text CONSTRAINT act_name UNIQUE)');
});
afterAll(() => world.stop());

const name = (id: string, value: string) =>
  acts.run(
    viewer,
    async (tx) => {
      await tx.query('INSERT INTO act (id, name) VALUES ($1, $2)', [id, value]);
      return { action: 'test.name', subjectId: id, details: { value } };
    },
    [['act_name', taken]],
  );

const isWritten = async (id: string): Promise<boolean> => {
  const rows: unknown = await world.database.query('SELECT 1 FROM act WHERE id = $1', [id]);
  return Array.isArray(rows) && rows.length > 0;
};

describe('an act', () => {
  it('is there when it returns, with its row in the log', async () => {
    const id = v7();
    const done = await name(id, 'một');
    expect(done).toEqual({ action: 'test.name', subjectId: id, details: { value: 'một' } });
    expect(await isWritten(id)).toBe(true);
    expect(await auditOf(world, id)).toEqual([
      { actor_id: viewer.memberId, action: 'test.name', details: { value: 'một' } },
    ]);
  });

  it('that changes nothing leaves no row', async () => {
    const rowsBefore: unknown = await world.database.query('SELECT count(*) FROM audit_log');
    expect(await acts.run(viewer, () => Promise.resolve(null))).toBeNull();
    expect(await world.database.query('SELECT count(*) FROM audit_log')).toEqual(rowsBefore);
  });

  it('that fails leaves neither', async () => {
    const id = v7();
    const failing = acts.run(viewer, async (tx) => {
      await tx.query('INSERT INTO act (id, name) VALUES ($1, $2)', [id, 'hai']);
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect([await isWritten(id), await auditOf(world, id)]).toEqual([false, []]);
  });

  it('whose log cannot be written is not done', async () => {
    const id = v7();
    const unlogged = acts.run(viewer, async (tx) => {
      await tx.query('INSERT INTO act (id, name) VALUES ($1, $2)', [id, 'ba']);
      return { action: 'test.name', subjectId: 'no id' };
    });
    await expect(unlogged).rejects.toThrow();
    expect(await isWritten(id)).toBe(false);
  });

  it('of two at once that want one name, one is told that it is taken', async () => {
    const results = await Promise.allSettled([name(v7(), 'bốn'), name(v7(), 'bốn')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: taken } });
  });

  it('passes on a conflict that nobody foresaw', async () => {
    const id = v7();
    await name(id, 'năm');
    await expect(name(id, 'sáu')).rejects.not.toMatchObject({ kind: taken });
  });
});
