import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsxOf, type XlsxCell } from '../../../../server/platform/export/xlsx.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const HEAD = 'Câu hỏi,A,B,C,Đáp án,Chủ đề,Mức độ,Nguồn,Giải thích,Thẻ';
const preview = async (rows: string[], more: object = {}, head = HEAD) => {
  const text = `${head}\n${rows.join('\n')}\n`;
  const request = { fileName: 'de.csv', format: 'csv', text, ...more };
  return (await organiser.post('/api/question-imports', request)).body;
};
const apply = async (id: string, selection: object = { lines: 'all' }) =>
  (await organiser.put(`/api/question-imports/${id}/application`, selection)).body;
const find = async (text: string) => {
  const { body } = await organiser.get(`/api/questions?q=${encodeURIComponent(text)}`);
  return (await organiser.get(`/api/questions/${body.items[0].id}`)).body;
};
type Shown = {
  content: { prompt: { options: { id: string; text: string }[] }; solution: { credits: object } };
};
const right = ({ content: { prompt, solution } }: Shown) =>
  prompt.options
    .filter(({ id }) =>
      Object.entries(solution.credits).some(([option, share]) => option === id && share === 1),
    )
    .map(({ text }) => text);

describe('a file that corrects what came in before', () => {
  it('names the difference, leaves it out unless it is asked for, and makes a new version of it then', async () => {
    const first = await preview([
      'Khoá sai?,một,hai,ba,A,Sửa,nhận biết,Sách,Vì thế,x',
      'Không đổi?,một,hai,ba,A,Sửa,nhận biết,Sách,,',
    ]);
    await apply(first.id);
    const again = await preview([
      // The right answer, the level and the source are others; the explanation and tags are left out.
      'Khoá sai?,ba,hai,một,B,Sửa,vận dụng,Sách mới,,',
      'KHÔNG đổi?,ba,một,hai,B,Sửa,,,,',
      'Câu mới?,một,hai,ba,A,Sửa,nhận biết,Sách,,',
    ]);
    expect(again).toMatchObject({ counts: { accepted: 1, duplicate: 0, rejected: 0 }, changed: 2 });
    const [changed, respelled] = again.items;
    expect(changed).toMatchObject({
      outcome: 'changed',
      duplicateOf: expect.stringMatching(/^CH-/),
      differences: [
        { field: 'key', before: 'một', after: 'hai' },
        { field: 'source', before: 'Sách', after: 'Sách mới' },
        { field: 'level', before: 'recall', after: 'apply' },
      ],
    });
    expect(respelled.differences).toEqual([{ field: 'text', before: 'Không đổi?', after: 'KHÔNG đổi?' }]);
    const done = await apply(again.id, { lines: 'all', changed: { lines: [changed.line] } });
    expect(done).toEqual({ added: 1, updated: 1, skipped: 1, repeated: 0 });
    const question = await find('Khoá sai');
    expect(question).toMatchObject({
      version: 2,
      level: 'apply',
      tags: ['x'],
      reviewState: 'reviewed',
      content: { source: 'Sách mới', explanation: 'Vì thế' },
    });
    expect(right(question)).toEqual(['hai']);
    expect((await find('Không đổi')).version).toBe(1);
    expect((await organiser.get(`/api/question-imports/${again.id}`)).body).toMatchObject({
      added: 1,
      updated: 1,
    });
  });

  it('changes nothing for what a file leaves out, and nothing when all is the same', async () => {
    await apply((await preview(['Đủ cả?,một,hai,ba,A,Đủ,vận dụng,Sách,Vì thế,x'])).id);
    const less = await preview(['Đủ cả?,hai,một,ba,B'], { fallbackTopic: 'Khác' }, 'Câu hỏi,A,B,C,Đáp án');
    expect(less).toMatchObject({ counts: { accepted: 0, duplicate: 1, rejected: 0 }, changed: 0 });
  });

  it('is taken back with all that it changed', async () => {
    await apply((await preview(['Hoàn tác?,một,hai,ba,A,HT,nhận biết,Sách,,'])).id);
    const again = await preview(['Hoàn tác?,một,hai,ba,C,HT mới,vận dụng,Sách,,']);
    expect(await apply(again.id, { lines: [], changed: { lines: 'all' } })).toMatchObject({ updated: 1 });
    expect(right(await find('Hoàn tác'))).toEqual(['ba']);
    const path = `/api/question-imports/${again.id}/application`;
    await organiser.delete(path).expect(204);
    const question = await find('Hoàn tác');
    expect(right(question)).toEqual(['một']);
    expect(question).toMatchObject({ version: 1, level: 'recall', topic: { name: 'HT' } });
    expect(question.versions).toHaveLength(1);
    const { body: topics } = await organiser.get('/api/topics');
    expect(topics.items.map(({ name }: { name: string }) => name)).not.toContain('HT mới');
  });

  it('leaves to a colleague what they changed while it was looked at, and counts it', async () => {
    await apply((await preview(['Đồng nghiệp?,một,hai,ba,A,ĐN,nhận biết,Sách,,'])).id);
    const again = await preview(['Đồng nghiệp?,một,hai,ba,B,ĐN,nhận biết,Sách,,']);
    const question = await find('Đồng nghiệp');
    const selection = { ids: [question.id] };
    await organiser.post('/api/question-changes', { selection, change: { level: 'apply' } }).expect(201);
    expect(await apply(again.id, { lines: [], changed: { lines: 'all' } })).toMatchObject({
      updated: 0,
      repeated: 1,
    });
    expect(right(await find('Đồng nghiệp'))).toEqual(['một']);
  });

  it('refuses lines that change nothing', async () => {
    const shown = await preview(['Dòng lạ?,một,hai,ba,A,DL,nhận biết,Sách,,']);
    expect(await apply(shown.id, { lines: 'all', changed: { lines: [2] } })).toMatchObject({
      code: 'import.unknown_lines',
      params: { lines: '2' },
    });
  });
});

describe('what is open in a whole file', () => {
  it('is counted by kind, and one answer decides it for all', async () => {
    const rows = [
      'Mức lạ 1?,một,hai,ba,A,Mở,siêu khó,,,',
      'Mức lạ 2?,một,hai,ba,A,Mở,siêu khó,,,',
      'Mức lạ 3?,một,hai,ba,A,Mở,tàm tạm,,,',
      'Không mức?,3,1,2,1,Mở,,Sách,,',
    ];
    const open = await preview(rows);
    expect(open.warned).toBe(4);
    expect(open.warnings).toEqual([
      { code: 'import.source_missing', count: 3, params: { line: 2 } },
      { code: 'import.level_unknown', count: 2, params: { line: 2, text: 'siêu khó' } },
      { code: 'import.level_unknown', count: 1, params: { line: 4, text: 'tàm tạm' } },
      { code: 'csv.answer_ambiguous', count: 1, params: { line: 5, text: '1', option: 'B' } },
      { code: 'import.level_missing', count: 1, params: { line: 5 } },
    ]);
    const readings = {
      level: 'understand',
      source: 'Đề thi 2026',
      levelWords: { 'SIÊU khó': 'analyse', 'tàm tạm': 'understand' },
      answers: 'place',
    };
    const decided = await preview(rows, { readings });
    expect(decided).toMatchObject({ warned: 0, warnings: [], counts: { accepted: 4 } });
    await apply(decided.id);
    const hard = await find('Mức lạ 1');
    expect(hard).toMatchObject({
      level: 'analyse',
      reviewState: 'reviewed',
      content: { source: 'Đề thi 2026' },
    });
    const counted = await find('Không mức');
    expect(counted).toMatchObject({ level: 'understand', content: { source: 'Sách' } });
    expect(right(counted)).toEqual(['3']);
  });

  it.each([
    ['csv', 'decimal', 10.48],
    ['csv', 'thousands', 10_480],
    ['gift', 'decimal', 10.48],
    ['gift', 'thousands', 10_480],
  ])('a number in %s that may be two is read as %s', async (format, numbers, value) => {
    const name = `Dân số ${format} ${numbers}`;
    const text =
      format === 'csv'
        ? `Câu hỏi,Loại,Đáp án,Chủ đề,Mức độ,Nguồn\n${name}?,số,10.480±1.500,S,NB,N\n`
        : `$CATEGORY: S\n\n// mức độ: NB\n// nguồn: N\n${name}?{#10.480:1.500}\n`;
    const more = { format, text, fileName: 'de' };
    const open = await preview([], more);
    expect(open.warnings).toMatchObject([{ code: 'import.number_ambiguous' }]);
    const decided = await preview([], { ...more, readings: { numbers } });
    expect(decided.warnings).toEqual([]);
    await apply(decided.id);
    const [accepted] = (await find(name)).content.solution.accepted;
    expect(accepted).toMatchObject({ value, tolerance: numbers === 'decimal' ? 1.5 : 1_500 });
  });

  it('may be accepted as it is, kind by kind', async () => {
    const rows = ['Thủ đô nước ta?,Hà Nội', 'Năm khai sinh nước?,1945'];
    const head = 'Câu hỏi,Đáp án';
    const more = { fallbackTopic: 'Đoán', readings: { level: 'recall', source: 'Sách' } };
    const open = await preview(rows, more, head);
    expect(open).toMatchObject({ warned: 2, warnings: [{ code: 'csv.type_guessed', count: 2 }] });
    const readings = { ...more.readings, accepted: ['csv.type_guessed'] };
    const seen = await preview(rows, { ...more, readings }, head);
    expect(seen).toMatchObject({ warned: 0, counts: { accepted: 2 } });
    await apply(seen.id);
    expect((await find('Thủ đô nước ta')).reviewState).toBe('reviewed');
  });

  it('says of the whole file what there is to say also where its first question is refused', async () => {
    const text = `Đề số 4,,\n\nCâu hỏi,Loại,Đáp án,Chủ đề,Lạ\nHỏng?,tự luận,,Tr,x\nMột?,đúng sai,Đúng,Tr,x\n`;
    const shown = await preview([], { text, readings: { level: 'recall', source: 'N' } });
    expect(shown).toMatchObject({ warned: 0, counts: { accepted: 1, rejected: 1 } });
    expect(shown.warnings).toMatchObject([
      { code: 'csv.column_ignored', params: { heading: 'Lạ' } },
      { code: 'csv.rows_above_heading', params: { count: 1, text: 'Đề số 4' } },
    ]);
  });

  it('says which rows stand above the heading, and does not let the first question pay for it', async () => {
    const text = `Đề số 3,,\nSở Giáo dục,,\n\nCâu hỏi,Loại,Đáp án,Chủ đề,Mức độ,Nguồn\nMột?,đúng sai,Đúng,Tr,NB,N\n`;
    const shown = await preview([], { text });
    expect(shown).toMatchObject({
      warned: 0,
      warnings: [{ code: 'csv.rows_above_heading', params: { count: 2, text: 'Đề số 3' } }],
    });
  });
});

describe('a workbook', () => {
  const COLUMNS = ['Câu hỏi', 'A', 'B', 'Đáp án', 'Chủ đề', 'Mức độ', 'Nguồn'];
  const book = (rows: XlsxCell[][]) =>
    xlsxOf({
      sheet: 'Đề',
      columns: COLUMNS.map((heading) => ({ heading, width: 12 })),
      rows,
    });
  const send = (file: Buffer) =>
    organiser.post('/api/question-imports', {
      fileName: 'de.csv',
      format: 'xlsx',
      file: file.toString('base64'),
    });

  it('comes in like a table, on its own rows', async () => {
    const { body } = await send(
      book([
        ['Từ Excel =1+1?', 'một', 2, 'B', 'Bảng tính', 'NB', 'Sách'],
        ['Thiếu đáp án?', 'một', 'hai', null, 'Bảng tính', 'NB', 'Sách'],
      ]),
    );
    expect(body).toMatchObject({ format: 'xlsx', counts: { accepted: 1, rejected: 1 }, warned: 0 });
    expect(body.items.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    await apply(body.id);
    expect(right(await find('Từ Excel'))).toEqual(['2']);
  });

  it('is refused by name when it is damaged, or would be too large', async () => {
    expect((await send(Buffer.from('PK khong phai'))).body).toMatchObject({ code: 'import.damaged' });
    const bomb = book([['a'.repeat(30_000), ...Array.from({ length: 6 }, () => null)]]);
    expect((await send(bomb.subarray(0, 200))).body).toMatchObject({ code: 'import.damaged' });
    const rows = Array.from({ length: 2_000 }, () => Array.from({ length: 7 }, () => 'a'.repeat(30_000)));
    const large = book(rows);
    expect(large.length).toBeLessThan(5_000_000);
    expect((await send(large)).body).toMatchObject({ code: 'import.too_large' });
  });
});
