import { v4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RouteRegistry } from '../../server/platform/http/route-registry.service.js';
import { memberSocket, contestSocket } from '../../shared/contest/contest.events.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { TestApp } from '../support/app.js';
import { publishedRound } from '../support/contest.js';
import { ask, newSession, sessionDraft } from '../support/qna.js';
import type { Agent } from '../support/world.js';

let world: TestApp;
let reader: Agent;
let ids: { round: string; session: string; contest: string };
beforeAll(async () => {
  world = await TestApp.start();
  reader = await world.member({ roles: [{ role: 'organiser' }, { role: 'moderator' }, { role: 'admin' }] });
  const { roundId, contestId } = await publishedRound(world, reader);
  const session = await newSession(world, reader, {});
  await ask(reader, session.id, { text: 'Bao giờ có phòng họp mới?', anonymous: false });
  ids = { round: roundId, session: session.id, contest: contestId };
});
afterAll(() => world.stop());

const AT = '2026-11-29T00:00:00.000Z';
/** Where the next page of each list begins. */
const LISTS: Record<string, readonly unknown[] | object> = {
  '/api/members': { name: 'An', id: v4() },
  '/api/questions': [AT, v4()],
  '/api/contests': [1_790_000_000_000_000, v4()],
  '/api/contests?as=organiser': [1_790_000_000_000_000, v4()],
  '/api/contests/:contest/corrections': [1_790_000_000_000_000, v4()],
  '/api/rounds/:round/attempts': [1_790_000_000_000_000, v4()],
  '/api/rounds/:round/standings': [1.5, 60_000, AT, v4(), AT],
  '/api/qna-sessions': [AT, 0, 1.5, v4()],
  '/api/qna-sessions/:session/inquiries': { id: v4(), votes: 1, views: 1, askedAtMs: 1 },
  '/api/qna-sessions/:session/desk': [7],
  '/api/qna-sessions/:session/moves': [AT, v4()],
  '/api/qna-sessions/:session/ledger': [1_790_000_000_000_000, v4()],
};
const HOSTILE: readonly unknown[] = [
  '\0',
  'a\0b',
  '\ud800',
  '',
  '%',
  'x'.repeat(700),
  '0000-01-01T00:00:00Z',
  '1900-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-14:00',
  `2026-01-01T00:00:00.${'1'.repeat(140)}Z`,
  '2026-01-01T00:00:00+16:00',
  'infinity',
  2_147_483_648,
  -2_147_483_649,
  9_007_199_254_740_991,
  1e308,
  -0.5,
  1.5,
  null,
  true,
  [],
  {},
  [['a\0']],
];

/** The desk's place is a number alone. */
const cursorOf = (place: unknown): string =>
  Buffer.from(JSON.stringify(Array.isArray(place) && place.length === 1 ? place[0] : place)).toString(
    'base64url',
  );

const pathOf = (list: string, cursor: string): string => {
  const path = list
    .replace(':round', ids.round)
    .replace(':session', ids.session)
    .replace(':contest', ids.contest);
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
};

/** The place with one part of it replaced. */
function spoilt(place: object, key: string, by: unknown): unknown {
  return Array.isArray(place)
    ? place.map((part: unknown, at) => (String(at) === key ? by : part))
    : { ...place, [key]: by };
}

describe('a cursor that somebody wrote by hand', () => {
  it.each(Object.entries(LISTS))('of %s is a place or an invalid input', async (list, place) => {
    await reader.get(pathOf(list, cursorOf(place))).expect(200);
    for (const key of Object.keys(place))
      for (const hostile of HOSTILE) {
        const { status, body } = await reader.get(pathOf(list, cursorOf(spoilt(place, key, hostile))));
        const what = `${key}: ${JSON.stringify(hostile).slice(0, 60)}`;
        expect([200, 400], what).toContain(status);
        if (status === 400) expect(body, what).toMatchObject({ code: 'input.invalid' });
      }
  });

  it.each<[string, unknown]>([
    ['/api/members', { name: '\0', id: v4() }],
    ['/api/questions', ['0000-01-01T00:00:00Z', v4()]],
    ['/api/rounds/:round/standings', [0, 1.5, '2026-01-01T00:00:00Z', v4()]],
    ['/api/rounds/:round/standings', [0, 2_147_483_648, '2026-01-01T00:00:00Z', v4()]],
    ['/api/qna-sessions', ['1900-01-01T00:00:00+23:59', 0, 1.5, v4()]],
    ['/api/qna-sessions', [AT, 2_147_483_648, 1.5, v4()]],
  ])('of %s with %j is refused', async (list, place) => {
    const { status, body } = await reader.get(pathOf(list, cursorOf(place)));
    expect([status, body.code, body.params]).toEqual([400, 'input.invalid', { cursor: 'invalid' }]);
  });
});

it('goes on after the longest name there may be', async () => {
  const name = 'ạ'.repeat(120);
  for (const code of ['DAI-1', 'DAI-2']) await world.member({ fullName: name, code });
  const first = await reader.get(`/api/members?limit=1&q=${encodeURIComponent('DAI-')}`).expect(200);
  const next = await reader.get(
    `/api/members?limit=1&q=${encodeURIComponent('DAI-')}&cursor=${String(first.body.next)}`,
  );
  expect([next.status, next.body.items?.[0]?.code]).toEqual([200, 'DAI-2']);
});

it('takes no time that no database can hold', async () => {
  for (const startsAt of [
    '2026-12-01T00:00:00+16:00',
    '1900-01-01T00:00:00+14:00',
    '9998-12-31T23:59:59-14:00',
  ]) {
    const { status, body } = await reader.post('/api/qna-sessions', sessionDraft(world, { startsAt }));
    expect([startsAt, status, body.code, body.params]).toEqual([
      startsAt,
      400,
      'input.invalid',
      { startsAt: 'out_of_range' },
    ]);
  }
});

it('finds nothing at an address made of nonsense, and breaks at none', async () => {
  const routes = world.app.get(RouteRegistry).routes();
  const withParts = routes.filter(({ method, path }) => method === 'GET' && path.includes(':'));
  expect(withParts.length).toBeGreaterThan(15);
  for (const { path } of withParts)
    for (const nonsense of [
      '%00',
      '%F0%9F%98%80',
      '%ED%A0%80',
      '-1',
      '99999999999999999999',
      'x'.repeat(190),
    ]) {
      const { status } = await reader.get(path.replace(/:\w+/g, nonsense));
      expect([400, 404], `${nonsense} ${path}`).toContain(status);
    }
});

const LARGEST = 2_147_483_647;
const node = z.looseObject({
  type: z.unknown().optional(),
  maximum: z.number().optional(),
  minimum: z.number().optional(),
});

/** Paths of whole numbers in a JSON schema that no `integer` column would hold. */
function tooWide(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, maximum, minimum } = node.catch({}).parse(schema);
  const fits = Math.abs(maximum ?? Infinity) <= LARGEST && Math.abs(minimum ?? Infinity) <= LARGEST + 1;
  return [
    ...(type === 'integer' && !fits ? [path] : []),
    ...Object.entries(schema).flatMap(([key, inner]) => tooWide(inner, `${path}.${key}`)),
  ];
}

it('takes no whole number, anywhere, that its column cannot hold', () => {
  const routes = world.app.get(RouteRegistry).routes();
  const ofRoutes = routes.flatMap(({ method, path, declaration: { in: input } }) =>
    [input?.params, input?.query, input?.body].map((schema) => [`${method} ${path}`, schema] as const),
  );
  const ofSockets = [memberSocket, contestSocket, qnaSocket].flatMap(({ namespace, client }) =>
    Object.entries<{ in: z.ZodType }>(client).map(
      ([event, { in: input }]) => [`${namespace} ${event}`, input] as const,
    ),
  );
  const wide = [...ofRoutes, ...ofSockets].flatMap(([where, schema]) =>
    schema ? tooWide(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), where) : [],
  );
  expect(wide).toEqual([]);
});
