import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContestLife } from '../../../../server/contest/life/life.service.js';
import { contestDraftView, contestView } from '../../../../shared/contest/contest.schema.js';
import { correctionPage } from '../../../../shared/contest/contest-life.schema.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import {
  auditOf,
  draftContest,
  HOUR,
  onlyUnits,
  publishedRound,
  readyDraft,
  staff,
  statuses,
  type Staff,
} from '../../../support/contest.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());

const DAY = 24 * HOUR;
const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };
const texts = { summary: 'Cho mọi người trong cơ quan', rules: 'Ai cũng được thi', contact: '' };

const draftOf = async (who: Agent, id: string) =>
  contestDraftView.parse((await who.get(`/api/contests/${id}/draft`)).body);
const titles = async (who: Agent, query: string) => {
  const { body } = await who.get(`/api/contests?limit=100&${query}`);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};

describe('who may', () => {
  it.each([
    ['copy', (who: Agent, id: string) => who.post(`/api/contests/${id}/copies`, { title: 'Bản sao' }), 201],
    ['restore', (who: Agent, id: string) => who.put(`/api/contests/${id}/restoration`), 200],
    ['take out of the archive', (who: Agent, id: string) => who.delete(`/api/contests/${id}/archive`), 200],
    ['read corrections of', (who: Agent, id: string) => who.get(`/api/contests/${id}/corrections`), 200],
  ] as const)('%s a draft and a published contest', async (_what, ask, done) => {
    const { contestId: draft } = await draftContest(people.owner);
    const { contestId: open } = await publishedRound(world, people.owner);
    const may = { owner: done, organiser: done, admin: done };
    expect(await statuses(people, (who) => ask(who, draft))).toEqual({ ...shut, scoped: 404, ...may });
    expect(await statuses(people, (who) => ask(who, open))).toEqual({ ...shut, scoped: 403, ...may });
  });

  it('throw a draft away, each his own, and nobody a published contest', async () => {
    const { contestId: open } = await publishedRound(world, people.owner);
    const refused = { ...shut, scoped: 403, owner: 409, organiser: 409, admin: 409 };
    expect(await statuses(people, (who) => who.delete(`/api/contests/${open}`))).toEqual(refused);
    for (const who of [people.owner, people.organiser, people.admin]) {
      const { contestId } = await draftContest(people.owner);
      expect((await people.scoped.delete(`/api/contests/${contestId}`)).status).toBe(404);
      expect((await who.delete(`/api/contests/${contestId}`)).status).toBe(204);
    }
  });

  it('correct the texts of a published one, and put one away that is over', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const correct = (who: Agent) => who.put(`/api/contests/${contestId}/texts`, { ...texts, revision: 1 });
    expect(await statuses(people, correct)).toEqual({
      ...shut,
      scoped: 403,
      owner: 200,
      organiser: 200,
      admin: 200,
    });
    const put = (who: Agent) => who.put(`/api/contests/${contestId}/archive`);
    expect(await statuses(people, put)).toEqual({
      ...shut,
      scoped: 403,
      owner: 409,
      organiser: 409,
      admin: 409,
    });
  });
});

describe('a copy', () => {
  it('has texts, rounds and blueprint of its own, and neither dates nor people', async () => {
    const unitId = await world.unit();
    const contestant = await world.member({ unitId });
    const at = { kind: 'at' as const, at: new Date(world.now().getTime() + DAY).toISOString() };
    const source = await publishedRound(world, people.owner, {
      questions: 4,
      durationMinutes: 45,
      eligibility: onlyUnits(unitId),
      standingsVisible: at,
    });
    await contestant.post(`/api/rounds/${source.roundId}/attempts`);
    await people.owner.put(`/api/rounds/${source.roundId}/extra-time/${contestant.memberId}`, {
      minutes: 10,
      reason: 'Khiếm thị',
    });
    const before = await draftOf(people.owner, source.contestId);
    const made = await people.organiser.post(`/api/contests/${source.contestId}/copies`, {
      title: 'Tìm hiểu Hiến pháp 2027',
    });
    expect(made.status, made.text).toBe(201);
    const copy = contestDraftView.parse(made.body);
    const [round] = copy.rounds;
    expect(copy).toMatchObject({
      title: 'Tìm hiểu Hiến pháp 2027',
      summary: before.summary,
      rules: before.rules,
      state: 'draft',
      publishedAt: null,
    });
    expect(round).toMatchObject({
      title: 'Vòng 1',
      opensAt: null,
      closesAt: null,
      durationMinutes: 45,
      blueprint: before.rounds[0]?.blueprint,
      eligibility: onlyUnits(unitId),
      standingsVisible: { kind: 'on_close' },
      frozenAt: null,
      entrantCount: 0,
      runningCount: 0,
    });
    expect(round?.id).not.toBe(source.roundId);
    expect((await people.organiser.get(`/api/rounds/${round?.id}/extra-time`)).body.items).toEqual([]);
    expect(await draftOf(people.owner, source.contestId)).toEqual({
      ...before,
      serverNow: expect.any(String),
    });
    expect(await auditOf(world, copy.id)).toEqual([
      { action: 'contest.copy', actorId: people.organiser.memberId },
    ]);
  });

  it('keeps all rounds in their order, and changes of it do not touch the first', async () => {
    const { contestId } = await readyDraft(world, people.owner);
    await people.owner.post(`/api/contests/${contestId}/rounds`);
    const copy = contestDraftView.parse(
      (await people.owner.post(`/api/contests/${contestId}/copies`, { title: 'Lần hai' })).body,
    );
    expect(copy.rounds.map(({ title }) => title)).toEqual(['Vòng 1', 'Vòng 2']);
    await people.owner.delete(`/api/rounds/${copy.rounds[1]?.id}`);
    expect((await draftOf(people.owner, contestId)).rounds).toHaveLength(2);
  });
});

describe('a draft that is thrown away', () => {
  it('is nowhere any more, and whole again once taken back', async () => {
    const { contestId, roundId } = await readyDraft(world, people.owner);
    const before = await draftOf(people.owner, contestId);
    await people.owner.delete(`/api/contests/${contestId}`);
    for (const path of [`contests/${contestId}`, `contests/${contestId}/draft`, `rounds/${roundId}/supply`])
      expect((await people.admin.get(`/api/${path}`)).status, path).toBe(404);
    expect((await people.owner.put(`/api/contests/${contestId}/publication`)).status).toBe(404);
    expect(await titles(people.admin, 'as=organiser')).not.toContain(contestId);
    expect((await people.scoped.put(`/api/contests/${contestId}/restoration`)).status).toBe(404);
    const back = await people.owner.put(`/api/contests/${contestId}/restoration`);
    expect(back.body).toEqual({ ...before, serverNow: expect.any(String) });
    expect(await titles(people.admin, 'as=organiser')).toContain(contestId);
    expect((await auditOf(world, contestId)).slice(1)).toEqual([
      { action: 'contest.delete', actorId: people.owner.memberId },
      { action: 'contest.restore', actorId: people.owner.memberId },
    ]);
  });

  it('is swept out a day later, and no other with it', async () => {
    const { contestId: gone } = await draftContest(people.owner);
    const { contestId: kept } = await draftContest(people.owner);
    await people.owner.delete(`/api/contests/${gone}`);
    await world.advance(DAY - HOUR);
    await world.app.get(ContestLife).sweepDeleted();
    expect((await people.owner.put(`/api/contests/${gone}/restoration`)).status).toBe(200);
    await people.owner.delete(`/api/contests/${gone}`);
    await world.advance(DAY + HOUR);
    await world.app.get(ContestLife).sweepDeleted();
    const owner = await world.member({ roles: [{ role: 'organiser' }] });
    expect((await owner.put(`/api/contests/${gone}/restoration`)).status).toBe(404);
    expect((await owner.get(`/api/contests/${kept}/draft`)).status).toBe(200);
    people = await staff(world);
  });
});

describe('a contest that is over', () => {
  it('keeps its results: it cannot be cancelled, and can be put away and brought back', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    expect((await draftOf(people.owner, contestId)).can).toMatchObject({ cancel: true, archive: false });
    await world.advance(2 * HOUR);
    expect((await draftOf(people.owner, contestId)).can).toMatchObject({ cancel: false, archive: true });
    const refused = await people.owner.put(`/api/contests/${contestId}/cancellation`, { reason: 'Nhầm' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('contest.over');
    expect((await draftOf(people.owner, contestId)).state).toBe('published');
    const away = await people.owner.put(`/api/contests/${contestId}/archive`);
    expect(away.body.archivedAt).toEqual(expect.any(String));
    for (const [who, query] of [
      [people.owner, 'as=organiser'],
      [people.member, 'as=member'],
    ] as const) {
      expect(await titles(who, query)).not.toContain(contestId);
      expect(await titles(who, `${query}&shelf=archived`)).toContain(contestId);
    }
    expect((await people.member.get(`/api/contests/${contestId}`)).status).toBe(200);
    await people.owner.delete(`/api/contests/${contestId}/archive`);
    expect(await titles(people.member, 'as=member')).toContain(contestId);
  });
});

describe('a cancelled contest', () => {
  it('says why and when to everybody who may see it', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    await people.owner.put(`/api/contests/${contestId}/cancellation`, { reason: 'Mất điện toàn tỉnh' });
    const seen = contestView.parse((await people.member.get(`/api/contests/${contestId}`)).body);
    expect(seen).toMatchObject({
      phase: 'cancelled',
      cancellation: { reason: 'Mất điện toàn tỉnh', at: expect.any(String) },
    });
    expect((await draftOf(people.owner, contestId)).cancellation?.reason).toBe('Mất điện toàn tỉnh');
  });
});

describe('PUT /api/contests/:id/texts', () => {
  it('changes what readers read, says since when, and keeps what it was', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const first = contestView.parse((await people.member.get(`/api/contests/${contestId}`)).body);
    expect(first.corrected).toEqual([]);
    const said = await people.owner.put(`/api/contests/${contestId}/texts`, {
      ...texts,
      rules: 'Thi trong 30 phút',
      contact: 'Phòng Bạn đọc, 024 3825 0000',
      revision: 1,
    });
    expect(said.status, said.text).toBe(200);
    const seen = contestView.parse((await people.member.get(`/api/contests/${contestId}`)).body);
    expect(seen).toMatchObject({ rules: 'Thi trong 30 phút', contact: 'Phòng Bạn đọc, 024 3825 0000' });
    expect(seen.corrected.map(({ field }) => field).toSorted()).toEqual(['contact', 'rules']);
    await people.admin.put(`/api/contests/${contestId}/texts`, {
      ...texts,
      rules: 'Thi trong 45 phút',
      contact: 'Phòng Bạn đọc, 024 3825 0000',
      revision: 2,
    });
    const { items } = correctionPage.parse(
      (await people.owner.get(`/api/contests/${contestId}/corrections`)).body,
    );
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      field: 'rules',
      before: 'Thi trong 30 phút',
      after: 'Thi trong 45 phút',
    });
    expect(await auditOf(world, contestId)).toEqual([
      { action: 'contest.correct', actorId: people.owner.memberId },
      { action: 'contest.correct', actorId: people.admin.memberId },
    ]);
  });

  it('pages them, each once', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    for (const revision of [1, 2, 3, 4])
      await people.owner.put(`/api/contests/${contestId}/texts`, {
        ...texts,
        summary: `Lần ${revision}`,
        contact: `Lần ${revision}`,
        revision,
      });
    const ids: string[] = [];
    let cursor = '';
    do {
      const path = `/api/contests/${contestId}/corrections?limit=3${cursor && `&cursor=${cursor}`}`;
      const page = correctionPage.parse((await people.owner.get(path)).body);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  });

  it('changes nothing without a change, over somebody else, or before publication', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const put = (body: object) => people.owner.put(`/api/contests/${contestId}/texts`, body);
    expect((await put({ ...texts, revision: 1 })).body.revision).toBe(1);
    expect((await put({ ...texts, rules: 'Khác', revision: 7 })).body.code).toBe('stale_write');
    const { contestId: draft } = await draftContest(people.owner);
    const early = await people.owner.put(`/api/contests/${draft}/texts`, { ...texts, revision: 1 });
    expect(early.body.code).toBe('contest.not_published');
    expect((await people.owner.get(`/api/contests/${contestId}/corrections`)).body.items).toEqual([]);
  });

  it('a draft whose editor knows of no contact keeps the one it has', async () => {
    const { contestId } = await draftContest(people.owner);
    const write = (body: object) => people.owner.put(`/api/contests/${contestId}`, { title: 'Tên', ...body });
    await write({ ...texts, contact: 'Phòng 12', revision: 1 });
    await write({ summary: 'Mới', rules: '', revision: 2 });
    expect(await draftOf(people.owner, contestId)).toMatchObject({ summary: 'Mới', contact: 'Phòng 12' });
  });
});
