import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

const statusOf = async (who: Agent, path: string) => (await who.get(path)).status;

describe('what a viewer may, when the database is changed by somebody else than this process', () => {
  it('ends with the session', async () => {
    const member = await world.member();
    expect(await statusOf(member, '/api/attempts/running')).toBe(200);
    await world.database.query(
      `DELETE FROM auth_session USING member WHERE member.auth_user_id = auth_session.user_id AND member.id = $1`,
      [member.memberId],
    );
    await expect.poll(() => statusOf(member, '/api/attempts/running')).toBe(401);
  });

  it('ends when the member leaves', async () => {
    const member = await world.member();
    expect(await statusOf(member, '/api/attempts/running')).toBe(200);
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [member.memberId]);
    await expect.poll(() => statusOf(member, '/api/attempts/running')).toBe(401);
  });

  it('follows roles as they are given and taken', async () => {
    const member = await world.member();
    expect(await statusOf(member, '/api/questions')).toBe(403);
    await world.database.query(
      `INSERT INTO role_grant (id, member_id, role, granted_at) VALUES (gen_random_uuid(), $1, 'organiser', app_now())`,
      [member.memberId],
    );
    await expect.poll(() => statusOf(member, '/api/questions')).toBe(200);
    await world.database.query('DELETE FROM role_grant WHERE member_id = $1', [member.memberId]);
    await expect.poll(() => statusOf(member, '/api/questions')).toBe(403);
  });

  it('follows units as they are moved', async () => {
    const [north, south] = [await world.unit({ name: 'Bắc' }), await world.unit({ name: 'Nam' })];
    const below = await world.unit({ name: 'Tổ dưới', parentId: north });
    const member = await world.member({ unitId: below });
    const head = await world.member({ unitId: south, roles: [{ role: 'admin', unitId: south }] });
    const path = `/api/members/${member.memberId}`;
    expect(await statusOf(member, '/api/attempts/running')).toBe(200);
    expect(await statusOf(head, path)).not.toBe(200);
    await world.database.query('UPDATE unit SET parent_id = $1 WHERE id = $2', [south, below]);
    await expect.poll(() => statusOf(head, path)).toBe(200);
  });
});
