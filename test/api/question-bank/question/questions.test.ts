import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import { someQuestion, withText } from '../../../support/questions.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const create = (question = someQuestion()) => organiser.post('/api/questions', question);

describe('who may use the bank', () => {
  it('lets organisers and administrators in and nobody else', async () => {
    const created = await create();
    const agents: [Agent, number][] = [
      [world.outsider(), 401],
      [await world.member(), 403],
      [await world.member({ roles: [{ role: 'moderator' }] }), 403],
      [await world.member({ roles: [{ role: 'admin' }] }), 200],
    ];
    for (const [agent, status] of agents) {
      expect((await agent.get('/api/questions')).status).toBe(status);
      expect((await agent.get('/api/topics')).status).toBe(status);
      expect((await agent.get(`/api/questions/${created.body.id}`)).status).toBe(status);
      const body = { ids: [created.body.id], state: 'draft' };
      expect((await agent.put('/api/questions/review', body)).status).toBe(status);
      if (status === 200) continue;
      expect((await agent.post('/api/questions', someQuestion())).status).toBe(status);
      expect((await agent.put(`/api/questions/${created.body.id}`, {})).status).toBe(status);
      expect((await agent.put('/api/questions/topic', { ids: [created.body.id], topic: 'x' })).status).toBe(
        status,
      );
    }
  });
});

describe('writing', () => {
  it('starts as a draft in its first version, with a code and its topic made', async () => {
    const created = await create(someQuestion({ topic: 'Hiến pháp 2013', tags: ['ôn tập'] }));
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      reviewState: 'draft',
      version: 1,
      topic: { name: 'Hiến pháp 2013' },
      usedCount: 0,
    });
    expect(created.body.code).toMatch(/^CH-\d{4}$/);
    const audit = await world.database.query('SELECT action FROM audit_log WHERE subject_id = $1', [
      created.body.id,
    ]);
    expect(audit).toEqual([{ action: 'question.create' }]);
  });

  it('refuses a key that gives nobody full marks, or names an option that is not there', async () => {
    const none = someQuestion();
    none.content = { ...none.content, solution: { type: 'single_choice', credits: { a: 0.5 } } };
    expect((await create(none)).body).toMatchObject({
      code: 'input.invalid',
      params: { content: 'no_full_credit' },
    });
    const unknown = someQuestion();
    unknown.content = { ...unknown.content, solution: { type: 'single_choice', credits: { a: 1, z: 0 } } };
    expect((await create(unknown)).body).toMatchObject({ params: { content: 'key_names_unknown_option' } });
  });

  it('refuses the same question a second time and names the first', async () => {
    const question = someQuestion();
    const first = await create(question);
    const second = await create({ ...question, topic: 'Chủ đề khác' });
    expect(second.body).toMatchObject({ code: 'question.repeats', params: { code: first.body.code } });
    const raced = await Promise.all([1, 2, 3].map(() => create(someQuestionOnce)));
    expect(raced.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('makes a new version of changed content, none of changed tags, and keeps the old one', async () => {
    const question = someQuestion();
    const { body: first } = await create(question);
    const tagged = await organiser.put(`/api/questions/${first.id}`, {
      ...question,
      tags: ['mới'],
      expectedVersion: 1,
    });
    expect(tagged.body).toMatchObject({ version: 1, tags: ['mới'] });
    const changed = withText(question, 'Một câu hỏi đã được viết lại hoàn toàn?');
    const second = await organiser.put(`/api/questions/${first.id}`, { ...changed, expectedVersion: 1 });
    expect(second.body).toMatchObject({ version: 2, text: 'Một câu hỏi đã được viết lại hoàn toàn?' });
    expect(second.body.versions.map((version: { number: number }) => version.number)).toEqual([2, 1]);
    expect(second.body.versions[1].content.prompt.text).toBe(question.content.prompt.text);
  });

  it('tells an editor who is behind instead of overwriting', async () => {
    const question = someQuestion();
    const { body: first } = await create(question);
    const edits = ['Bản của người thứ nhất?', 'Bản của người thứ hai?'].map((text) =>
      organiser.put(`/api/questions/${first.id}`, { ...withText(question, text), expectedVersion: 1 }),
    );
    const answers = await Promise.all(edits);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'stale_write', params: { version: 2 } });
  });

  it('never changes a version row', async () => {
    await expect(world.database.query(`UPDATE question_version SET explanation = 'khác'`)).rejects.toThrow(
      /never change/,
    );
  });
});

const someQuestionOnce = someQuestion();

describe('finding', () => {
  it('finds words with or without accents, in any case, all of them, and takes % as a sign', async () => {
    const { body } = await create(
      withText(someQuestion(), 'Tờ báo Thanh Niên ra số đầu tiên ở Quảng Châu, 100% đúng?'),
    );
    for (const q of ['thanh nien', 'QUẢNG châu', 'quang thanh', '100%', body.code.toLowerCase()]) {
      const found = await organiser.get(`/api/questions?q=${encodeURIComponent(q)}`);
      expect(
        found.body.items.map(({ id }: { id: string }) => id),
        q,
      ).toEqual([body.id]);
    }
    const none = await organiser.get(`/api/questions?q=${encodeURIComponent('thanh vinh')}`);
    expect(none.body).toEqual({ items: [], next: null, total: 0 });
  });

  it('filters by topic, level, type and state, and pages without losing or repeating a row', async () => {
    const topic = 'Chủ đề để lọc';
    const made = await Promise.all(
      Array.from({ length: 7 }, () => create(someQuestion({ topic, level: 'apply' }))),
    );
    const ids = made.map(({ body }) => body.id);
    await organiser.put('/api/questions/review', { ids: ids.slice(0, 3), state: 'reviewed' }).expect(200);
    const topicId = made[0]?.body.topic.id;
    const reviewed = await organiser.get(
      `/api/questions?topics=${topicId}&states=reviewed&levels=apply&types=single_choice`,
    );
    expect(reviewed.body.total).toBe(3);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await organiser.get(`/api/questions?topics=${topicId}&limit=3${cursor}`);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.next ? `&cursor=${page.body.next}` : '';
    } while (cursor);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect((await organiser.get('/api/questions?cursor=nonsense')).status).toBe(400);
    expect((await organiser.get('/api/questions?limit=1000')).status).toBe(400);
  });

  it('moves a selection to another topic and hides retired questions until asked', async () => {
    const { body } = await create(someQuestion({ topic: 'Cũ' }));
    const moved = await organiser.put('/api/questions/topic', { ids: [body.id], topic: 'Mới tinh' });
    expect(moved.body).toEqual({ changed: 1 });
    expect((await organiser.get(`/api/questions/${body.id}`)).body.topic.name).toBe('Mới tinh');
    await organiser.put('/api/questions/review', { ids: [body.id], state: 'retired' }).expect(200);
    const usual = await organiser.get(`/api/questions?q=${body.code}`);
    const retired = await organiser.get(`/api/questions?q=${body.code}&states=retired`);
    expect([usual.body.total, retired.body.total]).toEqual([0, 1]);
  });
});
