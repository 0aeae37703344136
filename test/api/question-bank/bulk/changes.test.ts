import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import { someQuestion } from '../../../support/questions.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

/** A topic of its own for each test, with more questions than a page of the list shows. */
let topic: string;
let topicId: string;
const COUNT = 120;
let run = 0;
beforeEach(async () => {
  run += 1;
  topic = `Báo chí ${run}`;
  const rows = Array.from({ length: COUNT }, (_row, at) =>
    [
      `Câu ${run}.${at}?`,
      ...['1', '2'],
      'A',
      topic,
      ['nhận biết', 'thông hiểu'][at % 2],
      at % 3 === 0 ? 'Luật Báo chí' : '',
      at % 4 === 0 ? 'vòng 1' : '',
    ].join(','),
  );
  const text = `Câu hỏi,A,B,Đáp án,Chủ đề,Mức độ,Nguồn,Thẻ\n${rows.join('\n')}\n`;
  const { body } = await organiser.post('/api/question-imports', { fileName: 'a.csv', format: 'csv', text });
  await organiser.put(`/api/question-imports/${body.id}/application`, { lines: 'all' }).expect(200);
  const topics = await organiser.get('/api/topics');
  topicId = topics.body.items.find(({ name }: { name: string }) => name === topic).id;
});

type Change = Record<string, unknown>;
const all = () => ({ filter: { topics: [topicId] } });
const change = (change: Change, selection: object = all(), agent = organiser) =>
  agent.post('/api/question-changes', { selection, change });
const found = async (query = '') =>
  (await organiser.get(`/api/questions?topics=${topicId}&limit=100${query}`)).body;

describe('changing all that match', () => {
  it('sets a level on more questions than a page holds, says before how many, and gives every one back', async () => {
    const shown = await organiser.post('/api/question-changes/preview', {
      selection: all(),
      change: { level: 'understand' },
    });
    expect(shown.body).toMatchObject({
      total: COUNT,
      now: { levels: { recall: 60, understand: 60, apply: 0, analyse: 0 }, withoutSource: 80 },
      will: { changed: 60, level: 60, source: 0 },
    });
    const done = await change({ level: 'understand' });
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({ changed: 60, refused: 0 });
    expect((await found('&levels=understand')).total).toBe(COUNT);
    const undone = await organiser.delete(`/api/question-changes/${done.body.id}`);
    expect(undone.body).toEqual({ restored: 60, kept: 0 });
    expect((await found('&levels=recall')).total).toBe(60);
    expect((await organiser.delete(`/api/question-changes/${done.body.id}`)).status).toBe(404);
  });

  it('fills a source only where there is none, as a new version that search finds', async () => {
    const source = { text: 'Huỳnh Văn Tòng, 1973', onlyMissing: true };
    const done = await change({ source });
    expect(done.body.changed).toBe(80);
    expect((await found('&q=huynh%20van%20tong')).total).toBe(80);
    const { items } = await found('&q=huynh');
    const { body: one } = await organiser.get(`/api/questions/${items[0].id}`);
    expect(one).toMatchObject({ version: 2, content: { source: 'Huỳnh Văn Tòng, 1973' } });
    expect(one.versions.map(({ content }: { content: { source: string } }) => content.source)).toEqual([
      'Huỳnh Văn Tòng, 1973',
      '',
    ]);
    const undone = await organiser.delete(`/api/question-changes/${done.body.id}`);
    expect(undone.body).toEqual({ restored: 80, kept: 0 });
    expect((await organiser.get(`/api/questions/${items[0].id}`)).body.versions).toHaveLength(1);
    expect((await found('&q=huynh')).total).toBe(0);
  });

  it('adds and takes away tags, whatever their case, and keeps the others in order', async () => {
    await change({ tags: { add: ['Vòng 3', 'ôn'], remove: ['VÒNG 1'] } });
    const { items } = await found();
    expect(new Set(items.map(({ tags }: { tags: string[] }) => tags.join()))).toEqual(new Set(['Vòng 3,ôn']));
    const again = await change({ tags: { add: ['vòng 3'] } });
    expect(again.body.changed).toBe(0);
  });

  it('moves to a topic that is made with it, and leaves out what was taken out of the selection', async () => {
    const [kept] = (await found()).items;
    const done = await change({ topic: `Mới ${run}` }, { ...all(), except: [kept.id] });
    expect(done.body.changed).toBe(COUNT - 1);
    expect((await found()).total).toBe(1);
  });

  it('acts on what the filter finds then, and keeps what somebody changed since when it is taken back', async () => {
    await organiser.post('/api/questions', { ...someQuestion(), topic }).expect(201);
    const done = await change({ level: 'apply' });
    expect(done.body.changed).toBe(COUNT + 1);
    const [one] = (await found()).items;
    const colleague = await world.member({ roles: [{ role: 'organiser' }] });
    await change({ level: 'analyse' }, { ids: [one.id] }, colleague);
    const undone = await organiser.delete(`/api/question-changes/${done.body.id}`);
    expect(undone.body).toEqual({ restored: COUNT, kept: 1 });
    expect((await organiser.get(`/api/questions/${one.id}`)).body.level).toBe('analyse');
  });

  it('retires and takes up again, but not what has its like in use, and names it', async () => {
    const retired = await change({ state: 'retired' });
    expect(retired.body.changed).toBe(COUNT);
    const text = `Câu hỏi,A,B,Đáp án,Chủ đề,Nguồn\nCâu ${run}.5?,1,2,A,${topic},x\n`;
    const { body } = await organiser.post('/api/question-imports', {
      fileName: 'b.csv',
      format: 'csv',
      text,
    });
    await organiser.put(`/api/question-imports/${body.id}/application`, { lines: 'all' }).expect(200);
    const back = await change({ state: 'reviewed' }, { filter: { topics: [topicId], states: ['retired'] } });
    expect(back.body).toMatchObject({
      changed: COUNT - 1,
      refused: 1,
      refusals: [{ code: expect.stringMatching(/^CH-\d+$/), reason: 'repeats' }],
    });
  });

  it('lets papers keep what they have, also when it is taken back', async () => {
    const { questions } = await publishedRound(world, organiser);
    const ids = questions.map(({ questionId }) => questionId);
    const shown = await organiser.post('/api/question-changes/preview', {
      selection: { ids },
      change: { source: { text: 'Nguồn khác' } },
    });
    expect(shown.body).toMatchObject({ now: { inPapers: ids.length }, will: { inPapers: ids.length } });
    const done = await change({ source: { text: 'Nguồn khác' } }, { ids });
    expect(done.body.changed).toBe(ids.length);
    const pool = await world.database.query(
      `SELECT DISTINCT number FROM round_pool JOIN question_version ON question_version.id = version_id
       WHERE question_id = ANY($1)`,
      [ids],
    );
    expect(pool).toEqual([{ number: 1 }]);
    const undone = await organiser.delete(`/api/question-changes/${done.body.id}`);
    expect(undone.body.restored).toBe(ids.length);
  });

  it('finds what came in by one file', async () => {
    const [{ import_id: file }] = await world.database.query(
      'SELECT DISTINCT import_id FROM question WHERE topic_id = $1',
      [topicId],
    );
    await organiser.post('/api/questions', { ...someQuestion(), topic }).expect(201);
    expect((await found(`&import=${file}`)).total).toBe(COUNT);
    expect((await change({ level: 'apply' }, { filter: { import: file } })).body.changed).toBe(COUNT);
  });

  it('is its maker’s to take back, for ten minutes', async () => {
    const done = await change({ level: 'apply' });
    const path = `/api/question-changes/${done.body.id}`;
    const colleague = await world.member({ roles: [{ role: 'organiser' }] });
    expect((await colleague.delete(path)).status).toBe(404);
    await world.advance(10 * 60_000 + 1000);
    expect((await organiser.delete(path)).body).toMatchObject({ code: 'question.change_too_late' });
  });

  it('refuses a change of nothing and a selection of nothing', async () => {
    expect((await change({})).body).toMatchObject({ code: 'input.invalid' });
    expect((await change({ level: 'apply' }, { ids: [] })).body).toMatchObject({ code: 'input.invalid' });
    expect((await change({ level: 'apply' }, {})).body).toMatchObject({ code: 'input.invalid' });
  });
});
