import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RouteRegistry } from '../../server/platform/http/route-registry.service.js';
import type { Role } from '../../shared/kernel/viewer.js';
import { TestApp } from '../support/app.js';
import type { Agent } from '../support/world.js';
import { doors, PEOPLE, type Person } from './doors.table.js';

let world: TestApp;
let agents: Record<Person, Agent>;
let events: string[];
beforeAll(async () => {
  world = await TestApp.start();
  const holding = (role: Role, unitId: string | null = null) => world.member({ roles: [{ role, unitId }] });
  const unit = await world.unit();
  agents = {
    outsider: world.outsider(),
    member: await world.member(),
    coordinator: await holding('coordinator', unit),
    moderator: await holding('moderator'),
    unitOrganiser: await holding('organiser', unit),
    organiser: await holding('organiser'),
    unitAdmin: await holding('admin', unit),
    admin: await holding('admin'),
  };
  events = await declaredEvents();
});
afterAll(() => world.stop());

const contract = z.object({ namespace: z.string(), client: z.record(z.string(), z.unknown()) });

/** `/namespace event` of every socket contract there is. */
async function declaredEvents(): Promise<string[]> {
  const shared = join(import.meta.dirname, '../../shared');
  const modules = await Promise.all(
    globSync('*/*.events.ts', { cwd: shared }).map(
      async (path): Promise<Record<string, unknown>> => await import(pathToFileURL(join(shared, path)).href),
    ),
  );
  return modules.flatMap((module) =>
    Object.values(module).flatMap((value) => {
      const { data } = contract.safeParse(value);
      return data ? Object.keys(data.client).map((event) => `${data.namespace} ${event}`) : [];
    }),
  );
}

const failure = z.object({ code: z.string() });

/** Sends nothing useful on purpose: what is asked is only whether the door opens. */
async function knock(person: Person, door: string): Promise<{ opened: boolean; answer: string }> {
  const [method, path] = door.split(' ');
  const address = (path ?? '').replace(/:\w+/g, () => v7());
  const agent = agents[person];
  const verbs: Record<string, () => ReturnType<Agent['get']>> = {
    GET: () => agent.get(address),
    POST: () => agent.post(address),
    PUT: () => agent.put(address),
    DELETE: () => agent.delete(address),
  };
  const send = verbs[method ?? ''];
  if (!send) throw new Error(`${door}: a method this test does not know`);
  const { status, body } = await send();
  const code = failure.safeParse(body).data?.code ?? '';
  expect(status, `${door} by ${person}`).toBeLessThan(500);
  const refused = status === (person === 'outsider' ? 401 : 403) && code.startsWith('auth.');
  return { opened: !refused, answer: `${status} ${code}` };
}

const ack = z.object({ ok: z.boolean(), error: failure.optional() });

/** Who is not let into a namespace at all is cut off instead of answered. */
async function emit(person: Person, door: string): Promise<{ opened: boolean; answer: string }> {
  const [namespace, event] = door.split(' ');
  const { cookie } = agents[person];
  const socket = io(`${world.url}${namespace ?? ''}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: cookie ? { cookie } : {},
  });
  try {
    const code = await Promise.race([cutOff(socket), answerTo(socket, event ?? '')]);
    return { opened: !code.startsWith('auth.'), answer: code };
  } finally {
    socket.disconnect();
  }
}

const cutOff = (socket: Socket) =>
  new Promise<string>((resolve) => {
    socket.once('disconnect', () => resolve('auth.cut_off'));
    socket.once('connect_error', () => resolve('auth.not_connected'));
  });

async function answerTo(socket: Socket, event: string): Promise<string> {
  const answer: unknown = await socket.emitWithAck(event, {});
  return ack.parse(answer).error?.code ?? 'ok';
}

// Signing out would leave this person outside for the doors that follow.
const SIGN_OUT = 'DELETE /api/session';

describe('every door', () => {
  it('is in the table, and the table names no other', () => {
    const routes = world.app
      .get(RouteRegistry)
      .routes()
      .map(({ method, path }) => `${method} ${path}`);
    expect(doors.map(({ name }) => name).toSorted()).toEqual([...routes, ...events].toSorted());
  });

  it.each(PEOPLE)('opens to the %s exactly where the table says so', async (person) => {
    const wrong: string[] = [];
    for (const { name, opensTo } of doors) {
      if (name === SIGN_OUT) continue;
      const { opened, answer } = await (name.startsWith('/') ? emit(person, name) : knock(person, name));
      if (opened !== opensTo.has(person)) wrong.push(`${name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets out whoever is in, and nobody else', async () => {
    const signOut = doors.find(({ name }) => name === SIGN_OUT);
    for (const person of PEOPLE)
      expect((await knock(person, SIGN_OUT)).opened, person).toBe(signOut?.opensTo.has(person));
  });
});
