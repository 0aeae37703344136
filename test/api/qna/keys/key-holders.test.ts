import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyHolders } from '../../../../shared/qna/opening.schema.js';
import { TestApp } from '../../../support/app.js';
import { sessionDraft } from '../../../support/qna.js';
import type { Agent } from '../../../support/world.js';
import { auditOf, codeOf } from '../../account/people.js';
import { makeHolder, type Holder } from './holders.js';

const LIST = '/api/qna-key-holders';
const MINE = `${LIST}/me`;

let world: TestApp;
let member: Agent;
let moderator: Agent;
let first: Holder;
let second: Holder;
beforeAll(async () => {
  world = await TestApp.start();
  member = await world.member();
  moderator = await world.member({ roles: [{ role: 'moderator' }] });
  second = await makeHolder(world, 'Vũ Thị Yến');
  first = await makeHolder(world, 'Bùi Văn Ân');
});
afterAll(() => world.stop());

const namesSeenBy = async (agent: Agent) =>
  keyHolders.parse((await agent.get(LIST)).body).items.map(({ name }) => name);

describe('GET /api/qna-key-holders', () => {
  it('shows who has a key to those who choose two, and to key holders', async () => {
    for (const agent of [moderator, first])
      expect(await namesSeenBy(agent)).toEqual(['Bùi Văn Ân', 'Vũ Thị Yến']);
    expect(await namesSeenBy(member)).toEqual([]);
    expect((await world.outsider().get(LIST)).status).toBe(401);
  });

  it('leaves out who has left', async () => {
    const leaver = await makeHolder(world, 'Đã Đi Xa');
    expect(await namesSeenBy(moderator)).toContain('Đã Đi Xa');
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [leaver.memberId]);
    expect(await namesSeenBy(moderator)).not.toContain('Đã Đi Xa');
  });
});

describe('PUT /api/qna-key-holders/me', () => {
  it('makes the newest key the current one, and says so in the log', async () => {
    const holder = await makeHolder(world, 'Hồ Đổi Khóa');
    const { publicKey } = await makeHolder(world, 'Người Cho Mượn');
    await world.database.query('DELETE FROM qna_key WHERE public_key = $1', [publicKey]);
    const answer = await holder.put(MINE, { publicKey });
    expect(answer.body).toMatchObject({ memberId: holder.memberId, publicKey });
    expect((await holder.put(MINE, { publicKey })).status).toBe(200);
    const rows: unknown = await world.database.query(
      'SELECT public_key, replaced_at IS NULL AS current FROM qna_key WHERE member_id = $1 ORDER BY registered_at',
      [holder.memberId],
    );
    expect(rows).toEqual([
      { public_key: holder.publicKey, current: false },
      { public_key: publicKey, current: true },
    ]);
    const audit = await auditOf(world, holder.memberId);
    expect(audit.map(({ action }) => action)).toEqual(Array.from({ length: 3 }, () => 'qna.register_key'));
  });

  it('refuses a key that is somebody else’s: two keys are two people', async () => {
    const answer = await member.put(MINE, { publicKey: first.publicKey });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'qna.key_taken']);
  });

  it('refuses what keeps no secret', async () => {
    for (const publicKey of ['A'.repeat(43), 'quá ngắn', '']) {
      const answer = await member.put(MINE, { publicKey });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'input.invalid']);
    }
    expect((await world.outsider().put(MINE, { publicKey: first.publicKey })).status).toBe(401);
  });
});

describe('a hidden session', () => {
  const create = (keyHolders: unknown) =>
    moderator.post('/api/qna-sessions', { ...sessionDraft(world, { level: 'hidden' }), keyHolders });

  it('is made with two people who have keys, or with nobody', async () => {
    const made = await create([first.memberId, second.memberId]);
    expect(made.status).toBe(201);
    const keyless = await create([first.memberId, member.memberId]);
    expect([keyless.status, codeOf(keyless)]).toEqual([409, 'qna.key_missing']);
    const unknown = await create([first.memberId, v7()]);
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'input.invalid']);
    const alone = await create([first.memberId, first.memberId]);
    expect([alone.status, codeOf(alone)]).toEqual([400, 'input.invalid']);
    const nobody = await create(null);
    expect([nobody.status, nobody.body.session.privacy.openable]).toEqual([201, false]);
  });
});
