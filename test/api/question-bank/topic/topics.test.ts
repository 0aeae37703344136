import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

type Topic = { id: string; name: string; questionCount: number; retired: boolean };
const topics = async (): Promise<Topic[]> => (await organiser.get('/api/topics')).body.items;
async function topicOf(name: string, count = 1): Promise<Topic> {
  for (let at = 0; at < count; at += 1)
    await organiser.post('/api/questions', someQuestion({ topic: name })).expect(201);
  const topic = (await topics()).find((one) => one.name === name);
  if (!topic) throw new Error('no topic');
  return topic;
}

describe('a topic', () => {
  it('gets another name, but not one that another has, in whatever case', async () => {
    const law = await topicOf('Luật');
    await topicOf('Lịch sử báo chí');
    const path = `/api/topics/${law.id}/name`;
    expect((await organiser.put(path, { name: 'LỊCH SỬ BÁO CHÍ' })).body).toMatchObject({
      code: 'topic.name_taken',
    });
    expect((await organiser.put(path, { name: 'luật' })).status).toBe(204);
    expect((await topics()).find(({ id }) => id === law.id)).toMatchObject({ name: 'luật' });
  });

  it('goes into another with all its questions, retired ones too, and in drafts of papers', async () => {
    const from = await topicOf('Văn hoá', 3);
    const into = await topicOf('Văn hóa đọc', 2);
    const [one] = (await organiser.get(`/api/questions?topics=${from.id}`)).body.items;
    await organiser.put('/api/questions/review', { ids: [one.id], state: 'retired' }).expect(200);
    await organiser.put(`/api/topics/${from.id}/successor`, { into: into.id }).expect(204);
    expect((await topics()).filter(({ id }) => id === from.id)).toEqual([]);
    const moved = await organiser.get(`/api/questions?topics=${into.id}&states=draft,reviewed,retired`);
    expect(moved.body.total).toBe(5);
  });

  it('stays, but retired, where a published paper draws from it', async () => {
    const { questions } = await publishedRound(world, organiser);
    const { body: question } = await organiser.get(`/api/questions/${questions[0]?.questionId}`);
    const into = await topicOf('Nơi đến');
    await organiser.put(`/api/topics/${question.topic.id}/successor`, { into: into.id }).expect(204);
    expect((await topics()).find(({ id }) => id === question.topic.id)).toMatchObject({ retired: true });
  });

  it('goes into no retired one and not into itself', async () => {
    const one = await topicOf('Một');
    const other = await topicOf('Hai');
    await organiser.put(`/api/topics/${other.id}/retirement`).expect(204);
    for (const into of [one.id, other.id]) {
      const refused = await organiser.put(`/api/topics/${one.id}/successor`, { into });
      expect(refused.body).toMatchObject({ code: 'topic.merge_invalid' });
    }
  });

  it('retires and comes back, also when somebody writes a question under it', async () => {
    const topic = await topicOf('Sắp cất');
    const now = async () => (await topics()).find(({ id }) => id === topic.id)?.retired;
    await organiser.put(`/api/topics/${topic.id}/retirement`).expect(204);
    expect(await now()).toBe(true);
    await organiser.delete(`/api/topics/${topic.id}/retirement`).expect(204);
    expect(await now()).toBe(false);
    await organiser.put(`/api/topics/${topic.id}/retirement`).expect(204);
    await organiser.post('/api/questions', someQuestion({ topic: 'sắp cất' })).expect(201);
    expect(await now()).toBe(false);
  });

  it('is nobody’s to change who does not organise', async () => {
    const topic = await topicOf('Của ban');
    const agents: [Agent, number][] = [
      [world.outsider(), 401],
      [await world.member(), 403],
      [await world.member({ roles: [{ role: 'admin' }] }), 204],
    ];
    for (const [agent, status] of agents) {
      expect((await agent.put(`/api/topics/${topic.id}/name`, { name: 'Khác' })).status).toBe(status);
      expect((await agent.put(`/api/topics/${topic.id}/retirement`)).status).toBe(status);
      expect((await agent.delete(`/api/topics/${topic.id}/retirement`)).status).toBe(status);
    }
  });
});
