import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { someQuestion, withText } from '../../../support/questions.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
let colleague: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
  colleague = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const application = (id: string) => `/api/question-imports/${id}/application`;

async function previewOf(agent: Agent, name: string, count: number): Promise<string> {
  const items = Array.from({ length: count }, (_item, index) => `Câu ${index} của tệp ${name}. {T}`);
  const text = `$CATEGORY: Tệp ${name}\n\n${items.join('\n\n')}\n`;
  const shown = await agent.post('/api/question-imports', { fileName: 'tep.gift', format: 'gift', text });
  expect(shown.body.counts).toEqual({ accepted: count, duplicate: 0, rejected: 0 });
  return shown.body.id;
}

async function imported(name: string, count: number) {
  const id = await previewOf(organiser, name, count);
  const { body } = await organiser.put(application(id), { lines: 'all' }).expect(200);
  const inBank = await organiser.get(`/api/questions?q=tep%20${name}&states=draft,reviewed&limit=100`);
  const codes: string[] = inBank.body.items.map(({ code }: { code: string }) => code);
  return { id, body, codes };
}

it('adds every question when their numbers grow from four to five digits, and after an import was undone', async () => {
  await world.database.query(`SELECT setval('question_code', 9990)`);
  const first = await imported('alpha', 20);
  expect(first.body).toEqual({ added: 20, updated: 0, skipped: 0, repeated: 0 });
  const numbers = Array.from({ length: 20 }, (_code, index) => `CH-${9991 + index}`);
  expect(first.codes.toSorted()).toEqual(numbers.toSorted());
  await organiser.delete(application(first.id)).expect(204);

  for (const [name, count] of [
    ['beta', 20],
    ['gamma', 5],
    ['delta', 5],
  ] as const) {
    const { body, codes } = await imported(name, count);
    expect(body).toEqual({ added: count, updated: 0, skipped: 0, repeated: 0 });
    expect(new Set(codes).size).toBe(count);
  }
  const written = await colleague.post('/api/questions', someQuestion());
  expect([written.status, written.body.code]).toEqual([201, 'CH-10041']);
});

it('pads short numbers to four digits', async () => {
  await world.database.query(`SELECT setval('question_code', 7)`);
  const { body } = await organiser.post('/api/questions', someQuestion());
  expect(body.code).toBe('CH-0008');
});

it('takes a code that is in use for a fault, not for a repeated question, and adds nothing', async () => {
  const { body: present } = await organiser.post('/api/questions', someQuestion());
  await world.database.query(`SELECT setval('question_code', $1::bigint - 2)`, [present.code.slice(3)]);
  const id = await previewOf(organiser, 'epsilon', 3);
  const applied = await organiser.put(application(id), { lines: 'all' });
  expect(applied.body).toMatchObject({ code: 'internal' });
  expect((await organiser.get('/api/questions?q=tep%20epsilon')).body.total).toBe(0);
  expect((await organiser.get(`/api/question-imports/${id}`)).body).toMatchObject({
    added: null,
    appliedAt: null,
  });
  await world.database.query(`SELECT setval('question_code', 20000)`);
});

it('tells which accepted questions were not added because somebody else added them meanwhile', async () => {
  const first = await previewOf(organiser, 'zeta', 4);
  const second = await previewOf(colleague, 'zeta', 3);
  await colleague.put(application(second), { lines: 'all' }).expect(200);
  const { body: result } = await organiser.put(application(first), { lines: 'all' }).expect(200);
  expect(result).toEqual({ added: 1, updated: 0, skipped: 3, repeated: 3 });
  const { body: shown } = await organiser.get(`/api/question-imports/${first}`);
  expect(shown.added).toBe(1);
  expect(shown.counts).toEqual({ accepted: 1, duplicate: 3, rejected: 0 });
  const repeated = shown.items.filter(({ outcome }: { outcome: string }) => outcome === 'duplicate');
  const { body: bank } = await organiser.get('/api/questions?q=tep%20zeta&states=draft,reviewed');
  const codes = bank.items.map(({ code }: { code: string }) => code);
  for (const { duplicateOf } of repeated) expect(codes).toContain(duplicateOf);
  expect((await colleague.get(`/api/question-imports/${second}`)).body.added).toBe(3);
});

it('counts and shows what is repeated in each part of a long file, also after it was taken back', async () => {
  const first = await previewOf(organiser, 'eta', 250);
  const second = await previewOf(colleague, 'eta', 120);
  await colleague.put(application(second), { lines: 'all' }).expect(200);
  const { body: result } = await organiser.put(application(first), { lines: 'all' }).expect(200);
  expect(result).toEqual({ added: 130, updated: 0, skipped: 120, repeated: 120 });
  const duplicates = `/api/question-imports/${first}/items?standing=duplicate&limit=100`;
  const { body: page } = await organiser.get(duplicates).expect(200);
  const { body: rest } = await organiser.get(`${duplicates}&cursor=${page.next}`).expect(200);
  expect([page.items.length, rest.items.length, rest.next]).toEqual([100, 20, null]);
  await organiser.delete(application(first)).expect(204);
  const { body: shown } = await organiser.get(`/api/question-imports/${first}`);
  expect(shown).toMatchObject({ added: null, counts: { accepted: 130, duplicate: 120, rejected: 0 } });
  const { body: again } = await organiser.put(application(first), { lines: 'all' }).expect(200);
  expect(again).toEqual({ added: 130, updated: 0, skipped: 120, repeated: 0 });
});

it('knows a topic by its name however the cases of its letters are folded', async () => {
  const name = 'İSTANBUL VÀ ĐÔNG ÂU';
  const question = someQuestion({ topic: name });
  const text = 'Eo biển nào nối Biển Đen với biển Marmara?';
  const written = [
    await organiser.post('/api/questions', question),
    await colleague.post('/api/questions', withText(question, text)),
  ];
  expect(written.map(({ status }) => status)).toEqual([201, 201]);
  expect(new Set(written.map(({ body }) => body.topic.id)).size).toBe(1);
});
