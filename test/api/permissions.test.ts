import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RouteRegistry } from '../../server/platform/http/route-registry.service.js';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import type { Role, Viewer } from '../../shared/kernel/viewer.js';
import { TestApp } from '../support/app.js';
import type { Agent } from '../support/world.js';

/** Every route that exists must pass here; raise it when routes are added, so that none is lost unseen. */
const ROUTES_AT_LEAST = 96;
const PEOPLE = ['outsider', 'member', 'moderator', 'organiser', 'admin'] as const;
type Person = (typeof PEOPLE)[number];

let world: TestApp;
let agents: Record<Person, Agent>;
beforeAll(async () => {
  world = await TestApp.start();
  const holding = (...roles: Role[]) => world.member({ roles: roles.map((role) => ({ role })) });
  agents = {
    outsider: world.outsider(),
    member: await holding(),
    moderator: await holding('moderator'),
    organiser: await holding('organiser'),
    admin: await holding('admin'),
  };
});
afterAll(() => world.stop());

/** As the session would say it: the policy is asked the same question that the guard asks. */
function viewerOf(person: Person): Viewer | null {
  if (person === 'outsider') return null;
  const grants = person === 'member' ? [] : [{ role: person, unitId: null }];
  return {
    memberId: memberId.parse(agents[person].memberId),
    sessionId: v7(),
    unitPath: [unitId.parse(v7())],
    grants,
  };
}

const failure = z.object({ code: z.string() });

/** Sends nothing useful on purpose: what is asked is only whether the door opens. */
async function knock(person: Person, { method, path }: { method: string; path: string }) {
  const address = path.replace(/:\w+/g, () => v7());
  const agent = agents[person];
  const verbs: Record<string, () => ReturnType<Agent['get']>> = {
    GET: () => agent.get(address),
    POST: () => agent.post(address),
    PUT: () => agent.put(address),
    DELETE: () => agent.delete(address),
  };
  const send = verbs[method];
  if (!send) throw new Error(`${method} ${path}: a method this matrix does not know`);
  const answer = await send();
  return { status: answer.status, code: failure.safeParse(answer.body).data?.code };
}

describe('every route', () => {
  it('is known here', () => {
    const routes = world.app.get(RouteRegistry).routes();
    expect(routes.length).toBeGreaterThanOrEqual(ROUTES_AT_LEAST);
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(PEOPLE)('opens to the %s exactly where its policy says so', async (person) => {
    const wrong: string[] = [];
    for (const route of world.app.get(RouteRegistry).routes()) {
      // Signing out would leave this person outside for the routes that follow.
      if (route.path === '/api/session' && route.method === 'DELETE') continue;
      const { status, code } = await knock(person, route);
      const allowed = route.declaration.policy.allows(viewerOf(person));
      const refused = status === (person === 'outsider' ? 401 : 403) && code?.startsWith('auth.') === true;
      const line = `${route.method} ${route.path} (${route.declaration.policy.name}): ${status} ${code ?? ''}`;
      if (status >= 500 || refused === allowed) wrong.push(line);
    }
    expect(wrong).toEqual([]);
  });

  it('asks everybody but an outsider who wants to sign out to be signed in', async () => {
    const out = { method: 'DELETE', path: '/api/session' };
    expect(await knock('outsider', out)).toEqual({ status: 401, code: 'auth.required' });
    expect((await knock('moderator', out)).status).toBe(204);
  });
});
