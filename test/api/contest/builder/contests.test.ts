import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import {
  auditOf,
  draftContest,
  MINUTE,
  HOUR,
  publishedRound,
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

const texts = { title: 'Tên mới', summary: 'Tóm tắt', rules: 'Thể lệ', revision: 1 };

describe('who may do what with a draft', () => {
  it.each([
    {
      route: 'POST /contests',
      ask: (who: Agent) => who.post('/api/contests', { title: 'Cuộc thi' }),
      made: 201,
    },
    {
      route: 'GET /contests/:id/draft',
      ask: (who: Agent, id: string) => who.get(`/api/contests/${id}/draft`),
      made: 200,
    },
    {
      route: 'POST /contests/:id/rounds',
      ask: (who: Agent, id: string) => who.post(`/api/contests/${id}/rounds`),
      made: 201,
    },
  ])('$route', async ({ route, ask, made }) => {
    const { contestId } = await draftContest(people.owner);
    expect(await statuses(people, (who) => ask(who, contestId))).toEqual({
      outsider: 401,
      member: 403,
      coordinator: 403,
      moderator: 403,
      scoped: route === 'POST /contests' ? 201 : 404,
      owner: made,
      organiser: made,
      admin: made,
    });
  });

  it('a contest that never was is not there for anybody', async () => {
    for (const path of [`/api/contests/${v7()}`, `/api/contests/${v7()}/draft`]) {
      expect((await people.admin.get(path)).status).toBe(404);
    }
  });

  it('GET /contests/:id: a draft does not exist for those who do not edit it', async () => {
    const { contestId } = await draftContest(people.owner);
    expect(await statuses(people, (who) => who.get(`/api/contests/${contestId}`))).toEqual({
      outsider: 401,
      member: 404,
      coordinator: 404,
      moderator: 404,
      scoped: 404,
      owner: 200,
      organiser: 200,
      admin: 200,
    });
  });

  it('PUT /contests/:id', async () => {
    const { contestId } = await draftContest(people.owner);
    expect(
      await statuses(people, (who) => who.put(`/api/contests/${contestId}`, { ...texts, revision: 999 })),
    ).toEqual({
      outsider: 401,
      member: 403,
      coordinator: 403,
      moderator: 403,
      scoped: 404,
      owner: 409,
      organiser: 409,
      admin: 409,
    });
  });

  it('everybody signed in sees a published one, and only its editors its draft', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const seen = await statuses(people, (who) => who.get(`/api/contests/${contestId}`));
    expect(seen).toMatchObject({ outsider: 401, member: 200, coordinator: 200, scoped: 200, admin: 200 });
    const drafts = await statuses(people, (who) => who.get(`/api/contests/${contestId}/draft`));
    expect(drafts).toMatchObject({ outsider: 401, member: 403, scoped: 403, owner: 200, organiser: 200 });
  });
});

describe('a new contest', () => {
  it('has one round that lacks only its window and its questions', async () => {
    const made = await people.owner.post('/api/contests', { title: '  Tìm hiểu Hiến pháp ' });
    expect(made.body).toMatchObject({
      title: 'Tìm hiểu Hiến pháp',
      state: 'draft',
      revision: 1,
      publishedAt: null,
    });
    expect(made.body.rounds).toHaveLength(1);
    expect(made.body.rounds[0]).toMatchObject({
      ordinal: 1,
      title: 'Vòng 1',
      phase: 'draft',
      durationMinutes: 30,
      attemptsAllowed: 1,
      counting: 'best',
      graceSeconds: 30,
      eligibility: { kind: 'all' },
      shuffleQuestions: true,
      shuffleOptions: true,
      pointsPerQuestion: 5,
      resultsVisible: { kind: 'on_submission' },
      answersVisible: { kind: 'on_close' },
      standingsVisible: { kind: 'on_close' },
      entrantCount: 0,
    });
    const blocking = made.body.problems.filter(
      (problem: { severity: string }) => problem.severity === 'blocks',
    );
    expect(blocking.map((problem: { code: string }) => problem.code)).toEqual([
      'publish.blueprint_empty',
      'publish.window_missing',
    ]);
    expect(await auditOf(world, made.body.id)).toEqual([
      { action: 'contest.create', actorId: people.owner.memberId },
    ]);
  });

  it('needs a title', async () => {
    const refused = await people.owner.post('/api/contests', { title: '   ' });
    expect(refused.body).toMatchObject({ code: 'input.invalid', params: { title: 'too_small' } });
  });
});

describe('PUT /api/contests/:id', () => {
  it('writes the whole of the texts and raises the revision', async () => {
    const { contestId } = await draftContest(people.owner);
    const saved = await people.owner.put(`/api/contests/${contestId}`, texts);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ title: 'Tên mới', summary: 'Tóm tắt', rules: 'Thể lệ', revision: 2 });
    expect(await auditOf(world, contestId)).toEqual([
      { action: 'contest.create', actorId: people.owner.memberId },
      { action: 'contest.edit', actorId: people.owner.memberId },
    ]);
  });

  it('refuses who read an older state, and changes nothing then', async () => {
    const { contestId } = await draftContest(people.owner);
    await people.owner.put(`/api/contests/${contestId}`, texts);
    const late = await people.admin.put(`/api/contests/${contestId}`, { ...texts, title: 'Bị ghi đè' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'stale_write', params: { revision: 2 } });
    expect((await people.owner.get(`/api/contests/${contestId}/draft`)).body.title).toBe('Tên mới');
  });

  it('lets only one of two who write at once through', async () => {
    const { contestId } = await draftContest(people.owner);
    const answers = await Promise.all(
      [people.owner, people.admin].map((who, index) =>
        who.put(`/api/contests/${contestId}`, { ...texts, title: `Tên ${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('saving what is there already leaves revision and log alone', async () => {
    const { contestId } = await draftContest(people.owner);
    await people.owner.put(`/api/contests/${contestId}`, texts);
    const again = await people.owner.put(`/api/contests/${contestId}`, { ...texts, revision: 2 });
    expect(again.body.revision).toBe(2);
    expect(await auditOf(world, contestId)).toHaveLength(2);
  });

  it('is over once the contest is published', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const refused = await people.owner.put(`/api/contests/${contestId}`, texts);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('contest.not_draft');
  });
});

describe('GET /api/contests', () => {
  const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

  it('shows members what is published, and organisers what they may edit', async () => {
    const apart = await TestApp.start();
    const them = await staff(apart);
    const mine = await draftContest(them.scoped);
    const foreign = await draftContest(them.owner);
    const open = await publishedRound(apart, them.owner);
    expect(idsOf(await them.member.get('/api/contests'))).toEqual([open.contestId]);
    expect(idsOf(await them.organiser.get('/api/contests'))).toEqual([open.contestId]);
    expect(idsOf(await them.scoped.get('/api/contests?as=organiser'))).toEqual([mine.contestId]);
    expect(idsOf(await them.organiser.get('/api/contests?as=organiser')).toSorted()).toEqual(
      [mine.contestId, foreign.contestId, open.contestId].toSorted(),
    );
    expect((await them.member.get('/api/contests?as=organiser')).status).toBe(403);
    expect((await them.outsider.get('/api/contests')).status).toBe(401);
    await apart.stop();
  });

  it('gives every contest once over the pages, the latest close first', async () => {
    const apart = await TestApp.start();
    const { owner, member } = await staff(apart);
    const made: string[] = [];
    for (const hours of [1, 3, 2, 2, 5]) {
      const closesAt = new Date(apart.now().getTime() + hours * HOUR).toISOString();
      made.push((await publishedRound(apart, owner, { closesAt })).contestId);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await member.get(`/api/contests?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...idsOf(page));
      cursor = page.body.next;
    }
    expect(seen.toSorted()).toEqual(made.toSorted());
    expect(seen[0]).toBe(made[4]);
    expect(seen[1]).toBe(made[1]);
    expect(seen[4]).toBe(made[0]);
    expect((await member.get('/api/contests?cursor=nonsense')).status).toBe(400);
    await apart.stop();
  });

  it('tells the phase by the clock', async () => {
    const apart = await TestApp.start();
    const { owner, member } = await staff(apart);
    const opensAt = new Date(apart.now().getTime() + MINUTE).toISOString();
    await publishedRound(apart, owner, { opensAt });
    const phase = async () => (await member.get('/api/contests')).body.items[0].phase;
    expect(await phase()).toBe('upcoming');
    await apart.advance(MINUTE + 1_000);
    expect(await phase()).toBe('running');
    await apart.advance(HOUR);
    expect(await phase()).toBe('closed');
    await apart.stop();
  });
});
