import { afterAll, beforeAll, expect, it } from 'vitest';
import supertest from 'supertest';
import { TestApp } from '../support/app.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

it('answers a quarter megabyte of marks and ten thousand brackets at once, while others are served', async () => {
  const marks = 'a' + '\u0301\u0323'.repeat(55_000);
  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const send = (body: string): supertest.Test =>
    supertest(world.url)
      .post('/api/session')
      .set('x-requested-with', 'hai-dang')
      .set('content-type', 'application/json')
      .send(body);
  const answers = await Promise.all([
    send(JSON.stringify({ login: marks, password: 'x' })),
    send(nested),
    supertest(world.url).get('/api/health'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
}, 8_000);
