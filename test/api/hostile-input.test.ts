import { afterAll, beforeAll, expect, it } from 'vitest';
import supertest from 'supertest';
import { TestApp } from '../support/app.js';
import { publishedRound } from '../support/contest.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

/** Of the processor, which other work on the machine does not use up. */
const MOST_MS = 2_000;

it('answers a quarter megabyte of marks and ten thousand brackets at once, while others are served', async () => {
  const marks = 'a' + '\u0301\u0323'.repeat(55_000);
  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const send = (body: string): supertest.Test =>
    supertest(world.url)
      .post('/api/session')
      .set('x-requested-with', 'hai-dang')
      .set('content-type', 'application/json')
      .send(body);
  const before = process.cpuUsage();
  const answers = await Promise.all([
    send(JSON.stringify({ login: marks, password: 'x' })),
    send(nested),
    supertest(world.url).get('/api/health'),
  ]);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(MOST_MS);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
});

it('refuses text that no database keeps, and years that no calendar has, with a field to look at', async () => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }, { role: 'admin' }] });
  const { body: draft } = await organiser.post('/api/contests', { title: 'Cuộc thi' });
  const [round] = draft.rounds;
  const tries = [
    world.outsider().post('/api/session', { login: 'a\u0000', password: 'x' }),
    organiser.get('/api/questions?q=%00'),
    organiser.get('/api/members?q=%00'),
    organiser.post('/api/contests', { title: 'a\u0000' }),
    organiser.post('/api/contests', { title: 'a\ud800' }),
    organiser.put(`/api/rounds/${round.id}`, { ...round, title: 'a\u0000' }),
    organiser.put(`/api/rounds/${round.id}`, { ...round, opensAt: '0000-01-01T00:00:00Z' }),
    organiser.put(`/api/rounds/${round.id}`, { ...round, closesAt: '9999-12-31T23:59:59-23:59' }),
  ];
  for (const answer of await Promise.all(tries)) {
    expect(answer.status, JSON.stringify(answer.body)).toBe(400);
    expect(answer.body).toMatchObject({ code: 'input.invalid' });
    expect(Object.keys(answer.body.params)).toHaveLength(1);
  }
});

it('lets no unreadable answer of one contestant spoil the saves of others', async () => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { roundId } = await publishedRound(world, organiser);
  const { body: attempt } = await organiser.post(`/api/rounds/${roundId}/attempts`);
  const save = (response: object) =>
    organiser.put(`/api/attempts/${attempt.id}/answers/1`, { epoch: 1, sequence: 1, response });
  const answers = await Promise.all([
    save({ type: 'short_text', text: 'a\u0000' }),
    save({ type: 'single_choice', choice: attempt.questions[0].prompt.options[0].id }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 200]);
});
