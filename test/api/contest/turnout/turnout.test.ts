import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentRounds } from '../../../../shared/contest/home.schema.js';
import {
  remindersView,
  turnoutPeople,
  turnoutRounds,
  turnoutView,
  type TurnoutPeople,
} from '../../../../shared/contest/turnout.schema.js';
import { TestApp } from '../../../support/app.js';
import {
  auditOf,
  HOUR,
  MINUTE,
  onlyUnits,
  publishedRound,
  type PublishedRound,
} from '../../../support/contest.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
import type { Agent } from '../../../support/world.js';

/** As a unit has them: the list of a paper is by given name, then by the rest of the name. */
const NAMES = ['Trần Quốc Anh', 'Đoàn Khánh Chi', 'Cao Minh Đức', 'Bùi Văn Anh', 'Đặng Sơn Tùng', 'Lê An'];
const BY_GIVEN_NAME = [
  'Lê An',
  'Bùi Văn Anh',
  'Trần Quốc Anh',
  'Đoàn Khánh Chi',
  'Cao Minh Đức',
  'Đặng Sơn Tùng',
];

let world: TestApp;
let units: Record<'root' | 'north' | 'south' | 'northFirst' | 'southFirst', string>;
let north: Agent;
let south: Agent;
let organiser: Agent;
let unitOrganiser: Agent;
let round: PublishedRound;
let people: Agent[];
beforeAll(async () => {
  world = await TestApp.start();
  const root = await world.unit({ name: 'Tạp chí Lý luận' });
  const [northUnit, southUnit] = [
    await world.unit({ name: 'Cục Bắc', parentId: root }),
    await world.unit({ name: 'Cục Nam', parentId: root }),
  ];
  units = {
    root,
    north: northUnit,
    south: southUnit,
    northFirst: await world.unit({ name: 'Chi bộ 1', parentId: northUnit }),
    southFirst: await world.unit({ name: 'Chi bộ 1', parentId: southUnit }),
  };
  const leads = (unitId: string, fullName: string) =>
    world.member({ unitId: root, fullName, roles: [{ role: 'coordinator', unitId }] });
  north = await leads(units.north, 'Nguyễn Thị Hạnh');
  south = await leads(units.south, 'Phạm Văn Nam');
  organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  unitOrganiser = await world.member({ unitId: root, roles: [{ role: 'organiser', unitId: units.south }] });
  people = [];
  for (const fullName of NAMES) people.push(await world.member({ unitId: units.northFirst, fullName }));
  round = await publishedRound(world, organiser, { title: 'Báo chí Việt Nam' });
});
afterAll(() => world.stop());

type Query = Record<string, string>;
const search = (query: Query) => `?${new URLSearchParams(query)}`;
const rounds = async (who: Agent, query: Query = {}) =>
  turnoutRounds.parse((await who.get(`/api/turnout${search(query)}`)).body);
const peoplePath = ({ roundId }: PublishedRound, query: Query = {}) =>
  `/api/rounds/${roundId}/turnout/people${search(query)}`;
const list = async (who: Agent, of: PublishedRound, query: Query = {}): Promise<TurnoutPeople> =>
  turnoutPeople.parse((await who.get(peoplePath(of, query))).body);
const names = ({ items }: TurnoutPeople) => items.map(({ fullName }) => fullName);
const remind = async (who: Agent, of: PublishedRound, body: object) =>
  remindersView.parse((await who.post(`/api/rounds/${of.roundId}/reminders`, body)).body);
const person = (name: string) => people[NAMES.indexOf(name)] ?? world.outsider();
const home = async (who: Agent, of: PublishedRound) => {
  const { items } = currentRounds.parse((await who.get('/api/rounds/current')).body);
  return items.find(({ roundId }) => roundId === of.roundId)?.reminder ?? null;
};

describe('who has not entered', () => {
  it('is listed by given name, with unit and code, a page at a time', async () => {
    expect(names(await list(north, round))).toEqual(BY_GIVEN_NAME);
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: TurnoutPeople = await list(north, round, { limit: '2', ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      listed.push(...names(page));
      cursor = page.next;
    }
    expect(listed).toEqual(BY_GIVEN_NAME);
    const [first] = (await list(north, round)).items;
    expect(first).toMatchObject({ unit: 'Chi bộ 1, Cục Bắc', reminded: null, mayRemind: true });
  });

  it.each([
    ['anh', ['Bùi Văn Anh', 'Trần Quốc Anh']],
    ['tran anh', ['Trần Quốc Anh']],
    ['nh', []],
    ['duc', ['Cao Minh Đức']],
    ['%', []],
    ['chi bo', BY_GIVEN_NAME],
  ])('is found by %s', async (q, found) => {
    expect(names(await list(north, round, { q }))).toEqual(found);
  });

  it('is found by the member code', async () => {
    const [anyone] = (await list(north, round)).items;
    expect(names(await list(north, round, { q: anyone?.code.toLowerCase() ?? '' }))).toEqual([
      anyone?.fullName,
    ]);
  });

  it('leaves the list with the first attempt, and is through with its submission', async () => {
    const other = await publishedRound(world, organiser);
    const ids = people.slice(0, 2).map(({ memberId }) => memberId);
    const deadlineAt = new Date(world.now().getTime() + HOUR);
    const attempts = await startCrowd(world, other, { members: ids, deadlineAt });
    await submitCrowd(world, other, attempts.slice(0, 1));
    expect(names(await list(north, other))).toHaveLength(4);
    expect(names(await list(north, other, { state: 'running' }))).toEqual(['Đoàn Khánh Chi']);
    expect(names(await list(north, other, { state: 'done' }))).toEqual(['Trần Quốc Anh']);
    const view = turnoutView.parse((await north.get(`/api/rounds/${other.roundId}/turnout`)).body);
    expect(view.round.counts).toEqual({ total: 6, missing: 4, running: 1, done: 1 });
    expect(view.units).toEqual([
      { unitId: units.northFirst, name: 'Chi bộ 1', total: 6, missing: 4, running: 1, done: 1 },
    ]);
    expect(view).toMatchObject({ scopeName: 'Cục Bắc', organisation: 'Tạp chí Lý luận' });
  });

  it('is whoever belongs to the unit now: who left or moved away is not counted', async () => {
    const unitId = await world.unit({ name: 'Tổ đi', parentId: units.south });
    const [leaver, mover] = [await world.member({ unitId }), await world.member({ unitId })];
    const counted = async () =>
      (await rounds(south, { unit: unitId })).items.map(({ counts }) => counts.total);
    const before = await counted();
    expect(before.every((total) => total === 2)).toBe(true);
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [leaver.memberId]);
    await world.database.query('UPDATE member SET unit_id = $2 WHERE id = $1', [mover.memberId, units.root]);
    expect(await counted()).toEqual([]);
  });
});

describe('the rounds of a coordinator', () => {
  it('are open by their close, then coming by their opening, then those that closed within a week', async () => {
    const at = (ms: number) => new Date(world.now().getTime() + ms).toISOString();
    const unitId = await world.unit({ name: 'Tổ vòng', parentId: units.north });
    const one = await world.member({ unitId });
    const only = (title: string, opens: number, closes: number) =>
      publishedRound(world, organiser, {
        title,
        eligibility: onlyUnits(unitId),
        opensAt: at(opens),
        closesAt: at(closes),
      });
    const [day, far] = [24 * HOUR, 300 * HOUR];
    await only('đóng mai', -HOUR, day);
    await only('đóng ngay', -HOUR, HOUR);
    await only('mở sau', 3 * HOUR, day);
    await only('mở trước', 2 * HOUR, day);
    await only('đóng hôm qua', -far, -day);
    await only('đóng lâu', -far, -8 * day);
    const { items } = await rounds(north, { unit: unitId });
    const own = items.filter(({ counts }) => counts.total === 1).map(({ title, phase }) => [title, phase]);
    expect(own.filter(([title]) => title !== 'Báo chí Việt Nam' && title !== 'Vòng 1')).toEqual([
      ['đóng ngay', 'open'],
      ['đóng mai', 'open'],
      ['mở trước', 'upcoming'],
      ['mở sau', 'upcoming'],
      ['đóng hôm qua', 'closed'],
    ]);
    expect((await rounds(south)).items.map(({ title }) => title)).not.toContain('đóng mai');
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [one.memberId]);
  });

  it('are of the own units alone, and say which these are', async () => {
    const both = await world.member({
      unitId: units.root,
      roles: [units.northFirst, units.southFirst].map((unitId) => ({ role: 'coordinator', unitId })),
    });
    expect((await rounds(both)).units.map(({ name }) => name)).toEqual([
      'Chi bộ 1, Cục Bắc',
      'Chi bộ 1, Cục Nam',
    ]);
    expect((await rounds(north)).units.map(({ name }) => name)).toEqual(['Cục Bắc']);
    expect((await rounds(organiser)).units.map(({ name }) => name)).toContain('Tạp chí Lý luận');
  });
});

describe('a coordinator of one unit', () => {
  it('sees nothing of another, by whatever way', async () => {
    const others = { unit: units.north };
    expect((await south.get(`/api/turnout${search(others)}`)).status).toBe(404);
    expect((await south.get(`/api/rounds/${round.roundId}/turnout${search(others)}`)).status).toBe(404);
    expect((await south.get(peoplePath(round, others))).status).toBe(404);
    // The unit above is not looked after either, although some of its people are.
    expect((await south.get(peoplePath(round, { unit: units.root }))).status).toBe(404);
    expect(names(await list(south, round))).not.toContain('Lê An');
    expect(names(await list(south, round, { q: 'Lê An' }))).toEqual([]);
    const theirs = await remind(south, round, { memberIds: [person('Lê An').memberId] });
    expect(theirs).toMatchObject({ reminded: 0, batchId: null });
    expect(
      (await south.post(`/api/rounds/${round.roundId}/reminders`, { ...others, everybody: true })).status,
    ).toBe(404);
    await remind(south, round, { everybody: true });
    expect(await home(person('Lê An'), round)).toBeNull();
  });

  it('sees no round that is for others', async () => {
    const closed = await publishedRound(world, organiser, { eligibility: onlyUnits(units.north) });
    expect((await south.get(peoplePath(closed))).status).toBe(404);
    expect((await south.get(`/api/rounds/${closed.roundId}/turnout`)).status).toBe(404);
  });

  it('is not what an organiser of a unit is: of their own contests they see everybody', async () => {
    const own = await publishedRound(world, unitOrganiser, { eligibility: onlyUnits(units.northFirst) });
    expect(names(await list(unitOrganiser, own))).toEqual(BY_GIVEN_NAME);
    expect(names(await list(unitOrganiser, round))).not.toContain('Lê An');
    expect((await rounds(unitOrganiser)).items.map(({ roundId }) => String(roundId))).toContain(own.roundId);
  });
});

describe('a reminder', () => {
  it('says when and how often, rests for an hour, and stands on the home page until they enter', async () => {
    const to = person('Cao Minh Đức');
    const ask = { memberIds: [to.memberId] };
    expect(await remind(north, round, ask)).toMatchObject({ reminded: 1 });
    const row = async () => (await list(north, round)).items.find(({ memberId }) => memberId === to.memberId);
    expect(await row()).toMatchObject({ reminded: { times: 1 }, mayRemind: false });
    expect(await home(to, round)).toMatchObject({ by: 'Nguyễn Thị Hạnh' });
    expect(await home(person('Lê An'), round)).toBeNull();
    expect(await remind(organiser, round, ask)).toMatchObject({ reminded: 0, batchId: null });
    await world.advance(59 * MINUTE);
    const later = await publishedRound(world, organiser);
    expect(await remind(north, later, ask)).toMatchObject({ reminded: 1 });
    expect((await to.post(`/api/rounds/${later.roundId}/attempts`)).status).toBe(201);
    expect(await home(to, later)).toBeNull();
    expect(names(await list(north, later))).not.toContain('Cao Minh Đức');
  });

  it('is given again after an hour, and counted', async () => {
    const fresh = await publishedRound(world, organiser, {
      closesAt: new Date(world.now().getTime() + 5 * HOUR).toISOString(),
    });
    const ask = { memberIds: [person('Lê An').memberId] };
    await remind(north, fresh, ask);
    await world.advance(HOUR);
    expect((await list(north, fresh)).items[0]).toMatchObject({ fullName: 'Lê An', mayRemind: true });
    expect(await remind(north, fresh, ask)).toMatchObject({ reminded: 1 });
    expect((await list(north, fresh)).items[0]?.reminded).toMatchObject({ times: 2 });
  });

  it('reaches all who match and were never reminded, is logged, and can be taken back by who gave it', async () => {
    const fresh = await publishedRound(world, organiser);
    await remind(north, fresh, { memberIds: [person('Bùi Văn Anh').memberId] });
    expect((await list(north, fresh, { q: 'anh' })).unreminded).toBe(1);
    expect((await list(north, fresh)).unreminded).toBe(5);
    const { reminded, batchId } = await remind(north, fresh, { q: 'anh', everybody: true });
    expect(reminded).toBe(1);
    expect((await list(north, fresh)).unreminded).toBe(4);
    const undo = (who: Agent) => who.delete(`/api/rounds/${fresh.roundId}/reminders/${batchId}`);
    expect((await undo(south)).status).toBe(204);
    expect((await list(north, fresh)).unreminded).toBe(4);
    expect((await undo(north)).status).toBe(204);
    expect((await list(north, fresh)).unreminded).toBe(5);
    expect(await home(person('Trần Quốc Anh'), fresh)).toBeNull();
    expect((await auditOf(world, fresh.roundId)).map(({ action }) => action)).toEqual([
      'round.remind',
      'round.remind',
      'round.remind_undo',
    ]);
  });

  it('is given once by two at the same moment', async () => {
    const fresh = await publishedRound(world, organiser);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        remind(at % 2 ? north : organiser, fresh, { unit: units.north, everybody: true }),
      ),
    );
    expect(made.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(6);
    expect((await list(north, fresh)).items.map(({ reminded }) => reminded?.times)).toEqual(
      NAMES.map(() => 1),
    );
  });

  it('is for rounds that are open', async () => {
    const at = (ms: number) => new Date(world.now().getTime() + ms).toISOString();
    const coming = await publishedRound(world, organiser, { opensAt: at(HOUR), closesAt: at(2 * HOUR) });
    const over = await publishedRound(world, organiser, { opensAt: at(-2 * HOUR), closesAt: at(-HOUR) });
    const codes = [coming, over].map(async ({ roundId }) => {
      const { status, body } = await north.post(`/api/rounds/${roundId}/reminders`, { everybody: true });
      return [status, body.code];
    });
    expect(await Promise.all(codes)).toEqual([
      [409, 'round.not_open'],
      [409, 'round.closed'],
    ]);
    expect((await list(north, coming)).items.every(({ mayRemind }) => !mayRemind)).toBe(true);
  });
});

it('counts and pages the same in an organisation of more units than are counted one by one', async () => {
  const many = await Promise.all(
    Array.from({ length: 60 }, (_, at) => world.unit({ name: `Tổ ${at}`, parentId: units.south })),
  );
  const crowd = await addCrowd(world, 700, many);
  const fresh = await publishedRound(world, organiser, { eligibility: onlyUnits(...many) });
  const attempts = await startCrowd(world, fresh, {
    members: crowd.slice(0, 300),
    deadlineAt: new Date(world.now().getTime() + HOUR),
  });
  await submitCrowd(world, fresh, attempts.slice(0, 100));
  const view = turnoutView.parse((await south.get(`/api/rounds/${fresh.roundId}/turnout`)).body);
  expect(view.round.counts).toEqual({ total: 700, missing: 400, running: 200, done: 100 });
  const seen = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: TurnoutPeople = await list(south, fresh, { limit: '100', ...(cursor && { cursor }) });
    for (const { memberId } of page.items) seen.add(memberId);
    cursor = page.next;
  }
  expect([...seen].toSorted()).toEqual(crowd.slice(300).toSorted());
  expect(await remind(south, fresh, { everybody: true })).toMatchObject({ reminded: 400 });
  expect((await list(south, fresh)).unreminded).toBe(0);
});
