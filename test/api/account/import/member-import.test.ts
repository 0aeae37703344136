import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import readExcel from 'read-excel-file/node';
import { memberPage, memberView, sessionView } from '../../../../shared/account/account.schema.js';
import { memberImportView } from '../../../../shared/account/member-import.schema.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD } from '../../../support/world.js';
import { auditOf, codeOf, populate, type People } from '../people.js';
import { applied, csvFile, HEAD, outlineOf, preview, rowsOf, xlsxFile, type Row } from './member-file.js';

let world: TestApp;
let people: People;
let economy: string;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
  economy = await world.unit({ name: 'Ban Kinh tế', parentId: people.units.office });
  await world.unit({ name: 'Tổ Đầu tư công', parentId: economy });
  await world.unit({ name: 'Chi bộ 1', parentId: people.units.south });
});
afterAll(() => world.stop());

const memberOf = async (code: string) => {
  const page = memberPage.parse((await people.admin.get(`/api/members?status=all&q=${code}`)).body);
  const found = page.items.find((member) => member.code === code);
  return found ? memberView.parse((await people.admin.get(`/api/members/${found.id}`)).body) : null;
};

describe('a preview', () => {
  it('says of each row what it would do, what is there, and what is wrong, the wrong ones first', async () => {
    const unitId = people.units.team;
    await world.member({ code: 'MF-01', fullName: 'Tạ Thu Trang', email: 'trang@co.example', unitId });
    await world.member({ code: 'MF-02', fullName: 'Đinh Ngọc Mai', email: 'mai.dinh@cu.example', unitId });
    await world.member({ code: 'MF-03', fullName: 'Vương Đình Phúc', unitId });
    await world.member({ code: 'MF-04', fullName: 'Hồ Văn Khải', unitId });
    await world.member({ code: 'MF-05', fullName: 'Lưu Gia Hân', email: 'han@co.example', unitId });
    const file = await preview(
      people.admin,
      csvFile([
        ['Ngô Gia Bách', 'MF-90', '', 'Ban Kinh tế › Tổ Đầu tư công'],
        ['Tạ Thu Trang', 'mf-01', '', 'Ban Kinh tế'],
        ['Đinh Ngọc Mai', 'MF-02', 'mai.dinh@tapchi.example', 'Khối miền Bắc › Chi bộ 1'],
        ['Vương Đình Phúc', 'MF-03', '', '', 'Đã rời'],
        ['Lưu Gia Hân', 'MF-05', '', ''],
        ['Phan Quốc Bảo', 'MF-91', '', 'Ban Kinh tế › Tổ Đầu tư'],
        ['Lê Thị Thanh Huyền', 'MF-04', '', 'Ban Kinh tế'],
        ['', 'MF-92', '', 'Ban Kinh tế'],
        ['Người Không Mã', '', '', 'Ban Kinh tế'],
        ['Mã Lạ', 'mã lạ!', '', 'Ban Kinh tế'],
        ['Thư Hỏng', 'MF-93', 'không phải thư', 'Ban Kinh tế'],
        ['Không Đơn Vị', 'MF-94', '', ''],
        ['Hai Nghĩa', 'MF-95', '', 'Chi bộ 1'],
        ['Lặp Mã', 'mf-90', '', 'Ban Kinh tế'],
        ['Thư Của Người Khác', 'MF-96', 'TRANG@co.example', 'Ban Kinh tế'],
        ['Rời Mà Lạ', 'MF-97', '', '', 'left'],
        ['Tình Trạng Lạ', 'MF-98', '', 'Ban Kinh tế', 'đang nghĩ'],
      ]),
    );
    expect(file.counts).toEqual({ wrong: 12, transferred: 1, left: 1, changed: 1, new: 1, same: 1 });
    const rows = await rowsOf(people.admin, file.id);
    expect(outlineOf(rows)).toEqual([
      [7, 'wrong', 'member.unit_unknown'],
      [8, 'wrong', 'member.code_taken'],
      [9, 'wrong', 'member.name_missing'],
      [10, 'wrong', 'member.code_missing'],
      [11, 'wrong', 'member.code'],
      [12, 'wrong', 'member.email'],
      [13, 'wrong', 'member.unit_missing'],
      [14, 'wrong', 'member.unit_ambiguous'],
      [15, 'wrong', 'member.repeated'],
      [16, 'wrong', 'member.email_taken'],
      [17, 'wrong', 'member.unknown'],
      [18, 'wrong', 'member.status'],
      [3, 'transferred'],
      [5, 'left'],
      [4, 'changed'],
      [2, 'new'],
    ]);
    expect(await rowsOf(people.admin, file.id, { limit: 3 })).toEqual(rows);
    expect(rows[0]?.suggestion?.name).toBe('Tổ Đầu tư công');
    expect(rows.find(({ action }) => action === 'transferred')?.before?.unit).toBe('Chi bộ 1');
    expect(rows.find(({ action }) => action === 'changed')?.before?.email).toBe('mai.dinh@cu.example');
    expect(outlineOf(await rowsOf(people.admin, file.id, { query: '&action=same' }))).toEqual([[6, 'same']]);
    const found = await rowsOf(people.admin, file.id, { query: `&q=${encodeURIComponent('bach ngo')}` });
    expect(found.map(({ code }) => code)).toEqual(['MF-90']);
    // Nothing has happened yet.
    expect(await memberOf('MF-90')).toBeNull();

    const { id: unitId2 } = rows[0]?.suggestion ?? { id: '' };
    const named = await people.admin.put(`/api/member-imports/${file.id}/units`, {
      written: 'ban kinh te › to dau tu',
      unitId: unitId2,
    });
    expect(memberImportView.parse(named.body).counts).toMatchObject({ wrong: 11, new: 2 });

    const wrong = await people.admin.get(`/api/member-imports/${file.id}/wrong.csv`).buffer(true);
    expect(wrong.text.trim().split('\r\n')).toHaveLength(12);
    expect(wrong.text).toContain('Mã này là của Hồ Văn Khải');
    // Corrected, the file of wrong rows comes in as it is: its headings are known.
    const again = await preview(people.admin, {
      fileName: 'dong-sai.csv',
      format: 'csv',
      content: Buffer.from(wrong.text).toString('base64'),
    });
    // Alone a row repeats nothing.
    expect(again.counts.wrong).toBe(10);
  });

  const people2: Row[] = [['Ngô Gia Bách', 'MF-80', '', 'Ban Kinh tế']];
  it.each([
    ['a workbook', xlsxFile(people2)],
    ['a workbook called a table', { ...xlsxFile(people2), format: 'csv', fileName: 'a.csv' }],
    ['English headings', csvFile(people2, ['Full name', 'Code', 'E-mail', 'Unit', 'Status'])],
    [
      'other words, capitals and stars',
      csvFile(people2, ['HỌ TÊN (*)', 'Mã hội viên', 'mail', 'Phòng ban:', 'trạng thái']),
    ],
    ['a title above', csvFile([HEAD, ...people2], ['Danh sách hội viên năm 2026'])],
  ])('reads %s', async (_name, file) => {
    const { counts, id } = await preview(people.admin, file);
    expect(counts).toMatchObject({ new: 1, wrong: 0 });
    expect((await rowsOf(people.admin, id))[0]).toMatchObject({
      fullName: 'Ngô Gia Bách',
      unit: 'Ban Kinh tế',
    });
  });

  it.each([
    ['semicolons', 'Họ tên;Mã;Đơn vị\nNgô Gia Bách;MF-80;Ban Kinh tế'],
    ['tabs in UTF-16', Buffer.from('\ufeffHọ tên\tMã\tĐơn vị\nNgô Gia Bách\tMF-80\tBan Kinh tế', 'utf16le')],
    ['decomposed letters', 'Họ tên,Mã,Đơn vị\nNgô Gia Bách,MF-80,Ban Kinh tế'.normalize('NFD')],
    ['a line that says how it is divided', 'sep=;\r\nHọ tên;Mã;Đơn vị\r\nNgô Gia Bách;MF-80;BAN KINH TẾ'],
    ['the sign > between units', 'Họ tên,Mã,Đơn vị\nNgô Gia Bách,MF-80,Cơ quan Tạp chí > Ban Kinh tế'],
  ])('reads %s', async (_name, content) => {
    const file = { fileName: 'a.csv', format: 'csv', content: Buffer.from(content).toString('base64') };
    const { counts } = await preview(people.admin, file);
    expect(counts).toMatchObject({ new: 1, wrong: 0 });
  });

  it('asks which column is which where the headings are not understood, and takes the answer', async () => {
    const file = csvFile([['MF-81', 'Ngô Gia Bách', 'Ban Kinh tế']], ['Số thẻ dự thi', 'Người dự', 'Nơi']);
    const refused = await people.admin.post('/api/member-imports', file);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'member_import.columns']);
    expect(refused.body).toMatchObject({
      params: { missing: 'fullName,code', headings: 'Số thẻ dự thi\nNgười dự\nNơi' },
    });
    const columns = { fullName: 'Người dự', code: 'Số thẻ dự thi', unit: 'Nơi' };
    expect((await preview(people.admin, { ...file, columns })).counts.new).toBe(1);
  });

  it.each([
    ['nothing', '', 'member_import.empty'],
    ['a heading alone', HEAD.join(','), 'member_import.empty'],
    ['an archive of something else', Buffer.from('PK\u0003\u0004 nonsense'), 'member_import.damaged'],
    ['letters of an old code page', Buffer.from([0x48, 0xe4, 0x2c, 0x0a]), 'member_import.damaged'],
    [
      'too many rows',
      `Họ tên,Mã\n${Array.from({ length: 20_001 }, (_, at) => `An,A-${at}`).join('\n')}`,
      'member_import.too_large',
    ],
  ])('refuses %s plainly', async (_name, content, code) => {
    const file = { fileName: 'a.csv', format: 'csv', content: Buffer.from(content).toString('base64') };
    expect(codeOf(await people.admin.post('/api/member-imports', file))).toBe(code);
  });

  it('is its maker’s own, and does nothing beyond their reach', async () => {
    const south = await world.member({
      code: 'MF-70',
      fullName: 'Người Miền Nam',
      unitId: people.units.south,
    });
    const chief = await world.member({
      code: 'MF-71',
      fullName: 'Người Có Quyền',
      unitId: people.units.team,
      roles: [{ role: 'organiser', unitId: null }],
    });
    const file = await preview(
      people.northAdmin,
      csvFile([
        ['Người Miền Nam', 'MF-70', '', 'Khối miền Bắc'],
        ['Người Có Quyền', 'MF-71', 'x@co.example', 'Khối miền Bắc'],
        ['Người Mới', 'MF-72', '', 'Ban Kinh tế'],
        ['Người Mới Nữa', 'MF-73', '', 'Chi bộ 1'],
      ]),
    );
    const rows = await rowsOf(people.northAdmin, file.id);
    expect(outlineOf(rows)).toEqual([
      [2, 'wrong', 'member.outside'],
      [3, 'wrong', 'member.beyond'],
      [4, 'wrong', 'member.unit_outside'],
      [5, 'new'],
    ]);
    expect(rows[0]?.before).toBeNull();
    for (const path of ['', '/rows', '/wrong.csv'])
      expect((await people.admin.get(`/api/member-imports/${file.id}${path}`)).status).toBe(404);
    expect((await people.admin.delete(`/api/member-imports/${file.id}/application`)).status).toBe(404);
    expect([south.memberId, chief.memberId]).not.toContain('');
  });
});

describe('an application', () => {
  it('does all of it, again nothing, and is taken back', async () => {
    const unitId = people.units.team;
    const mover = await world.member({
      code: 'MA-01',
      fullName: 'Tạ Thu Trang',
      email: 'ma1@co.example',
      unitId,
    });
    const leaver = await world.member({ code: 'MA-02', fullName: 'Vương Đình Phúc', unitId });
    await world.member({ code: 'MA-03', fullName: 'Đinh Ngọc Mai', email: 'ma3@co.example', unitId });
    const rows: Row[] = [
      ['Tạ Thu Trang', 'MA-01', '', 'Ban Kinh tế'],
      ['Vương Đình Phúc', 'MA-02', '', '', 'Đã rời'],
      ['Đinh Thị Ngọc Mai', 'MA-03', 'moi@co.example', 'Khối miền Bắc › Chi bộ 1'],
      ['Ngô Gia Bách', 'MA-10', 'Bach@co.example', 'Ban Kinh tế'],
      ['Lý Thanh Tâm', 'MA-11', '', 'Ban Kinh tế › Tổ Đầu tư công'],
    ];
    const file = await preview(people.admin, xlsxFile(rows));
    const done = await applied(people.admin, file.id);
    expect(done.applied).toMatchObject({
      counts: { new: 2, changed: 1, transferred: 1, left: 1, wrong: 0, same: 0 },
      slips: 2,
    });
    expect((await memberOf('MA-01'))?.history.map(({ unit }) => unit.name)).toEqual([
      'Ban Kinh tế',
      'Chi bộ 1',
    ]);
    expect((await memberOf('MA-02'))?.leftAt).not.toBeNull();
    expect((await leaver.get('/api/contests')).status).toBe(401);
    expect((await mover.get('/api/contests')).status).toBe(200);
    expect(await memberOf('MA-03')).toMatchObject({ fullName: 'Đinh Thị Ngọc Mai', email: 'moi@co.example' });
    expect(await memberOf('MA-11')).toMatchObject({ unit: { name: 'Tổ Đầu tư công' }, email: null });
    const login = { login: 'moi@co.example', password: PASSWORD };
    expect((await world.outsider().post('/api/session', login)).status).toBe(204);
    expect((await auditOf(world, file.id)).map(({ action }) => action)).toEqual(['member.import']);

    const again = await preview(people.admin, csvFile(rows));
    expect(again.counts).toEqual({ new: 0, changed: 0, transferred: 0, left: 0, wrong: 0, same: 5 });
    expect(
      codeOf(await people.admin.put(`/api/member-imports/${again.id}/application`, { places: 'all' })),
    ).toBe('member_import.nothing');
    expect(
      codeOf(await people.admin.put(`/api/member-imports/${file.id}/application`, { places: 'all' })),
    ).toBe('import.already_applied');

    const undone = memberImportView.parse(
      (await people.admin.delete(`/api/member-imports/${file.id}/application`)).body,
    );
    expect(undone).toMatchObject({ applied: null, run: null, kept: [], counts: { new: 2, changed: 1 } });
    expect(await memberOf('MA-10')).toBeNull();
    expect(await memberOf('MA-01')).toMatchObject({ unit: { name: 'Chi bộ 1' } });
    expect((await memberOf('MA-01'))?.history).toHaveLength(1);
    expect(await memberOf('MA-02')).toMatchObject({ leftAt: null });
    expect(await memberOf('MA-03')).toMatchObject({ fullName: 'Đinh Ngọc Mai', email: 'ma3@co.example' });
    // And may be applied after all.
    expect((await applied(people.admin, file.id)).applied?.counts.new).toBe(2);
  });

  it('leaves out what is not chosen, and takes back what nobody went on from', async () => {
    const rows = Array.from({ length: 8 }, (_, at): Row => [
      `Người Số ${at}`,
      `MB-0${at}`,
      '',
      'Ban Kinh tế',
    ]);
    const file = await preview(people.admin, csvFile(rows));
    const [first, second] = await rowsOf(people.admin, file.id);
    const done = await applied(people.admin, file.id, { except: [first?.place ?? 0] });
    expect(done.applied?.counts.new).toBe(7);
    expect(await memberOf('MB-00')).toBeNull();
    // One signs in, one gets a role, one is corrected by hand, one is referred to by something that nobody thought of.
    const idOf = async (code: string) => (await memberOf(code))?.id ?? '';
    const slip = await people.admin.post(`/api/members/${await idOf('MB-01')}/slip`);
    await world.outsider().post('/api/session/slip', { code: (slip.body as { code: string }).code });
    await world.grant(await idOf('MB-02'), 'moderator', null);
    await world.database.query(
      `INSERT INTO soft_lock (kind, resource_id, place_id, member_id, until) VALUES ('x', $1, $1, $1, app_now())`,
      [await idOf('MB-03')],
    );
    const undone = memberImportView.parse(
      (await people.admin.delete(`/api/member-imports/${file.id}/application`)).body,
    );
    expect(undone.kept.map(({ fullName }) => fullName)).toEqual(['Người Số 1', 'Người Số 2', 'Người Số 3']);
    expect(await memberOf('MB-01')).not.toBeNull();
    expect(await memberOf('MB-04')).toBeNull();
    expect(second).toBeDefined();
  });

  it('does not undo what somebody corrected since', async () => {
    await world.member({ code: 'MC-01', fullName: 'Bùi Thị Sen', unitId: people.units.team });
    const file = await preview(
      people.admin,
      csvFile([['Bùi Thị Hồng Sen', 'MC-01', '', 'Khối miền Bắc › Chi bộ 1']]),
    );
    await applied(people.admin, file.id);
    const id = (await memberOf('MC-01'))?.id ?? '';
    await people.admin.put(`/api/members/${id}`, { fullName: 'Bùi Hồng Sen', code: 'MC-01', email: null });
    const undone = memberImportView.parse(
      (await people.admin.delete(`/api/member-imports/${file.id}/application`)).body,
    );
    expect(undone.kept.map(({ fullName }) => fullName)).toEqual(['Bùi Hồng Sen']);
  });

  it('is not taken back after ten minutes', async () => {
    const file = await preview(people.admin, csvFile([['Người Ở Lại', 'MD-01', '', 'Ban Kinh tế']]));
    await applied(people.admin, file.id);
    await world.advance(10 * 60_000 + 1_000);
    expect(codeOf(await people.admin.delete(`/api/member-imports/${file.id}/application`))).toBe(
      'import.undo_too_late',
    );
    const view = memberImportView.parse((await people.admin.get(`/api/member-imports/${file.id}`)).body);
    expect(view.applied?.undoUntil).toBeNull();
  });

  it('goes by what is true when it is applied, and by what its author may do then', async () => {
    const file = await preview(people.admin, csvFile([['Đến Trước', 'ME-01', '', 'Ban Kinh tế']]));
    await world.member({ code: 'ME-01', fullName: 'Người Khác Hẳn' });
    const late = await applied(people.admin, file.id);
    expect(late).toMatchObject({ applied: null, run: { state: 'failed', failure: 'member_import.nothing' } });

    const short = await world.member({ unitId: people.units.office, roles: [{ role: 'admin' }] });
    const other = await preview(short, csvFile([['Không Ai Nhập', 'ME-02', '', 'Ban Kinh tế']]));
    const gate = world.database.createQueryRunner();
    await gate.startTransaction();
    await gate.query(`SELECT pg_advisory_xact_lock(hashtextextended('import ' || 'member', 0))`);
    expect((await short.put(`/api/member-imports/${other.id}/application`, { places: 'all' })).status).toBe(
      202,
    );
    // Two at once are one.
    expect(codeOf(await short.put(`/api/member-imports/${other.id}/application`, { places: 'all' }))).toBe(
      'member_import.running',
    );
    expect((await short.delete(`/api/member-imports/${other.id}/run`)).status).toBe(204);
    await gate.commitTransaction();
    await gate.release();
    await expect
      .poll(
        async () =>
          memberImportView.parse((await short.get(`/api/member-imports/${other.id}`)).body).run?.state,
      )
      .toBe('stopped');
    expect(await memberOf('ME-02')).toBeNull();
  });

  it('gives slips for all that are new, in one file', async () => {
    const rows = Array.from({ length: 10 }, (_, at): Row => [
      `Người In ${at}`,
      `MG-0${at}`,
      '',
      'Ban Kinh tế',
    ]);
    const file = await preview(people.admin, csvFile(rows));
    await applied(people.admin, file.id);
    const answer = await people.admin.post(`/api/member-imports/${file.id}/slips.pdf`).buffer(true);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(String(answer.body).match(/\/Type \/Page\b/g)).toHaveLength(2);
  });
});

describe('GET /api/member-import-template.xlsx', () => {
  it('is a workbook that is understood when it comes back', async () => {
    const answer = await people.admin.get('/api/member-import-template.xlsx').responseType('blob');
    const content = Buffer.from(z.instanceof(Uint8Array).parse(answer.body));
    const [sheet] = await readExcel(content);
    expect(JSON.stringify(sheet)).toContain('Họ và tên');
    const { counts } = await preview(people.admin, {
      fileName: 'mau.xlsx',
      format: 'xlsx',
      content: content.toString('base64'),
    });
    expect(counts.wrong + counts.new).toBe(2);
    expect(sessionView.parse((await people.admin.get('/api/session')).body).can.manageMembers).toBe(true);
  });
});
