import { z } from 'zod';
import { failureView } from '../../../shared/kernel/failure.js';
import type { TestApp } from '../../support/app.js';
import type { Agent } from '../../support/world.js';

/** A small organisation: `office` ⊃ `north` ⊃ `team`, and `south` beside `north`. */
export type People = {
  units: { office: string; north: string; team: string; south: string };
  outsider: Agent;
  member: Agent;
  coordinator: Agent;
  moderator: Agent;
  organiser: Agent;
  northAdmin: Agent;
  admin: Agent;
};

export async function populate(world: TestApp): Promise<People> {
  const office = await world.unit({ name: 'Cơ quan Tạp chí' });
  const north = await world.unit({ name: 'Khối miền Bắc', parentId: office });
  const team = await world.unit({ name: 'Chi bộ 1', parentId: north });
  const south = await world.unit({ name: 'Khối miền Nam', parentId: office });
  return {
    units: { office, north, team, south },
    outsider: world.outsider(),
    member: await world.member({ unitId: team }),
    coordinator: await world.member({ unitId: north, roles: [{ role: 'coordinator', unitId: north }] }),
    moderator: await world.member({ unitId: office, roles: [{ role: 'moderator' }] }),
    organiser: await world.member({ unitId: office, roles: [{ role: 'organiser' }] }),
    northAdmin: await world.member({ unitId: north, roles: [{ role: 'admin', unitId: north }] }),
    admin: await world.member({ unitId: office, roles: [{ role: 'admin' }] }),
  };
}

const PERSONS = [
  'outsider',
  'member',
  'coordinator',
  'moderator',
  'organiser',
  'northAdmin',
  'admin',
] as const;

/** The status each of them gets for the same call, one after the other. */
export async function byPerson(
  people: People,
  call: (agent: Agent) => Promise<{ status: number }>,
): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const person of PERSONS) statuses[person] = (await call(people[person])).status;
  return statuses;
}

/** What everybody gets who administers nothing. */
export const REFUSED = { outsider: 401, member: 403, coordinator: 403, moderator: 403, organiser: 403 };

const auditRow = z.object({
  actor_id: z.string(),
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** The audit rows about something, the oldest first. */
export async function auditOf(world: TestApp, subjectId: string): Promise<z.infer<typeof auditRow>[]> {
  const rows: unknown = await world.database.query(
    'SELECT actor_id, action, details FROM audit_log WHERE subject_id = $1 ORDER BY at, id',
    [subjectId],
  );
  return auditRow.array().parse(rows);
}

const idBody = z.object({ id: z.string() });
export const idOf = (answer: { body: unknown }): string => idBody.parse(answer.body).id;

const codeBody = failureView.pick({ code: true, params: true });
/** The failure code of an answer, or null when it is none. */
export const codeOf = (answer: { body: unknown }): string | null =>
  codeBody.safeParse(answer.body).data?.code ?? null;
