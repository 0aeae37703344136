import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { ledgerPage, type LedgerPage } from '../../../../shared/qna/ledger.schema.js';
import { TestApp } from '../../../support/app.js';
import { openXlsx } from '../../../support/open-xlsx.js';
import { ask } from '../../../support/qna.js';
import { answers, done, hall, merged, vote, type Hall } from '../../../support/qna-desk.js';

let world: TestApp;
let here: Hall;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world, { moderation: 'before', guestsAllowed: true });
  await lived();
});
afterAll(() => world.stop());

const SECRET = 'Chuyện riêng của anh Bình?';
const FORMULA = '=HYPERLINK("http://xau.example";"Bấm vào đây")';
const ids: Record<string, string> = {};
let twinKey = '';

/** A session with a question of every outcome. */
async function lived(): Promise<void> {
  const put = async (name: string, text: string, anonymous = false) => {
    const inquiry = await ask(here.member, here.id, { text, anonymous });
    ids[name] = inquiry.id;
    if (anonymous) twinKey = inquiry.key;
    return inquiry;
  };
  const onAir = await put('onAir', 'Bao giờ có phòng họp mới?');
  const written = await put('written', FORMULA);
  const twin = await put('twin', 'Phòng họp mới bao giờ có?', true);
  const declined = await put('declined', SECRET);
  const gone = await put('gone', 'Thôi em không hỏi nữa?');
  await put('pending', 'Câu chưa ai đọc?');
  const child = await put('child', 'Anh Bình làm sao vậy?');
  for (const { id } of [onAir, written, twin]) await done(here.triage, here.id, { kind: 'approve', id });
  for (const who of [here.scribe, here.host]) await vote(who, onAir.id);
  await vote(here.scribe, twin.id);
  await merged(here.triage, here.id, { targetId: declined.id, inquiryIds: [child.id] });
  await done(here.triage, here.id, {
    kind: 'decline',
    id: declined.id,
    reason: 'personal',
    note: 'Gặp riêng',
  });
  await merged(here.triage, here.id, { targetId: onAir.id, inquiryIds: [twin.id] });
  await done(here.host, here.id, { kind: 'answer_now', id: onAir.id, by: 'Chị Yến' });
  await world.advance(61_000);
  await done(here.host, here.id, { kind: 'answered', id: onAir.id, text: '# Tóm tắt\n\nTừ **tháng sau**.' });
  await done(here.scribe, here.id, { kind: 'answer_in_writing', id: written.id, text: '+Có', by: 'Ban A' });
  await here.member.put(`/api/inquiries/${gone.id}/withdrawal`, { key: gone.key }).expect(200);
}

const ledger = async (query = ''): Promise<LedgerPage> =>
  ledgerPage.parse((await here.member.get(`/api/qna-sessions/${here.id}/ledger${query}`).expect(200)).body);
const bytes = (path: string, who = here.member) =>
  who
    .get(`/api/qna-sessions/${here.id}/${path}`)
    .buffer(true)
    .parse((response, settle) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => settle(null, Buffer.concat(chunks)));
    });

describe('GET ledger', () => {
  it('has every question in one outcome, and they add up', async () => {
    const { items, statistics } = await ledger();
    expect(items).toHaveLength(7);
    expect(statistics).toMatchObject({
      asked: 7,
      outcomes: { onAir: 1, inWriting: 1, merged: 2, declined: 1, withdrawn: 1, open: 1 },
      declinedBy: { personal: 1, other: 0 },
      votes: 2,
    });
    expect(statistics.meanAnswerSeconds).toBeGreaterThanOrEqual(61);
    const outcomes = Object.values(statistics.outcomes).reduce((sum, count) => sum + count, 0);
    expect(outcomes).toBe(statistics.asked);
  });

  it('gives away nothing of what the room never saw, nor who asked anonymously', async () => {
    const { items } = await ledger();
    for (const name of ['declined', 'gone', 'pending', 'child']) {
      const entry = items.find(({ id }) => id === ids[name]);
      expect(entry, name).toMatchObject({ text: null, author: null, labels: [] });
    }
    expect(items.find(({ id }) => id === ids['declined'])).toMatchObject({ decline: 'personal' });
    expect(items.find(({ id }) => id === ids['twin'])).toMatchObject({
      author: null,
      mergedInto: ids['onAir'],
    });
    expect(items.find(({ id }) => id === ids['onAir'])?.author?.name).toMatch(/^Thành viên/);
    const csv = (await bytes('ledger.csv')).body.toString('utf8');
    for (const text of [JSON.stringify(items), csv])
      expect(text).not.toMatch(/Bình|Gặp riêng|không hỏi nữa|chưa ai đọc/);
  });

  it('says why a text is not there, and of what still waits not that it was declined', async () => {
    const { items } = await ledger();
    const keptOf = (name: string) => items.find(({ id }) => id === ids[name])?.kept;
    expect(['pending', 'declined', 'child', 'gone', 'onAir', 'twin'].map(keptOf)).toEqual([
      'pending',
      'declined',
      'declined',
      'withdrawn',
      null,
      null,
    ]);
    const csv = (await bytes('ledger.csv')).body.toString('utf8');
    expect(csv).toContain('Chưa duyệt nên chưa công bố nội dung');
  });

  it('knows each question by the number on its receipt', async () => {
    const { body } = await here.member.post(`/api/qna-sessions/${here.id}/own-inquiries`, {
      keys: [twinKey],
    });
    const receipts = new Map(ownInquiries.parse(body).items.map(({ id, number }) => [String(id), number]));
    expect(receipts.size).toBe(7);
    const { items } = await ledger();
    expect(items.map(({ id, number }) => [id, number])).toEqual(
      items.map(({ id }) => [id, receipts.get(id)]),
    );
    const rows = z.array(z.array(z.string())).parse(parse((await bytes('ledger.csv')).body, { bom: true }));
    expect(rows.slice(1).map(([number]) => number)).toEqual(items.map(({ number }) => String(number)));
  });

  it('comes page by page, each entry once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: LedgerPage = await ledger(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen.length).toBe(7);
    expect(new Set(seen)).toEqual(new Set(Object.values(ids)));
  });
});

describe('the ledger as a file', () => {
  it('for spreadsheets says which letters it has, and holds no formula', async () => {
    const answer = await bytes('ledger.csv');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="so-cau-hoi-${here.code}.csv"`,
      'x-content-type-options': 'nosniff',
    });
    expect([...answer.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = z.array(z.array(z.string())).parse(parse(answer.body, { bom: true }));
    expect(head?.slice(0, 3)).toEqual(['Số', 'Hỏi lúc', 'Câu hỏi']);
    expect(rows).toHaveLength(7);
    const cells = rows.flat();
    expect(cells).toContain(`'${FORMULA}`);
    expect(cells).toContain("'+Có");
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const [onAir] = rows.filter((row) => row.includes('Bao giờ có phòng họp mới?'));
    const [twin] = rows.filter((row) => row.includes('Phòng họp mới bao giờ có?'));
    expect(twin).toContain(onAir?.[0]);
    expect(twin).toContain('Ẩn danh');
    const english = (await bytes('ledger.csv?lang=en')).body.toString('utf8');
    expect(english).toContain('Merged into another');
    expect((await here.member.get(`/api/qna-sessions/${here.id}/ledger.csv?lang=fr`)).status).toBe(400);
  });

  it('for Excel has text, numbers and moments as such, and no formula', async () => {
    const answer = await bytes('ledger.xlsx');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="so-cau-hoi-${here.code}.xlsx"`,
      'x-content-type-options': 'nosniff',
    });
    const { sheets, rows, xml } = await openXlsx(answer.body);
    expect(sheets).toEqual(['Sổ câu hỏi']);
    const [head = [], ...entries] = rows;
    expect(entries).toHaveLength(7);
    const cell = (row: unknown[] | undefined, heading: string) => row?.[head.indexOf(heading)];
    const find = (text: string) => entries.find((row) => row.includes(text));
    const [onAir, written, twin] = [
      find('Bao giờ có phòng họp mới?'),
      find(FORMULA),
      find('Phòng họp mới bao giờ có?'),
    ];
    const { items } = await ledger();
    const asked = items.find(({ id }) => id === ids['onAir'])?.askedAt ?? '';
    // Seven hours are between the clock of the database and the one on the wall; a cell tells seconds.
    const onTheWall = Date.parse(asked) + 7 * 3_600_000;
    const told = z.date().parse(cell(onAir, 'Hỏi lúc')).getTime();
    expect(Math.abs(told - onTheWall)).toBeLessThan(1_001);
    expect(cell(onAir, 'Lượt ủng hộ')).toBe(2);
    expect(cell(onAir, 'Thời gian trả lời (giây)')).toBeGreaterThanOrEqual(61);
    expect(cell(onAir, 'Nội dung trả lời')).toBe('# Tóm tắt\n\nTừ **tháng sau**.');
    expect(cell(written, 'Nội dung trả lời')).toBe('+Có');
    expect(cell(twin, 'Gộp vào câu số')).toBe(cell(onAir, 'Số'));
    expect(cell(twin, 'Người hỏi')).toBe('Ẩn danh');
    expect(xml('xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>]|Bình|Gặp riêng|không hỏi nữa|chưa ai đọc/);
    const english = await openXlsx((await bytes('ledger.xlsx?lang=en')).body);
    expect(english.sheets).toEqual(['Question ledger']);
    expect(english.rows.flat()).toContain('Merged into another');
  });

  it('on paper is a PDF with pages', async () => {
    for (const [lang, name] of [
      ['vi', 'so-cau-hoi'],
      ['en', 'question-ledger'],
    ]) {
      const answer = await bytes(`ledger.pdf?lang=${lang}`);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${name}-${here.code}.pdf"`,
        'x-content-type-options': 'nosniff',
      });
      const text = answer.body.toString('latin1');
      expect(text.startsWith('%PDF-')).toBe(true);
      expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
      expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
      expect(text).toContain('/FontFile2');
    }
  });

  it('is made once for all who ask, until something changes', async () => {
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, index) => bytes(`ledger.${['pdf', 'csv', 'xlsx'][index % 3]}`)),
    );
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([200]));
    for (const form of [0, 2]) {
      const files = made.filter((_, index) => index % 3 === form).map(({ body }) => body.toString('base64'));
      expect(new Set(files).size).toBe(1);
    }
    const before = (await bytes('ledger.csv')).body.toString('utf8');
    const workbook = (await bytes('ledger.xlsx')).body;
    const { id } = await ask(here.member, here.id, { text: 'Câu mới toanh?' });
    await done(here.triage, here.id, { kind: 'approve', id });
    const after = (await bytes('ledger.csv')).body.toString('utf8');
    expect([before, after].map((text) => text.includes('mới toanh'))).toEqual([false, true]);
    const books = [workbook, (await bytes('ledger.xlsx')).body].map((body) => openXlsx(body));
    const cells = (await Promise.all(books)).map(({ rows }) => rows.flat().includes('Câu mới toanh?'));
    expect(cells).toEqual([false, true]);
  });

  it('is described as what it is', async () => {
    const { body } = await here.member.get('/api/openapi.json').expect(200);
    const route = body.paths['/api/qna-sessions/{id}/ledger.pdf'].get;
    expect(route.responses['200'].content).toEqual({
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
    });
  });
});

describe('what the moderators take along', () => {
  it('has every question in every state, with texts and notes, and no author of an anonymous one', async () => {
    await done(here.scribe, here.id, { kind: 'note', id: ids['onAir'] ?? '', note: 'Nhớ ghi vào biên bản' });
    const { rows, sheets, xml } = await openXlsx((await bytes('desk.xlsx', here.scribe)).body);
    expect(sheets).toEqual(['Câu hỏi (nội bộ)']);
    const [head = [], ...entries] = rows;
    const cell = (text: string, heading: string) =>
      entries.find((row) => row.includes(text))?.[head.indexOf(heading)];
    const { items, statistics } = await ledger();
    expect(entries).toHaveLength(statistics.asked);
    expect(cell(SECRET, 'Trạng thái')).toBe('Từ chối');
    expect(cell(SECRET, 'Lý do từ chối')).toBe('Việc riêng');
    expect(cell(SECRET, 'Lời nhắn cho người hỏi')).toBe('Gặp riêng');
    expect(cell('Câu chưa ai đọc?', 'Trạng thái')).toBe('Chờ duyệt');
    expect(cell('Thôi em không hỏi nữa?', 'Trạng thái')).toBe('Người hỏi rút lại');
    expect(cell('Bao giờ có phòng họp mới?', 'Ghi chú cho biên bản')).toBe('Nhớ ghi vào biên bản');
    expect(cell('Phòng họp mới bao giờ có?', 'Người hỏi')).toBe('Ẩn danh');
    expect(cell('Phòng họp mới bao giờ có?', 'Gộp vào câu số')).toBe(
      items.find(({ id }) => id === ids['onAir'])?.number,
    );
    expect(cell(FORMULA, 'Nội dung trả lời')).toBe('+Có');
    expect(xml('xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>]/);
    const csv = (await bytes('desk.csv?lang=en', here.host)).body.toString('utf8');
    expect(csv).toContain('Note for the minutes');
    expect(csv).toContain(`'${FORMULA.replaceAll('"', '""')}`);
  });

  it('is for the desk alone', async () => {
    for (const path of ['desk.csv', 'desk.xlsx'])
      expect(await answers(here, (who) => who.get(`/api/qna-sessions/${here.id}/${path}`))).toEqual({
        outsider: 'auth.required',
        member: 'not_found',
        triage: 200,
        scribe: 200,
        host: 200,
        owner: 200,
        admin: 200,
      });
  });
});

it('every form of it is for who may be in the session', async () => {
  for (const path of ['ledger', 'ledger.csv', 'ledger.pdf', 'ledger.xlsx']) {
    const got = await answers(here, (who) => who.get(`/api/qna-sessions/${here.id}/${path}`));
    const people = { member: 200, triage: 200, scribe: 200, host: 200, owner: 200, admin: 200 };
    expect(got).toEqual({ outsider: 'not_found', ...people });
  }
  const entered = await here.outsider
    .put(`/api/qna-codes/${here.code}/guest`, { name: 'Cô Khách' })
    .expect(200);
  const cookie = z.array(z.string()).parse(entered.get('Set-Cookie'))[0]?.split(';')[0] ?? '';
  const guest = (path: string) =>
    here.outsider.get(`/api/qna-sessions/${here.id}/${path}`).set('cookie', cookie);
  for (const path of ['ledger', 'ledger.csv', 'ledger.pdf', 'ledger.xlsx'])
    expect((await guest(path)).status).toBe(200);
  for (const path of ['desk', 'moves', 'similar-pairs']) expect((await guest(path)).status).toBe(401);
  await here.owner.put(`/api/qna-sessions/${here.id}/removals/${here.member.memberId}`).expect(204);
  expect((await here.member.get(`/api/qna-sessions/${here.id}/ledger`)).body.code).toBe('qna.removed');
});
