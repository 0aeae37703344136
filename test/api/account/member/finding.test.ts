import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberPage } from '../../../../shared/account/account.schema.js';
import { teamCandidates } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { newSession } from '../../../support/qna.js';
import type { Agent } from '../../../support/world.js';

/** More of each kind than a picker shows at once. */
const PEOPLE = [
  'Trần Thu Hà',
  'Trần Thu Hạ',
  'Trần Thu Hằng',
  'Nguyễn Thu Hà',
  'Phan Thu Trang',
  'Hà Thị Thu',
  'Hà Thu Thủy',
  'Lê Thu Hường',
  'Trần Hà Thu',
  'Nguyễn Thị Thanh Hà',
  'Phạm Thu Hải',
  'Vũ Thu Hà My',
  'Bùi Thuỷ Hân',
  'Đỗ Thư Hương',
];

let world: TestApp;
let admin: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  admin = await world.member({ fullName: 'Quản Trị', email: 'q@thu.example', roles: [{ role: 'admin' }] });
  for (const fullName of PEOPLE) await world.member({ fullName });
});
afterAll(() => world.stop());

async function list(query: string, limit = 100): Promise<string[]> {
  const names: string[] = [];
  for (let cursor = ''; ;) {
    const path = `/api/members?limit=${limit}${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = memberPage.parse((await admin.get(path)).body);
    names.push(...page.items.map(({ fullName }) => fullName));
    if (page.next === null) {
      expect(names).toHaveLength(page.total);
      return names;
    }
    cursor = page.next;
  }
}
const found = (q: string, limit?: number) => list(`&q=${encodeURIComponent(q)}`, limit);

describe('finding a person by name', () => {
  it('puts the whole phrase first, as accented, then words from their beginning, then the rest', async () => {
    const names = await found('Thu Hà');
    expect(names.slice(0, 6)).toEqual([
      'Nguyễn Thu Hà',
      'Trần Thu Hà',
      'Vũ Thu Hà My',
      'Trần Thu Hạ',
      // As far as the phrase is typed.
      'Phạm Thu Hải',
      'Trần Thu Hằng',
    ]);
    expect(names.slice(6, 10).toSorted()).toEqual(
      ['Hà Thị Thu', 'Hà Thu Thủy', 'Trần Hà Thu', 'Bùi Thuỷ Hân'].toSorted(),
    );
    // “ha” stands in “Phan”, but no word begins so.
    expect(names.slice(10)).toEqual(['Phan Thu Trang']);
  });

  it.each([
    ['Trần Thu Hà', 'Trần Thu Hà'],
    ['tran thu ha', 'Trần Thu Hà'],
    ['TRẦN THU HẠ', 'Trần Thu Hạ'],
    ['hà thu', 'Trần Hà Thu'],
    ['thu trang', 'Phan Thu Trang'],
    ['Thủy Hân', 'Bùi Thuỷ Hân'],
  ])('finds for %s first of all %s', async (q, name) => {
    expect((await found(q))[0]).toBe(name);
  });

  it('pages through what is found without losing or repeating anybody', async () => {
    const whole = await found('thu');
    expect(whole.length).toBeGreaterThan(10);
    expect(await found('thu', 1)).toEqual(whole);
    expect(await found('thu', 3)).toEqual(whole);
  });

  it('takes nobody by the domain of an address', async () => {
    for (const q of ['thu.example', '@thu.example', 'example.test', 'example'])
      expect(await found(q)).toEqual([]);
    expect(await found('q@thu.example')).toEqual(['Quản Trị']);
    expect(await found('q@other.example')).toEqual(['Quản Trị']);
  });

  it('says that there are more than a picker shows', async () => {
    const page = memberPage.parse((await admin.get('/api/members?limit=6&q=thu')).body);
    expect(page.next).not.toBeNull();
    const { id: sessionId } = await newSession(world, admin);
    const candidates = async (q: string) =>
      teamCandidates.parse(
        (await admin.get(`/api/qna-sessions/${sessionId}/team-candidates?q=${encodeURIComponent(q)}`)).body,
      );
    const many = await candidates('thu');
    expect([many.items.length, many.more]).toEqual([8, true]);
    const few = await candidates('Thu Hà');
    expect(few.items.slice(0, 3).map(({ name }) => name)).toEqual([
      'Nguyễn Thu Hà',
      'Trần Thu Hà',
      'Vũ Thu Hà My',
    ]);
    expect((await candidates('thu trang')).more).toBe(false);
  });
});

describe('a list of people', () => {
  it('is in the order of given names, then of the families', async () => {
    const unitId = await world.unit();
    const names = [
      'Nguyễn Văn An',
      'Đỗ An',
      'Trần Bình',
      'Lê Hà',
      'Nguyễn Hà',
      'Trần Thị Hà',
      'Lê Hạ',
      'Bùi Đạt',
      'Vũ Dũng',
      'Ẩn',
      'Phan Yến',
    ];
    for (const fullName of names) await world.member({ fullName, unitId });
    const right = [
      'Đỗ An',
      'Nguyễn Văn An',
      'Ẩn',
      'Trần Bình',
      'Vũ Dũng',
      'Bùi Đạt',
      'Lê Hà',
      'Nguyễn Hà',
      'Trần Thị Hà',
      'Lê Hạ',
      'Phan Yến',
    ];
    expect(await list(`&unit=${unitId}`)).toEqual(right);
    expect(await list(`&unit=${unitId}`, 2)).toEqual(right);
  });
});
