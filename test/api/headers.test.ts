import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RouteRegistry } from '../../server/platform/http/route-registry.service.js';
import { TestApp } from '../support/app.js';
import { newSession } from '../support/qna.js';

let world: TestApp;
beforeAll(async () => {
  world = await TestApp.start();
});
afterAll(() => world.stop());

it('lets nothing keep an answer of the API: neither data nor a file, a refusal or a missing address', async () => {
  const organiser = await world.member({ roles: [{ role: 'organiser' }, { role: 'moderator' }] });
  const { id } = await newSession(world, organiser);
  const read = world.app
    .get(RouteRegistry)
    .routes()
    .filter(({ method }) => method === 'GET');
  expect(read.length).toBeGreaterThan(30);
  const paths = read.map(({ path }) => path.replace(/:\w+/g, () => v7()));
  const known = ['management', 'ledger', 'ledger.csv', 'ledger.pdf', 'ledger.xlsx'].map(
    (part) => `/api/qna-sessions/${id}/${part}`,
  );
  for (const path of [...paths, ...known, '/api/nothing-here'])
    for (const person of [organiser, world.outsider()]) {
      const { status, headers } = await person.get(path);
      expect(headers['cache-control'], `${status} ${path}`).toBe('no-store');
    }
  const left = await organiser.delete('/api/session').expect(204);
  expect(left.headers['cache-control']).toBe('no-store');
});
