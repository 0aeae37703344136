import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Passwords } from '../../../../server/account/session/passwords.service.js';
import { memberView } from '../../../../shared/account/account.schema.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD, type Agent } from '../../../support/world.js';
import { populate, type People } from '../people.js';

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

const waitingRow = z.tuple([z.object({ waiting: z.number() })]);

/** Resolves once that many changes of roles wait for their turn. */
async function waiting(wanted: number): Promise<void> {
  const count = async () => {
    const rows: unknown = await world.database.query(
      `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'role_grant'::regclass
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return waitingRow.parse(rows)[0].waiting;
  };
  await expect.poll(count).toBe(wanted);
}

/** Lets the calls queue for the roles in this order, and returns what each was answered. */
async function queued(calls: readonly (() => PromiseLike<{ status: number }>)[]): Promise<number[]> {
  const gate = world.database.createQueryRunner();
  await gate.startTransaction();
  await gate.query('LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE');
  const answers: Promise<{ status: number }>[] = [];
  try {
    for (const call of calls) {
      answers.push(Promise.resolve(call()));
      await waiting(answers.length);
    }
  } finally {
    await gate.commitTransaction();
    await gate.release();
  }
  return (await Promise.all(answers)).map(({ status }) => status);
}

describe('an administrator whose role is being taken away', () => {
  const rolesOf = async (who: Agent) =>
    memberView.parse((await people.admin.get(`/api/members/${who.memberId}`)).body).roles;
  const whole = () => world.member({ unitId: people.units.office, roles: [{ role: 'admin' }] });
  const demote = (who: Agent) => () => people.admin.put(`/api/members/${who.memberId}/roles`, { roles: [] });

  it('cannot take it back with what was on its way', async () => {
    const demoted = await whole();
    const roles = [{ role: 'admin', unitId: null }];
    const regain = () => demoted.put(`/api/members/${demoted.memberId}/roles`, { roles });
    expect(await queued([demote(demoted), regain])).toEqual([200, 403]);
    expect(await rolesOf(demoted)).toEqual([]);
  });

  it('makes nobody else one any more, and sends nobody away', async () => {
    const [demoted, friend] = [await whole(), people.member];
    const roles = [{ role: 'admin', unitId: null }];
    const answers = await queued([
      demote(demoted),
      () => demoted.put(`/api/members/${friend.memberId}/roles`, { roles }),
      () => demoted.put(`/api/units/${people.units.team}/coordinators`, { memberIds: [friend.memberId] }),
      () => demoted.put(`/api/members/${friend.memberId}/departure`),
    ]);
    expect(answers).toEqual([200, 403, 403, 403]);
    expect(await rolesOf(friend)).toEqual([]);
  });

  it('sets no password with what was still being hashed', async () => {
    const [demoted, other] = [await whole(), await world.member({ code: 'BAM-1' })];
    const passwords = world.app.get(Passwords);
    const hash = passwords.hash.bind(passwords);
    const isDemoted = Promise.withResolvers<void>();
    const hashing = vi
      .spyOn(passwords, 'hash')
      .mockImplementation(async (password) => isDemoted.promise.then(() => hash(password)));
    try {
      const set = demoted.put(`/api/members/${other.memberId}/password`, { password: 'mật khẩu khác hẳn' });
      const answer = set.then(({ status }) => status);
      await expect.poll(() => hashing.mock.calls.length).toBe(1);
      expect((await demote(demoted)()).status).toBe(200);
      isDemoted.resolve();
      expect(await answer).toBe(403);
    } finally {
      isDemoted.resolve();
      hashing.mockRestore();
    }
    await world.outsider().post('/api/session', { login: 'BAM-1', password: PASSWORD }).expect(204);
  });

  it('makes nobody one either after leaving', async () => {
    const [gone, friend] = [await whole(), people.member];
    const roles = [{ role: 'admin', unitId: null }];
    const answers = await queued([
      () => people.admin.put(`/api/members/${gone.memberId}/departure`),
      () => gone.put(`/api/members/${friend.memberId}/roles`, { roles }),
    ]);
    expect(answers).toEqual([200, 403]);
    expect(await rolesOf(friend)).toEqual([]);
  });
});
