import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperPreview } from '../../../../shared/contest/contest.schema.js';
import { questionPage, questionView } from '../../../../shared/question-bank/question.schema.js';
import { draftContest, HOUR, inFuture, openNow } from '../../../support/contest.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

const COUNT = 40;

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const items = Array.from(
    { length: COUNT },
    (_item, at) => `Câu số ${at}? {=Đúng ~Sai một ~Sai hai ~Sai ba}`,
  );
  const text = `$CATEGORY: Đáp án đứng đầu\n\n${items.join('\n\n')}\n`;
  const shown = await organiser.post('/api/question-imports', { fileName: 'de.gift', format: 'gift', text });
  const path = `/api/question-imports/${shown.body.id}/application`;
  expect((await organiser.put(path, { lines: 'all' })).body).toMatchObject({ added: COUNT });
});
afterAll(() => world.stop());

const rows = questionPage.pick({ items: true });
const inBank = async () => rows.parse((await organiser.get('/api/questions?limit=50')).body).items;

describe('questions whose right option is written first', () => {
  it('do not tell so by the ids that a paper carries', async () => {
    const bank = await inBank();
    await organiser.put('/api/questions/review', { ids: bank.map(({ id }) => id), state: 'reviewed' });
    const [first] = bank;
    if (!first) throw new Error('nothing was imported');
    const { roundId } = await draftContest(organiser);
    const blueprint = [{ topicId: first.topic.id, level: first.level, count: COUNT }];
    const settings = { ...openNow(world.now(), first.topic.id, COUNT), blueprint };
    const window = { opensAt: inFuture(world, HOUR), closesAt: inFuture(world, 2 * HOUR) };
    await organiser.put(`/api/rounds/${roundId}`, { ...settings, ...window, revision: 1 });
    const paper = paperPreview.parse((await organiser.post(`/api/rounds/${roundId}/preview`)).body);
    const right = paper.questions.map(({ prompt }) =>
      'options' in prompt ? prompt.options.find(({ text }) => text === 'Đúng')?.id : undefined,
    );
    expect(right).toHaveLength(COUNT);
    expect([...new Set(right)].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are lettered as they were written in the bank, and the same content again is no new version', async () => {
    const [first] = await inBank();
    const path = `/api/questions/${first?.id}`;
    const { content, version, level } = questionView.parse((await organiser.get(path)).body);
    expect(content.solution).toEqual({ type: 'single_choice', credits: { a: 1 } });
    expect('options' in content.prompt && content.prompt.options.map(({ id }) => id).join('')).toBe('abcd');
    const edited = { content, topic: 'Chủ đề khác', level, expectedVersion: version };
    expect((await organiser.put(path, edited)).body).toMatchObject({ version, content });
  });
});
