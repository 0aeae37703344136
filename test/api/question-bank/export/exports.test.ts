import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { someQuestion } from '../../../support/questions.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const exported = (selection: object, form: string, agent = organiser) =>
  agent.post('/api/question-exports', { selection, form });
const textOf = (answer: { text?: string; body: unknown }) =>
  answer.text ?? (Buffer.isBuffer(answer.body) ? answer.body.toString('utf8') : '');

async function bankOf(topic: string, count: number): Promise<string> {
  const rows = Array.from(
    { length: count },
    (_row, at) => `${topic} ${at}: "=2+3" {a} ~ 5 \\* 3?;Đúng; một;A;${topic};${at % 2 ? 'Sách' : ''}`,
  );
  const text = `Câu hỏi;A;B;Đáp án;Chủ đề;Nguồn\n${rows.join('\n')}\n`;
  const { body } = await organiser.post('/api/question-imports', { fileName: 'a.csv', format: 'csv', text });
  await organiser.put(`/api/question-imports/${body.id}/application`, { lines: 'all' }).expect(200);
  const { body: topics } = await organiser.get('/api/topics');
  return topics.items.find(({ name }: { name: string }) => name === topic).id;
}

describe('taking questions along', () => {
  it.each(['gift', 'csv'])(
    'as %s: all that match, more than a page, come in again as they were',
    async (form) => {
      const topic = `Ra vào ${form}`;
      const topicId = await bankOf(topic, 130);
      const file = await exported({ filter: { topics: [topicId] } }, form);
      expect(file.status).toBe(200);
      expect(file.headers['content-disposition']).toBe(`attachment; filename="cau-hoi.${form}"`);
      const body = { fileName: `lai.${form}`, format: form, text: textOf(file) };
      const { body: again } = await organiser.post('/api/question-imports', body);
      expect(again.counts).toEqual({ accepted: 0, duplicate: 130, rejected: 0 });
      const before = (await organiser.get(`/api/questions?topics=${topicId}&q=${form}%20129`)).body.items[0];
      const { body: original } = await organiser.get(`/api/questions/${before.id}`);
      const all = { selection: { filter: { topics: [topicId] } }, change: { state: 'retired' } };
      await organiser.post('/api/question-changes', all).expect(201);
      const { body: fresh } = await organiser.post('/api/question-imports', body);
      expect(fresh.counts).toEqual({ accepted: 130, duplicate: 0, rejected: 0 });
      await organiser.put(`/api/question-imports/${fresh.id}/application`, { lines: 'all' }).expect(200);
      const after = (await organiser.get(`/api/questions?topics=${topicId}&q=${form}%20129`)).body.items[0];
      const { body: copy } = await organiser.get(`/api/questions/${after.id}`);
      expect(copy.content).toEqual(original.content);
      expect([copy.level, copy.tags, copy.topic.name, copy.reviewState]).toEqual([
        original.level,
        original.tags,
        topic,
        original.reviewState,
      ]);
    },
  );

  it('takes only what is chosen, and says what has changed since the last time', async () => {
    const { body: one } = await organiser.post('/api/questions', someQuestion({ topic: 'Chọn một' }));
    await organiser.post('/api/questions', someQuestion({ topic: 'Chọn một' }));
    const first = textOf(await exported({ ids: [one.id] }, 'gift'));
    expect(first.match(/::CH-/g)).toHaveLength(1);
    await organiser.put(`/api/topics/${one.topic.id}/name`, { name: 'Tên khác' }).expect(204);
    expect(textOf(await exported({ ids: [one.id] }, 'gift'))).toContain('Tên khác');
  });

  it('says that a file would be larger than one that comes in', async () => {
    const { body: one } = await organiser.post('/api/questions', someQuestion());
    await world.database.query(
      `INSERT INTO question (id, code, topic_id, level, tags, review_state, current_version, type, text, source, fingerprint,
         search, created_by, created_at, updated_at)
       SELECT gen_random_uuid(), 'X-' || n, topic_id, level, tags, review_state, 1, type, text, source, 'x' || n, search,
         created_by, created_at, updated_at FROM question, generate_series(1, 5000) AS n WHERE id = $1`,
      [one.id],
    );
    const refused = await exported({ filter: {} }, 'gift');
    expect(refused.body).toMatchObject({ code: 'question.export_too_large', params: { max: 5000 } });
  });
});
