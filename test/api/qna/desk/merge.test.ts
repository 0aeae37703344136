import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { ask, newSession } from '../../../support/qna.js';
import {
  answers,
  board,
  contents,
  done,
  hall,
  merged,
  onDesk,
  undo,
  vote,
  type Hall,
} from '../../../support/qna-desk.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let here: Hall;
let voters: Agent[];
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world);
  voters = await Promise.all([1, 2, 3, 4].map(() => world.member()));
});
afterAll(() => world.stop());

/** A question supported by the voters of these numbers. */
async function supported(sessionId: string, by: number[], text?: string): Promise<string> {
  const { id } = await ask(here.member, sessionId, { text });
  for (const [index, voter] of voters.entries()) if (by.includes(index)) await vote(voter, id);
  return id;
}
const ofOwner = async (): Promise<string> => (await newSession(world, here.owner)).id;

describe('POST merge-preview', () => {
  it('counts nobody twice, and changes nothing', async () => {
    const session = await ofOwner();
    const [targetId, other] = [await supported(session, [0, 1, 2]), await supported(session, [1, 2, 3])];
    const words = async () => (await board(here.owner, session)).map(({ votes: _votes, ...row }) => row);
    const before = await words();
    const ask = { targetId, inquiryIds: [other] };
    const { body } = await here.owner.post(`/api/qna-sessions/${session}/merge-preview`, ask).expect(200);
    expect(body).toMatchObject({ votes: 6, voters: 4, inquiries: [{ id: targetId }, { id: other }] });
    expect(await words()).toEqual(before);
  });

  it('is for those at the desk', async () => {
    const [targetId, other] = [await supported(here.id, []), await supported(here.id, [])];
    const got = await answers(here, (who) =>
      who.post(`/api/qna-sessions/${here.id}/merge-preview`, { targetId, inquiryIds: [other] }),
    );
    const desk = { triage: 200, scribe: 200, host: 200, owner: 200, admin: 200 };
    expect(got).toEqual({ outsider: 'auth.required', member: 'not_found', ...desk });
  });
});

describe('merging', () => {
  it('counts distinct people, tells both authors and leaves the room one question', async () => {
    const [first, second] = [await ask(here.member, here.id), await ask(here.scribe, here.id)];
    for (const voter of [0, 1, 2]) await vote(voters[voter] ?? here.member, first.id);
    for (const voter of [2, 3]) await vote(voters[voter] ?? here.member, second.id);
    const text = 'Một câu cho cả hai?';
    const { inquiries } = await merged(here.triage, here.id, {
      targetId: first.id,
      inquiryIds: [second.id],
      text,
    });
    expect(inquiries.find(({ id }) => id === first.id)).toMatchObject({
      votes: 4,
      mergedCount: 1,
      text,
      originalText: first.text,
    });
    expect(inquiries.find(({ id }) => id === second.id)).toMatchObject({
      state: 'merged',
      mergedInto: first.id,
    });
    const own = (await here.scribe.post(`/api/qna-sessions/${here.id}/own-inquiries`, { keys: [second.key] }))
      .body;
    expect(own.items[0]).toMatchObject({ state: 'merged', mergedInto: { id: first.id, text } });
    expect(own.items[0].steps.at(-1).kind).toBe('merged');
    const list = (await here.member.get(`/api/qna-sessions/${here.id}/inquiries`)).body.items;
    const shown = list.map(({ id }: { id: string }) => id);
    expect(shown).toContain(first.id);
    expect(shown).not.toContain(second.id);
  });

  it('is refused for scribes, for what is merged or declined already, and for a question with itself', async () => {
    const [a, b, c] = [
      await supported(here.id, []),
      await supported(here.id, []),
      await supported(here.id, []),
    ];
    const merge = (who: Agent, targetId: string, inquiryIds: string[]) =>
      who.post(`/api/qna-sessions/${here.id}/moves`, { kind: 'merge', targetId, inquiryIds });
    expect((await merge(here.scribe, a, [b])).body.code).toBe('qna.role_not_enough');
    await merged(here.triage, here.id, { targetId: a, inquiryIds: [b] });
    expect((await merge(here.triage, c, [b])).body).toMatchObject({ params: { state: 'merged' } });
    expect((await merge(here.triage, b, [c])).body.code).toBe('qna.move_not_possible');
    expect((await merge(here.triage, c, [c])).body.code).toBe('input.invalid');
    await done(here.triage, here.id, { kind: 'decline', id: c, reason: 'other', note: '' });
    expect((await merge(here.triage, a, [c])).body).toMatchObject({ params: { state: 'declined' } });
  });

  it('splits one out again, with what was merged into it and as it was', async () => {
    const session = (await newSession(world, here.owner, { moderation: 'before' })).id;
    const [a, b, c] = [
      await supported(session, []),
      await supported(session, []),
      await supported(session, []),
    ];
    for (const id of [a, b]) await done(here.owner, session, { kind: 'approve', id });
    for (const id of [a, b]) await vote(voters[0] ?? here.member, id);
    await merged(here.owner, session, { targetId: b, inquiryIds: [c] });
    await merged(here.owner, session, { targetId: a, inquiryIds: [b] });
    expect(await onDesk(here.owner, session, a)).toMatchObject({ mergedCount: 2, votes: 1 });
    await done(here.owner, session, { kind: 'split', id: b });
    expect(await onDesk(here.owner, session, a)).toMatchObject({ mergedCount: 0, votes: 1 });
    expect(await onDesk(here.owner, session, b)).toMatchObject({
      state: 'approved',
      mergedCount: 1,
      votes: 1,
    });
    await done(here.owner, session, { kind: 'split', id: c });
    expect(await onDesk(here.owner, session, c)).toMatchObject({ state: 'pending', mergedInto: null });
  });

  it('of any set in any order, taken back, gives the former state; counts are distinct people throughout', async () => {
    const votes = fc.array(fc.uniqueArray(fc.nat(3)), { minLength: 4, maxLength: 4 });
    const merge = fc.tuple(fc.nat(3), fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(votes, fc.array(merge, { minLength: 1, maxLength: 4 }), async (cast, merges) => {
        const session = await ofOwner();
        const ids: string[] = [];
        for (const by of cast) ids.push(await supported(session, by));
        // Votes are counted within a tick.
        const counts = async () => (await board(here.owner, session)).map(({ votes }) => votes);
        await expect.poll(counts).toEqual(cast.map(({ length }) => length));
        const former = await contents(here.owner, session);
        const moveIds: string[] = [];
        for (const [target, others] of merges) {
          const inquiryIds = others.map((other) => ids[other] ?? '');
          const move = { kind: 'merge', targetId: ids[target], inquiryIds };
          const { status, body } = await here.owner.post(`/api/qna-sessions/${session}/moves`, move);
          expect([200, 400, 409]).toContain(status);
          if (status === 200) moveIds.push(body.moveId);
        }
        expectDistinct(await contents(here.owner, session), { ids, cast });
        for (const id of moveIds.reverse()) expect((await undo(here.owner, id)).status).toBe(200);
        expect(await contents(here.owner, session)).toEqual(former);
      }),
      { numRuns: 6 },
    );
  });
});

type Seen = { id: string; votes: number; mergedInto: string | null };

function expectDistinct(rows: Seen[], { ids, cast }: { ids: string[]; cast: number[][] }): void {
  const rootOf = (row: Seen): string => {
    const parent = rows.find(({ id }) => id === row.mergedInto);
    return parent ? rootOf(parent) : row.id;
  };
  for (const root of rows.filter(({ mergedInto }) => mergedInto === null)) {
    const family = rows.filter((row) => rootOf(row) === root.id);
    const people = new Set(family.flatMap(({ id }) => cast[ids.indexOf(id)] ?? []));
    expect(root.votes).toBe(people.size);
  }
}

describe('similar pairs', () => {
  it('are close texts with the people behind them, until somebody keeps them apart', async () => {
    const session = await ofOwner();
    const one = await supported(session, [0, 1], 'Bao giờ phòng họp tầng ba sửa xong?');
    const other = await supported(session, [1, 2], 'Bao gio phong hop tang 3 sua xong vay?');
    await supported(session, [3], 'Quỹ công đoàn chi những gì trong năm nay?');
    const pairs = async () =>
      (await here.owner.get(`/api/qna-sessions/${session}/similar-pairs`).expect(200)).body;
    expect((await pairs()).items).toEqual([
      { one, other, similarity: expect.any(Number), votes: 4, voters: 3 },
    ]);
    const apart = { kind: 'apart', inquiryIds: [other, one] };
    await here.owner.post(`/api/qna-sessions/${session}/moves`, apart).expect(200);
    expect((await pairs()).items).toEqual([]);
  });

  it('agree with the similarity the database sees', async () => {
    const session = await ofOwner();
    await supported(session, [], 'Thưởng Tết năm nay tính thế nào?');
    await supported(session, [], 'Năm nay thưởng Tết tính theo lương hay theo việc?');
    const [pair] = (await here.owner.get(`/api/qna-sessions/${session}/similar-pairs`)).body.items;
    const [row] = await world.database.query(
      `SELECT similarity(a.folded, b.folded)::float8 AS similarity FROM inquiry a, inquiry b WHERE a.id = $1 AND b.id = $2`,
      [pair.one, pair.other],
    );
    expect(pair.similarity).toBeCloseTo(row.similarity, 5);
  });
});
