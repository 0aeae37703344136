import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { TestApp } from '../../../support/app.js';
import { everyRow } from '../../../support/dump.js';
import { ask, newSession, type NewSession } from '../../../support/qna.js';
import { Traces } from '../../../support/traces.js';
import type { Agent } from '../../../support/world.js';
import { makeHolder, type Holder } from '../keys/holders.js';

let world: TestApp;
let host: Agent;
let holder: Holder;
let asker: Agent;
let traces: Traces;
const sessions: NewSession[] = [];
const asked: string[] = [];

const NAME = 'Nghiêm Không Lộ 9071';
const UNIT = 'Tổ Kín Đáo 9071';

beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  holder = await makeHolder(world, 'Giữ Khóa');
  asker = await world.member({ fullName: NAME, unitId: await world.unit({ name: UNIT }) });
  traces = new Traces(NAME, { name: NAME, unit: UNIT, member: asker.memberId });
  // One switch makes every question anonymous; in the other session somebody chose it for one.
  for (const level of ['hidden', 'named'] as const) {
    const session = await newSession(world, host, { level });
    sessions.push(session);
    asked.push(
      (await ask(asker, session.id, { text: `Ở mức ${level} có ai biết tôi?`, anonymous: true })).id,
    );
  }
});
afterAll(() => world.stop());

it('nothing in a dump of the database says who asked, in the open or in a box', async () => {
  const rows = await everyRow(world.database);
  const about = rows.filter(({ row }) => asked.some((id) => row.includes(id)));
  expect(about.length).toBeGreaterThanOrEqual(4);
  expect(about.flatMap(({ table, row }) => traces.in(row).map((mark) => `${table}: ${mark}`))).toEqual([]);
  const kept: unknown = await world.database.query(
    `SELECT anonymous, author_id, author_kind, author_name, author_unit, sealed, seal_hash FROM inquiry WHERE id = ANY($1)`,
    [asked],
  );
  const nothing = { author_id: null, author_kind: null, author_name: null, author_unit: null, sealed: null };
  expect(kept).toEqual(asked.map(() => ({ anonymous: true, ...nothing, seal_hash: null })));
});

it('nobody can have the name opened: not its host, nor whoever holds a key, nor an administrator', async () => {
  const admin = await world.member({ roles: [{ role: 'admin' }] });
  for (const id of asked)
    for (const who of [host, holder, admin]) {
      const answer = await who.post(`/api/inquiries/${id}/openings`, { reason: 'Muốn biết ai hỏi.' });
      expect(z.string().parse(answer.body.code)).toMatch(/^(not_found|auth\.forbidden|qna\.not_sealed)$/);
    }
});

it('no key can be given to a session in which somebody has asked', async () => {
  for (const { id } of sessions)
    await expect(
      world.database.query(
        `INSERT INTO qna_session_key (session_id, place, member_id, public_key)
         SELECT $1, 1, member_id, public_key FROM qna_key WHERE member_id = $2 AND replaced_at IS NULL`,
        [id, holder.id],
      ),
    ).rejects.toThrow(/before anybody asks/);
});
