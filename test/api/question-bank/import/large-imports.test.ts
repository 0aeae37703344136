import { BankAtWork1000000000022 } from '../../../../server/database/migrations/0022-bank-at-work.js';
import { ImportItems1000000000018 } from '../../../../server/database/migrations/0018-import-items.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  importItemPage,
  type ImportItemPage,
} from '../../../../shared/question-bank/question-import.schema.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

const COUNT = 5_000;
let world: TestApp;
let organiser: Agent;
let shown: { id: string; next: string | null; items: unknown[]; counts: unknown; warned: number };
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

/** 5,000 questions in half a kilobyte each: every tenth repeats the one before, every hundredth has no answer. */
function largeTable(): string {
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const number = index % 10 === 9 ? index - 1 : index;
    const options = ['Hà Nội', 'Huế', 'Đà Nẵng', 'Cần Thơ'].map(
      (city) => `${city}, nơi thứ ${number} ${'x'.repeat(40)}`,
    );
    const text = `Câu số ${number}: ${'nơi nào được chọn '.repeat(8)}?`;
    const answer = index % 100 === 50 ? '' : 'B';
    return [text, ...options, answer, `Chủ đề ${index % 7}`, 'Nhận biết', index % 2 ? 'Hiến pháp 2013' : '']
      .map((cell) => `"${cell}"`)
      .join(',');
  });
  return ['Câu hỏi,A,B,C,D,Đáp án,Chủ đề,Mức độ,Nguồn', ...rows].join('\n');
}

it('is previewed with figures of all and a page of rows', async () => {
  const text = largeTable();
  expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
  const answer = await organiser
    .post('/api/question-imports', { fileName: 'lon.csv', format: 'csv', text })
    .expect(201);
  shown = answer.body;
  expect(answer.text.length).toBeLessThan(100_000);
  expect(shown.items).toHaveLength(50);
  expect(shown.counts).toEqual({ accepted: 4_450, duplicate: 500, rejected: 50 });
  expect(shown.warned).toBe(2_450);
});

it('comes page by page, each row once, also of one standing', async () => {
  const read = async (query: string): Promise<ImportItemPage> =>
    importItemPage.parse(
      (await organiser.get(`/api/question-imports/${shown.id}/items?${query}`).expect(200)).body,
    );
  const lines: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: ImportItemPage = await read(`limit=100${cursor && `&cursor=${cursor}`}`);
    lines.push(...page.items.map(({ line }) => line));
    cursor = page.next;
  }
  expect(lines).toEqual(Array.from({ length: COUNT }, (_, index) => index + 2));
  const refused = await read('limit=100&standing=rejected');
  expect([refused.items.length, refused.next]).toEqual([50, null]);
  expect(refused.items[0]).toMatchObject({ line: 52, outcome: 'rejected', question: null });
  expect((await organiser.get(`/api/question-imports/${shown.id}/items?cursor=bm9uZQ`)).status).toBe(400);
});

it('comes in as a whole but for the lines left out', async () => {
  const applied = await organiser.put(`/api/question-imports/${shown.id}/application`, {
    lines: 'all',
    except: [2, 3],
  });
  expect(applied.body).toEqual({ added: 4_448, updated: 0, skipped: 552, repeated: 0 });
  expect((await organiser.get('/api/questions?limit=1&states=reviewed')).body.total).toBe(2_000 - 1);
});

it('has its drafts approved together, by its maker', async () => {
  const path = `/api/question-imports/${shown.id}/approval`;
  const other = await world.member({ roles: [{ role: 'organiser' }] });
  expect((await other.put(path)).status).toBe(404);
  expect((await organiser.put(path).expect(200)).body).toEqual({ changed: 2_449 });
  expect((await organiser.put(path).expect(200)).body).toEqual({ changed: 0 });
});

it('is taken back as a whole', async () => {
  await organiser.delete(`/api/question-imports/${shown.id}/application`).expect(204);
  expect((await organiser.get('/api/questions?limit=1&states=draft,reviewed')).body.total).toBe(0);
});

it('keeps what was previewed before items had rows of their own', async () => {
  const { body: kept } = await organiser
    .post('/api/question-imports', {
      fileName: 'cu.gift',
      format: 'gift',
      text: '$CATEGORY: Cũ\n\nCâu cũ {T}\n\nCâu hỏng {',
    })
    .expect(201);
  const runner = world.database.createQueryRunner();
  const migration = new ImportItems1000000000018();
  const later = new BankAtWork1000000000022();
  await later.down(runner);
  await migration.down(runner);
  await migration.up(runner);
  await later.up(runner);
  await runner.release();
  expect((await organiser.get(`/api/question-imports/${kept.id}`).expect(200)).body).toEqual(kept);
});
