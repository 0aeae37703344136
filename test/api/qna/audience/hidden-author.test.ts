import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RouteRegistry } from '../../../../server/platform/http/route-registry.service.js';
import { deskPage, type DeskMoveKind } from '../../../../shared/qna/desk.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import type { QnaSessionId } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { everyRow } from '../../../support/dump.js';
import { ask, newKey, newSession } from '../../../support/qna.js';
import { Device } from '../../../support/socket.js';
import { Traces } from '../../../support/traces.js';
import type { Agent } from '../../../support/world.js';
import { makeHolder, openingOf, type Holder } from '../keys/holders.js';

/** Somebody who asks, everything that would give them away, and what they asked. */
type Asker = { agent: Agent; traces: Traces; questions: { id: string; key: string; text: string }[] };
type Watcher = { who: string; agent: Agent; device: Device<typeof qnaSocket>; answers: string[] };

let world: TestApp;
let log = '';
let sessionId: QnaSessionId;
let code: string;
let host: Agent;
let holders: [Holder, Holder];
let askers: Asker[];
let watchers: Watcher[];

beforeAll(async () => {
  const sink = new PassThrough();
  sink.on('data', (chunk: Buffer) => (log += chunk.toString()));
  world = await TestApp.start({}, { log: sink });
  host = await world.member({ fullName: 'Chủ Trì', roles: [{ role: 'moderator' }] });
  holders = [await makeHolder(world, 'Giữ Một'), await makeHolder(world, 'Giữ Hai')];
  const session = await newSession(world, host, {
    level: 'hidden',
    keyHolders: [holders[0].id, holders[1].id],
    guestsAllowed: true,
    maxPerPerson: 20,
    words: ['cấm nói'],
    labels: ['lương'],
  });
  sessionId = session.id;
  code = session.code;
  askers = [await memberAsker(1), await memberAsker(2), await memberAsker(3), await guestAsker()];
  watchers = await watch();
  await liveThrough();
});
afterAll(async () => {
  for (const { device } of watchers) device.close();
  await world.stop();
});

const identity = z.array(z.object({ auth_user_id: z.string(), session_id: z.string(), token: z.string() }));

async function memberAsker(number: number): Promise<Asker> {
  const unit = `Tổ Riêng Biệt ${number}071`;
  const marks = {
    name: `Quỳnh Xưng Danh ${number}071`,
    code: `LO-${number}0718`,
    email: `lo.danh.${number}071@example.test`,
  };
  const agent = await world.member({
    fullName: marks.name,
    code: marks.code,
    email: marks.email,
    unitId: await world.unit({ name: unit }),
  });
  const rows: unknown = await world.database.query(
    `SELECT auth_user_id, auth_session.id AS session_id, token FROM member
     JOIN auth_session ON user_id = auth_user_id WHERE member.id = $1`,
    [agent.memberId],
  );
  const [row] = identity.parse(rows);
  const ids = {
    member: agent.memberId,
    login: row?.auth_user_id,
    session: row?.session_id,
    token: row?.token,
  };
  const known = z.record(z.string(), z.string().min(8)).parse({ ...marks, unit, ...ids });
  return { agent, traces: new Traces(marks.name, known), questions: [] };
}

async function guestAsker(): Promise<Asker> {
  const name = 'Khách Lộ Diện 4071';
  const agent = world.guest(await world.outsider().put(`/api/qna-codes/${code}/guest`, { name }));
  const rows: unknown = await world.database.query('SELECT id FROM guest WHERE name = $1', [name]);
  const [row] = z.array(z.object({ id: z.uuid() })).parse(rows);
  const token = agent.cookie.split('=')[1] ?? '';
  return { agent, traces: new Traces(name, { name, guest: row?.id ?? '', token }), questions: [] };
}

/** The desk in every role, a projector, an administrator and the audience, each with everything they hear. */
async function watch(): Promise<Watcher[]> {
  const triage = await world.member();
  const scribe = await world.member();
  await host.put(`/api/qna-sessions/${sessionId}/team/${triage.memberId}`, { role: 'triage' });
  await host.put(`/api/qna-sessions/${sessionId}/team/${scribe.memberId}`, { role: 'scribe' });
  const admin = await world.member({ roles: [{ role: 'admin' }] });
  const agents = { host, triage, scribe, admin, audience: await world.member() };
  return Promise.all(
    Object.entries(agents).map(async ([who, agent]) => {
      const device = await Device.connect(world, agent, qnaSocket);
      const answers = [JSON.stringify(await device.ask('session.watch', { sessionId }))];
      if (who !== 'audience') {
        answers.push(JSON.stringify(await device.ask('desk.watch', { sessionId })));
        answers.push(JSON.stringify(await device.ask('projector.watch', { sessionId })));
      }
      return { who, agent, device, answers };
    }),
  );
}

const watcher = (who: string): Watcher => {
  const found = watchers.find((one) => one.who === who);
  if (!found) throw new Error(`nobody watches as ${who}`);
  return found;
};

async function asks(asker: Asker, text: string): Promise<Asker['questions'][number]> {
  const { id, key } = await ask(asker.agent, sessionId, { text, anonymous: true });
  const question = { id, key, text };
  asker.questions.push(question);
  return question;
}

async function revOf(id: string): Promise<number> {
  const { items } = deskPage.parse((await host.get(`/api/qna-sessions/${sessionId}/desk`)).body);
  return items.find((one) => one.id === id)?.rev ?? 0;
}

type Move = { kind: DeskMoveKind; inquiryId?: string; [more: string]: unknown };

/** Somebody at the desk does something; what they are answered is kept. */
async function moves(who: string, move: Move): Promise<void> {
  const { agent, answers } = watcher(who);
  const rev = move.inquiryId === undefined ? {} : { rev: await revOf(move.inquiryId) };
  const answer = await agent.post(`/api/qna-sessions/${sessionId}/moves`, { ...move, ...rev });
  expect(answer.body).toMatchObject({ moveId: expect.any(String) });
  answers.push(answer.text);
}

/** Everything that can happen to a question happens to one of a hidden author. */
async function liveThrough(): Promise<void> {
  const [one, two, three, guest] = askers;
  if (!one || !two || !three || !guest) throw new Error('four ask');
  const asked = await asks(one, 'Lương tháng này bao giờ có ạ?');
  const twin = await asks(two, 'Lương tháng này bao giờ mới có?');
  const edited = await asks(one, 'Chữ cũ cần sửa lại?');
  const withdrawn = await asks(two, 'Thôi không hỏi nữa?');
  const bad = await asks(three, 'Câu này cấm nói chứ?');
  const written = await asks(three, 'Xin câu trả lời bằng văn bản?');
  const byGuest = await asks(guest, 'Khách có được hỏi không?');
  edited.text = 'Chữ mới đã sửa xong?';
  expect(
    (await one.agent.put(`/api/inquiries/${edited.id}`, { key: edited.key, text: edited.text })).status,
  ).toBe(200);
  expect(
    (await two.agent.put(`/api/inquiries/${withdrawn.id}/withdrawal`, { key: withdrawn.key })).status,
  ).toBe(200);
  for (const { agent, questions } of askers)
    for (const { id } of [asked, byGuest, written]) {
      const own = questions.some((question) => question.id === id);
      expect((await agent.put(`/api/inquiries/${id}/vote`, { up: true })).status).toBe(own ? 409 : 200);
    }
  for (const { agent, questions } of askers)
    await agent.post(`/api/qna-sessions/${sessionId}/own-inquiries`, {
      keys: questions.map(({ key }) => key),
    });
  await moves('triage', {
    kind: 'decline',
    inquiryId: bad.id,
    reason: 'impolite',
    note: 'Xin hỏi lại.',
  });
  await moves('triage', { kind: 'merge', targetId: asked.id, inquiryIds: [twin.id] });
  await moves('triage', { kind: 'edit', inquiryId: byGuest.id, text: 'Khách được hỏi không?' });
  await moves('scribe', { kind: 'note', inquiryId: asked.id, note: 'Ghi biên bản' });
  await moves('scribe', { kind: 'label', inquiryId: asked.id, labels: ['lương'] });
  await moves('scribe', {
    kind: 'answer_in_writing',
    inquiryId: written.id,
    text: 'Đã trả lời.',
    by: 'Văn phòng',
  });
  await moves('host', { kind: 'next', inquiryId: asked.id, on: true });
  await moves('host', { kind: 'answer_now', inquiryId: asked.id });
  await moves('host', { kind: 'answered', inquiryId: asked.id, text: '' });
  for (const { device } of watchers)
    await device.hears('room.tick', ({ changed }) =>
      changed.some(({ id, state }) => id === asked.id && state === 'answered'),
    );
  await beingOpened(edited.id);
}

/** One author is half opened: the boxes that come of it are for no other eyes either. */
async function beingOpened(inquiryId: string): Promise<void> {
  const reason = 'Thử việc mở tên người hỏi.';
  const { id, box } = openingOf(await holders[0].post(`/api/inquiries/${inquiryId}/openings`, { reason }));
  const answer = await holders[0].put(`/api/qna-openings/${id}/box`, {
    opened: holders[0].unseal(box ?? ''),
  });
  expect(answer.status).toBe(200);
}

/** Every GET route of the feature, with whatever it takes filled in. */
function addresses(): string[] {
  const ids: Record<string, string> = { code, id: sessionId };
  const texts = askers.flatMap(({ questions }) => questions.map(({ id }) => id));
  return world.app
    .get(RouteRegistry)
    .routes()
    .filter(({ method, path }) => method === 'GET' && /^\/api\/(qna|inquiries)/.test(path))
    .flatMap(({ path }) => {
      const about = path.startsWith('/api/inquiries') ? texts : [sessionId];
      return about.map((id) =>
        path.replace(/:(\w+)/g, (_all, name: string) => (name === 'id' ? id : (ids[name] ?? ''))),
      );
    })
    .flatMap((path) => (path.endsWith('/inquiries') ? listsOf(path) : [path]));
}

const listsOf = (path: string) =>
  ['top', 'new', 'fair'].flatMap((sort) =>
    ['open', 'answered'].map((show) => `${path}?sort=${sort}&show=${show}`),
  );

describe('the author of a hidden question', () => {
  it('is in no row that knows the question', async () => {
    const rows = await everyRow(world.database);
    for (const { traces, questions } of askers) {
      const known = questions.flatMap(({ id, text }) => [id, text, id.replaceAll('-', '')]);
      const about = rows.filter(({ row }) => known.some((mark) => row.includes(mark)));
      expect(about.length).toBeGreaterThanOrEqual(questions.length);
      expect(about.flatMap(({ table, row }) => traces.in(row).map((mark) => `${table}: ${mark}`))).toEqual(
        [],
      );
    }
  });

  it('is in no row of the feature but for votes on what others asked', async () => {
    const rows = (await everyRow(world.database)).filter(({ table }) =>
      /^public\.(qna|inquiry|outbox|audit)/.test(table),
    );
    for (const { traces } of askers) {
      const tables = rows.filter(({ row }) => traces.in(row).length > 0).map(({ table }) => table);
      expect([...new Set(tables)]).toEqual(['public.inquiry_vote']);
    }
  });

  it('is in no line of the log, of whatever level, also when asking fails half-way', async () => {
    const text = 'Câu hỏi giữa lúc hỏng hóc?';
    await world.database.query(`ALTER TABLE inquiry ADD CONSTRAINT broken CHECK (text <> '${text}')`);
    const path = `/api/qna-sessions/${sessionId}/inquiries`;
    const failed = await askers[0]?.agent.post(path, { key: newKey(), text, anonymous: true });
    await world.database.query('ALTER TABLE inquiry DROP CONSTRAINT broken');
    expect(failed?.status).toBe(500);
    expect(log).toContain('"level":50');
    expect(log).not.toContain(text);
    for (const { traces } of askers) expect(traces.in(log)).toEqual([]);
  });

  it('is in no answer that anybody at the desk, an administrator or the audience can get', async () => {
    const asked = addresses();
    expect(asked.length).toBeGreaterThanOrEqual(19);
    for (const { who, agent, answers } of watchers) {
      for (const address of asked) {
        const answer = await agent.get(address);
        if (answer.status >= 500) throw new Error(`${who}: ${address} fails`);
        answers.push(`${address} ${JSON.stringify(answer.headers)} ${answer.text}`);
      }
      const texts = askers.flatMap(({ questions }) => questions.map(({ text }) => text));
      const similar = await agent.post(`/api/qna-sessions/${sessionId}/similar-inquiries`, {
        text: texts[0],
      });
      const own = await agent.post(`/api/qna-sessions/${sessionId}/own-inquiries`, { keys: [newKey()] });
      expect(own.body).toMatchObject({ items: [] });
      const all = [...answers, similar.text, own.text].join('\n');
      expect(texts.some((text) => all.includes(text))).toBe(true);
      for (const { traces } of askers) expect([who, ...traces.in(all)]).toEqual([who]);
    }
  });

  it('is in no frame that they hear', async () => {
    for (const { who, device } of watchers) {
      const frames = JSON.stringify(device.heard);
      expect(frames).toContain('room.tick');
      if (who !== 'audience') expect(frames).toContain('desk.tick');
      for (const { traces } of askers) expect([who, ...traces.in(frames)]).toEqual([who]);
    }
  });

  it('cannot be tried out by the desk: another key changes nothing and tells nothing', async () => {
    const [question] = askers[0]?.questions ?? [];
    const key = newKey();
    for (const { agent, device } of watchers) {
      for (const shown of [key, null]) {
        const path = `/api/inquiries/${question?.id}`;
        expect((await agent.put(path, { key: shown, text: 'Thử sửa?' })).status).toBe(404);
        expect((await agent.put(`${path}/withdrawal`, { key: shown })).status).toBe(404);
      }
      await device.ask('own.watch', { sessionId, keys: [key] });
      expect(device.heard.filter(({ event }) => event === 'own.moved')).toEqual([]);
    }
  });

  it('is not found by removing people either: who asked and who did not go alike', async () => {
    const silent = await world.member();
    const session = await newSession(world, host, {
      level: 'hidden',
      keyHolders: [holders[0].id, holders[1].id],
    });
    const [asker] = askers;
    if (!asker) throw new Error('somebody asks');
    const question = await ask(asker.agent, session.id, {
      text: 'Câu của người bị mời ra?',
      anonymous: true,
    });
    const before = await host.get(`/api/qna-sessions/${session.id}/desk`);
    const removal = (id: string) => host.put(`/api/qna-sessions/${session.id}/removals/${id}`);
    const answers = [await removal(asker.agent.memberId), await removal(silent.memberId)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
    const after = await host.get(`/api/qna-sessions/${session.id}/desk`);
    expect(deskPage.parse(after.body).items).toEqual(deskPage.parse(before.body).items);
    expect(after.text).toContain(question.id);
  });
});

describe('these searches', () => {
  it('find an author who asked by name, so they would have found a hidden one', async () => {
    const [asker] = askers;
    const named = await newSession(world, host);
    const { id } = await ask(asker?.agent ?? host, named.id, { text: 'Tôi hỏi bằng tên?' });
    const rows = (await everyRow(world.database)).filter(({ row }) => row.includes(id));
    const marks = new Set(rows.flatMap(({ row }) => asker?.traces.in(row) ?? []));
    expect([...marks].sort()).toEqual(['member', 'name', 'unit']);
    const answer = await host.get(`/api/qna-sessions/${named.id}/inquiries`);
    expect(asker?.traces.in(answer.text)).toEqual(['name', 'unit']);
    expect(asker?.traces.in(Buffer.from(`x${asker.agent.memberId}`).toString('hex'))).toEqual(['member']);
  });
});
