import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TestApp } from '../../../support/app.js';
import { HOUR, MINUTE, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
import { fileOf, readBoth } from '../../../support/files.js';
import { openXlsx } from '../../../support/open-xlsx.js';
import { pdfTextOf } from '../../../support/pdf-text.js';
import type { Agent } from '../../../support/world.js';

/** More than any page of a list. */
const PEOPLE = 152;
const ENTERED = 140;
const DONE = 130;
/** As people type names: what a spreadsheet would reckon with, divide or drop. */
const AWKWARD = ['=2+3;Một\nHai "ba"', '@SUM(A1)', 'Nguyễn, Văn A', '王 Minh 👍'];

let world: TestApp;
let organiser: Agent;
let coordinator: Agent;
let reader: Agent;
let round: PublishedRound;
let members: string[];
beforeAll(async () => {
  world = await TestApp.start();
  const root = await world.unit({ name: 'Tạp chí Lý luận' });
  const [north, south] = [
    await world.unit({ name: 'Cục Bắc', parentId: root }),
    await world.unit({ name: 'Cục Nam', parentId: root }),
  ];
  const first = await world.unit({ name: 'Chi bộ 1', parentId: north });
  const namesake = await world.unit({ name: 'Chi bộ 1', parentId: south });
  organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  coordinator = await world.member({ unitId: root, roles: [{ role: 'coordinator', unitId: north }] });
  round = await publishedRound(world, organiser, { title: 'Báo chí Việt Nam' });
  members = await addCrowd(world, PEOPLE, [first, namesake]);
  for (const [at, name] of AWKWARD.entries())
    await world.database.query('UPDATE member SET full_name = $2 WHERE id = $1', [members[at], name]);
  const deadlineAt = new Date(world.now().getTime() + HOUR);
  const attempts = await startCrowd(world, round, { members: members.slice(0, ENTERED), deadlineAt });
  await submitCrowd(world, round, attempts.slice(0, DONE));
  reader = await world.member({ unitId: first });
});
afterAll(() => world.stop());

const path = (file: string) => `/api/rounds/${round.roundId}/${file}`;
const cells = z.array(z.array(z.union([z.string(), z.number(), z.date(), z.null()])));
const book = async (who: Agent, file: string) => {
  const opened = await openXlsx((await fileOf(who, path(file))).content);
  return { ...opened, rows: cells.parse(opened.rows) };
};
const column = (rows: readonly (readonly unknown[])[], at: number) => rows.slice(1).map((row) => row[at]);

type Placed = { points: number; timeUsedMs: number };
async function placedInRows(): Promise<Placed[]> {
  const rows: unknown = await world.database.query(
    `SELECT points::float8 AS points, time_used_ms AS "timeUsedMs" FROM round_result WHERE round_id = $1
     ORDER BY points DESC, time_used_ms, submitted_at`,
    [round.roundId],
  );
  return z.array(z.object({ points: z.number(), timeUsedMs: z.number() })).parse(rows);
}

describe('the standings to take along', () => {
  it('hold everybody in their places, with what they are of, and no mark of who asks', async () => {
    const { rows, sheets, xml } = await book(reader, 'standings.xlsx');
    expect(sheets).toEqual(['Xếp hạng', 'Thông tin']);
    expect(rows[0]).toEqual([
      'Hạng',
      'Họ và tên',
      'Đơn vị',
      'Điểm',
      'Số câu đúng',
      'Thời gian',
      'Nộp lúc',
      'Ghi chú',
    ]);
    const placed = await placedInRows();
    expect(placed).toHaveLength(DONE);
    expect(column(rows, 3)).toEqual(placed.map(({ points }) => points));
    expect(column(rows, 0)).toEqual(placed.map(rankIn));
    expect(new Set(column(rows, 2))).toEqual(new Set(['Chi bộ 1, Cục Bắc', 'Chi bộ 1, Cục Nam']));
    expect(column(rows, 1)).toEqual(expect.arrayContaining(AWKWARD));
    const about = xml('xl/worksheets/sheet2.xml');
    for (const said of ['Tạp chí Lý luận', 'Tìm hiểu Hiến pháp', 'Vòng 1: Báo chí Việt Nam', 'Tạm tính'])
      expect(about).toContain(said);
    expect(await fileOf(organiser, path('standings.xlsx'))).toEqual(
      await fileOf(reader, path('standings.xlsx')),
    );
  });

  it('are the same for two readers of the plain form, and hold no formula', async () => {
    const { name, content } = await fileOf(reader, path('standings.csv'));
    expect(name).toBe('bang-xep-hang-1.csv');
    for (const read of readBoth(content)) {
      const rows = z.array(z.array(z.string())).parse(read);
      expect(rows).toHaveLength(DONE + 1);
      const names = rows.slice(1).map((row) => row[1] ?? '');
      expect(names).toEqual(
        expect.arrayContaining(['\'=2+3;Một\nHai "ba"', "'@SUM(A1)", 'Nguyễn, Văn A', '王 Minh 👍']),
      );
      expect(rows.flat().filter((cell) => /^\s*[=+@]/.test(cell))).toEqual([]);
      expect(new Set(rows.slice(1).map((row) => row.slice(8, 11).join()))).toEqual(
        new Set(['Tạp chí Lý luận,Tìm hiểu Hiến pháp,Vòng 1: Báo chí Việt Nam']),
      );
    }
  });

  it('are signed once they are official, with the page of each and the date', async () => {
    const early = await pdfTextOf((await fileOf(reader, path('standings.pdf'))).content);
    expect(early.join('\n')).toContain('Tạm tính');
    expect(early.join('\n')).not.toContain('Trưởng ban tổ chức');
    const final = await publishedRound(world, organiser, {
      opensAt: new Date(world.now().getTime() - 3 * HOUR).toISOString(),
      closesAt: new Date(world.now().getTime() - HOUR).toISOString(),
    });
    const attempts = await startCrowd(world, final, {
      members,
      deadlineAt: new Date(world.now().getTime() - HOUR),
    });
    await submitCrowd(world, final, attempts);
    await world.advance(2_000);
    const { content } = await fileOf(reader, `/api/rounds/${final.roundId}/standings.pdf`);
    const pages = await pdfTextOf(content);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('Bảng xếp hạng vòng 1');
    expect(pages[0]).toContain('Tạp chí Lý luận');
    pages.forEach((page, at) => {
      expect(page).toContain('Họ và tên');
      expect(page).toContain(`${at + 1}/${pages.length}`);
    });
    const signed = pages.filter((page) => page.includes('Trưởng ban tổ chức'));
    expect(signed).toEqual([pages.at(-1)]);
    // At least five rows stay with the place to sign.
    expect(pages.at(-1)?.match(/Chi bộ 1, Cục (Bắc|Nam)/g)?.length).toBeGreaterThanOrEqual(5);
    const all = pages.join('\n');
    for (const name of ['Nguyễn, Văn A', 'U+738B', 'Minh']) expect(all).toContain(name);
    expect(all.match(/Chi bộ 1, Cục (Bắc|Nam)/g)).toHaveLength(PEOPLE);
  });

  it('of units tell namesakes apart', async () => {
    const { rows } = await book(reader, 'unit-standings.xlsx');
    expect(column(rows, 1)).toEqual(expect.arrayContaining(['Chi bộ 1, Cục Bắc', 'Chi bộ 1, Cục Nam']));
    const pages = await pdfTextOf((await fileOf(reader, path('unit-standings.pdf'))).content);
    expect(pages.join('\n')).toContain('Bảng xếp hạng đơn vị vòng 1');
  });

  it('are for who may see them', async () => {
    const hidden = await publishedRound(world, organiser, { standingsVisible: { kind: 'never' } });
    for (const file of ['standings.xlsx', 'unit-standings.csv', 'standings.pdf']) {
      const of = `/api/rounds/${hidden.roundId}/${file}`;
      expect((await reader.get(of)).status).toBe(409);
      expect((await coordinator.get(of)).status).toBe(409);
      expect((await organiser.get(of)).status).toBe(200);
    }
  });
});

/** Equal on points, time and submission shares a rank; submissions of these are all different. */
const rankIn = (_row: Placed, at: number): number => at + 1;

describe('all attempts to take along', () => {
  it('hold every attempt with times, points and the answer to each question, and who has not entered', async () => {
    const { rows, sheets } = await book(organiser, 'attempts.xlsx');
    expect(sheets).toEqual(['Lượt thi', 'Câu hỏi', 'Chưa dự thi', 'Thông tin']);
    const [heading = []] = rows;
    const at = (name: string) => heading.indexOf(name);
    expect(rows).toHaveLength(ENTERED + 1);
    expect(column(rows, at('Số'))).toEqual(members.slice(0, ENTERED).map((_id, index) => index + 1));
    const states = column(rows, at('Tình trạng bài'));
    expect(states.filter((state) => state === 'Đã nộp')).toHaveLength(DONE);
    expect(states.filter((state) => state === 'Đang làm')).toHaveLength(ENTERED - DONE);
    expect(column(rows, at('Được tính')).filter((counted) => counted === 'Có')).toHaveLength(DONE);
    // 5 points for b, half of them for c, by the key of the test's questions.
    const worth: Record<string, number> = { 'Phương án b': 5, 'Phương án c': 2.5 };
    const answers = [1, 2, 3, 4, 5];
    for (const row of rows.slice(1, DONE + 1)) {
      const points = answers.map((nth) => row[at(`Điểm câu ${nth}`)]);
      expect(points).toEqual(answers.map((nth) => worth[String(row[at(`Trả lời câu ${nth}`)])]));
      expect(row[at('Điểm')]).toBe(points.reduce<number>((sum, one) => sum + Number(one), 0));
    }
    for (const row of rows.slice(DONE + 1)) expect(row[at('Điểm câu 1')]).toBeNull();
    expect(column(rows, at('Câu 1')).every((code) => /^CH-\d+$/.test(String(code)))).toBe(true);
  });

  it('say of each question how it went', async () => {
    const { xml } = await book(organiser, 'attempts.xlsx');
    const sheet = xml('xl/worksheets/sheet2.xml');
    expect(sheet.match(/<row /g)).toHaveLength(6);
    expect(sheet).toContain('Phương án b');
    const missing = xml('xl/worksheets/sheet3.xml');
    // Those of the crowd who did not enter, and everybody else who might have.
    expect(missing.match(/<row /g)).toHaveLength(1 + PEOPLE - ENTERED + 3);
  });

  it('come in the plain form, too, one attempt a line', async () => {
    for (const rows of readBoth((await fileOf(organiser, path('attempts.csv'))).content))
      expect(rows).toHaveLength(ENTERED + 1);
  });

  it('are nobody else’s', async () => {
    const other = await world.member({ roles: [{ role: 'organiser', unitId: await world.unit() }] });
    const status = async (who: Agent) => (await who.get(path('attempts.xlsx'))).status;
    expect(await Promise.all([other, coordinator, reader, organiser].map(status))).toEqual([
      403, 403, 403, 200,
    ]);
  });

  it('are made anew when something has changed', async () => {
    const counted = async () => (await book(organiser, 'attempts.xlsx')).rows.length;
    const before = await counted();
    const late = members[ENTERED] ?? '';
    await startCrowd(world, round, { members: [late], deadlineAt: new Date(world.now().getTime() + HOUR) });
    expect(await counted()).toBe(before + 1);
    await world.database.query('UPDATE member SET full_name = $2 WHERE id = $1', [late, 'Tên mới']);
    await world.advance(MINUTE);
    const { rows } = await book(organiser, 'attempts.xlsx');
    expect(rows.flat()).toContain('Tên mới');
  });
});

describe('who has not entered, to take along', () => {
  it('is everybody of the own units and nobody of others', async () => {
    const { rows } = await book(coordinator, 'turnout.xlsx');
    const heading = ['Số', 'Họ và tên', 'Mã', 'Thuộc', 'Nhắc lần cuối', 'Số lần nhắc'];
    expect(rows[0]).toEqual(heading);
    const expected: unknown = await world.database.query(
      `SELECT code FROM member JOIN unit ON unit.id = unit_id JOIN unit AS parent ON parent.id = unit.parent_id
       WHERE parent.name = 'Cục Bắc' AND NOT EXISTS (SELECT FROM entry WHERE round_id = $1 AND member_id = member.id)`,
      [round.roundId],
    );
    const codes = z
      .array(z.object({ code: z.string() }))
      .parse(expected)
      .map(({ code }) => code);
    expect(column(rows, 2).toSorted()).toEqual(codes.toSorted());
    const done = await book(coordinator, 'turnout.xlsx?state=done');
    expect(column(done.rows, 1)).toHaveLength(DONE / 2);
    for (const read of readBoth((await fileOf(coordinator, path('turnout.csv'))).content))
      expect(read).toHaveLength(codes.length + 1);
  });
});
