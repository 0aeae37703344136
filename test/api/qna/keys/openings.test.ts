import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { openings } from '../../../../shared/qna/opening.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import type { QnaSessionId } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { everyRow } from '../../../support/dump.js';
import { ask as askAs, newKey, newSession } from '../../../support/qna.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';
import { auditOf, codeOf } from '../../account/people.js';
import { jsonIn, makeHolder, openingOf, type Holder } from './holders.js';

const REASON = 'Có lời đe dọa, cần liên hệ người hỏi.';
const AUTHOR = 'Người Hỏi Không Ai Biết';

let world: TestApp;
let host: Agent;
let author: Agent;
let first: Holder;
let second: Holder;
let sessionId: QnaSessionId;
let code: string;
beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  const unitId = await world.unit({ name: 'Phòng Kín' });
  author = await world.member({ fullName: AUTHOR, unitId });
  first = await makeHolder(world, 'Trần Giữ Một');
  second = await makeHolder(world, 'Lê Giữ Hai');
  const keyHolders: [Holder['id'], Holder['id']] = [first.id, second.id];
  ({ id: sessionId, code } = await newSession(world, host, {
    level: 'hidden',
    keyHolders,
    guestsAllowed: true,
  }));
});
afterAll(() => world.stop());

const ask = (who: Agent, inSession: string, text: string) => askAs(who, inSession, { text, anonymous: true });
const request = (who: Agent, inquiryId: string, reason = REASON) =>
  who.post(`/api/inquiries/${inquiryId}/openings`, { reason });
const handIn = (who: Agent, id: string, opened: string) => who.put(`/api/qna-openings/${id}/box`, { opened });
const listOf = async (who: Agent) => openings.parse((await who.get('/api/qna-openings')).body).items;
const garbage = () => Buffer.from(newKey().repeat(20)).toString('base64url');

/** A question with an opening that the first holder has asked for. */
async function opened(): Promise<{ inquiryId: string; key: string; id: string; outer: string }> {
  const { id: inquiryId, key } = await ask(author, sessionId, 'Ai sẽ chịu trách nhiệm?');
  const { id, box } = openingOf(await request(first, inquiryId));
  return { inquiryId, key, id, outer: first.unseal(box ?? '') };
}

/** The same, with the outer box open. */
async function halfOpened() {
  const begun = await opened();
  expect(openingOf(await handIn(first, begun.id, begun.outer))).toMatchObject({ stage: 'inner', box: null });
  const waiting = (await listOf(second)).find(({ id }) => id === begun.id);
  return { ...begun, inner: second.unseal(waiting?.box ?? '') };
}

describe('asking for an author to be opened', () => {
  it('is for the two key holders of the session alone; to all others the question does not exist', async () => {
    const { id } = await ask(author, sessionId, 'Câu hỏi nào đó?');
    const elsewhere = await makeHolder(world, 'Giữ Khóa Buổi Khác');
    const admin = await world.member({ roles: [{ role: 'admin' }] });
    expect((await request(world.outsider(), id)).status).toBe(401);
    for (const who of [host, admin, author, elsewhere, await world.member()])
      expect(codeOf(await request(who, id))).toBe('not_found');
    expect(codeOf(await request(first, v7()))).toBe('not_found');
    expect((await request(first, id, 'ngắn')).status).toBe(400);
    expect((await request(first, id)).status).toBe(201);
  });

  it('gives the outer box to the first holder only, whoever asked', async () => {
    const { id } = await ask(author, sessionId, 'Câu hỏi khác?');
    const asked = openingOf(await request(second, id));
    expect(asked).toMatchObject({ stage: 'outer', box: null, requestedBy: 'Lê Giữ Hai', reason: REASON });
    expect((await listOf(second)).find((one) => one.id === asked.id)?.box).toBeNull();
    expect((await listOf(first)).find((one) => one.id === asked.id)?.box).toEqual(expect.any(String));
    for (const who of [host, author]) expect(await listOf(who)).toEqual([]);
  });

  it('happens once for a question, also when both ask at once', async () => {
    const { id } = await ask(author, sessionId, 'Hỏi một lần?');
    const answers = await Promise.all([request(first, id), request(second, id), request(first, id)]);
    expect(new Set(answers.map((answer) => openingOf(answer).id)).size).toBe(1);
    const acts = (await auditOf(world, id)).map(({ action }) => action);
    expect(acts).toEqual(['qna.opening_request']);
  });

  it('needs a seal', async () => {
    const named = await newSession(world, host, { keyHolders: [first.id, second.id] });
    const { id } = await askAs(author, named.id, { text: 'Tôi hỏi bằng tên?' });
    expect(codeOf(await request(first, id))).toBe('qna.not_sealed');
    const keyless = await newSession(world, host);
    const never = await ask(author, keyless.id, 'Không ai mở được?');
    expect(codeOf(await request(first, never.id))).toBe('not_found');
  });
});

describe('the author', () => {
  it('is told at once, before anybody is given a box, and told again when it is open', async () => {
    const { id: inquiryId, key } = await ask(author, sessionId, 'Tôi có được báo không?');
    const device = await Device.connect(world, author, qnaSocket);
    await device.ask('own.watch', { sessionId, keys: [key] });
    const answer = openingOf(await request(first, inquiryId));
    const known = device.heard.findLast(({ event }) => event === 'own.moved');
    expect(known?.data).toMatchObject({ id: inquiryId, opening: { reason: REASON, opened: false } });
    await handIn(first, answer.id, first.unseal(answer.box ?? ''));
    const inner = (await listOf(second)).find(({ id }) => id === answer.id)?.box ?? '';
    await handIn(second, answer.id, second.unseal(inner));
    await device.hears('own.moved', ({ opening }) => opening?.opened === true);
    device.close();
    const own = await author.post(`/api/qna-sessions/${sessionId}/own-inquiries`, { keys: [key] });
    const [mine] = ownInquiries.parse(own.body).items.filter(({ id }) => id === inquiryId);
    expect(mine?.steps.map(({ kind }) => kind)).toEqual(['asked', 'approved', 'opening', 'opened']);
    expect(mine?.opening).toMatchObject({ reason: REASON, opened: true });
  });

  it('is the only one who hears of it', async () => {
    const desk = await Device.connect(world, host, qnaSocket);
    const room = await Device.connect(world, await world.member(), qnaSocket);
    await desk.ask('desk.watch', { sessionId });
    await room.ask('session.watch', { sessionId });
    const isTold = async (id: string) => {
      await desk.hears('desk.tick', ({ changed }) => changed.some((one) => one.id === id));
      await room.hears('room.tick', ({ changed }) => changed.some((one) => one.id === id));
    };
    const { id: inquiryId } = await ask(author, sessionId, 'Phòng có biết không?');
    await isTold(inquiryId);
    const before = [desk, room].map(({ heard }) => heard.length);
    await request(first, inquiryId);
    // A tick of the opening would have come before the tick of the next question.
    const { id: next } = await ask(author, sessionId, 'Câu tiếp theo?');
    await isTold(next);
    for (const [index, { heard }] of [desk, room].entries())
      expect(JSON.stringify(heard.slice(before[index]))).not.toContain(inquiryId);
    desk.close();
    room.close();
  });
});

describe('opening', () => {
  it('shows both holders who asked, as they are called today, and leaves a row for each step', async () => {
    const { inquiryId, id, inner } = await halfOpened();
    expect(jsonIn(inner)).toMatchObject({ v: 1, inquiryId, participantId: author.memberId, name: AUTHOR });
    await world.database.query(`UPDATE member SET full_name = 'Người Hỏi Đổi Tên' WHERE id = $1`, [
      author.memberId,
    ]);
    const done = openingOf(await handIn(second, id, inner));
    await world.database.query('UPDATE member SET full_name = $2 WHERE id = $1', [author.memberId, AUTHOR]);
    const found = { name: 'Người Hỏi Đổi Tên', unit: 'Phòng Kín' };
    expect(jsonIn(second.unseal(done.box ?? ''))).toEqual(found);
    const theirs = (await listOf(first)).find((one) => one.id === id);
    expect(theirs?.stage).toBe('opened');
    expect(jsonIn(first.unseal(theirs?.box ?? ''))).toEqual(found);
    const audit = await auditOf(world, inquiryId);
    expect(audit.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['qna.opening_request', first.memberId],
      ['qna.opening_outer', first.memberId],
      ['qna.opening', second.memberId],
    ]);
  });

  it('leaves no name and no id of the author in any row that has to do with the question', async () => {
    const { inquiryId, id, inner } = await halfOpened();
    await handIn(second, id, inner);
    const about = (await everyRow(world.database)).filter(
      ({ row }) => row.includes(inquiryId) || row.includes(id),
    );
    expect(about.length).toBeGreaterThan(4);
    for (const trace of [author.memberId, AUTHOR, 'Phòng Kín'])
      expect(about.filter(({ row }) => row.includes(trace))).toEqual([]);
  });

  it('works for a guest', async () => {
    const guest = world.guest(
      await world.outsider().put(`/api/qna-codes/${code}/guest`, { name: 'Bác Khách' }),
    );
    const { id: inquiryId } = await ask(guest, sessionId, 'Khách hỏi được không?');
    const begun = openingOf(await request(first, inquiryId));
    await handIn(first, begun.id, first.unseal(begun.box ?? ''));
    const waiting = (await listOf(second)).find(({ id }) => id === begun.id);
    const done = openingOf(await handIn(second, begun.id, second.unseal(waiting?.box ?? '')));
    expect(jsonIn(second.unseal(done.box ?? ''))).toEqual({ name: 'Bác Khách', unit: '' });
  });

  it('goes in order, by two people, each once', async () => {
    const { id, outer } = await opened();
    expect(codeOf(await handIn(second, id, outer))).toBe('qna.not_your_turn');
    expect((await handIn(first, id, outer)).status).toBe(200);
    expect(codeOf(await handIn(first, id, outer))).toBe('qna.not_your_turn');
    const inner = (await listOf(second)).find((one) => one.id === id)?.box ?? '';
    expect(() => first.unseal(inner)).toThrow();
    const both = await Promise.all([1, 2].map(() => handIn(second, id, second.unseal(inner))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(codeOf(await handIn(first, id, outer))).toBe('qna.not_your_turn');
  });

  it('is nobody else’s', async () => {
    const { id, outer } = await opened();
    expect((await handIn(world.outsider(), id, outer)).status).toBe(401);
    for (const who of [host, author, await makeHolder(world, 'Không Phải Tôi')])
      expect(codeOf(await handIn(who, id, outer))).toBe('not_found');
    expect(codeOf(await handIn(first, v7(), outer))).toBe('not_found');
  });

  it('takes nothing but what was sealed, and stays where it was', async () => {
    const other = await opened();
    const begun = await halfOpened();
    for (const wrong of [garbage(), other.outer, begun.inner, begun.outer.slice(0, -4), 'AAAA'])
      expect(codeOf(await handIn(first, (await opened()).id, wrong))).toBe('qna.wrong_box');
    const foreign = await halfOpened();
    for (const wrong of [garbage(), foreign.inner, `${begun.inner.slice(0, -4)}AAAA`, begun.outer])
      expect(codeOf(await handIn(second, begun.id, wrong))).toBe('qna.wrong_box');
    expect((await handIn(second, begun.id, 'không phải')).status).toBe(400);
    expect((await handIn(second, begun.id, begun.inner)).status).toBe(200);
  });
});
