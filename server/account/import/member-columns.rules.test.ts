import { describe, expect, it } from 'vitest';
import { findColumns } from './member-columns.rules.js';

const rows = (...lines: string[]) => lines.map((line) => ({ cells: line.split(';') }));

describe('the columns of a file of members', () => {
  it.each([
    [
      rows('Họ và tên;Mã thành viên;Email;Đơn vị;Tình trạng'),
      0,
      { fullName: 0, code: 1, email: 2, unit: 3, status: 4 },
    ],
    [rows('Danh sách năm 2026', '', 'STT;MÃ SỐ (*);Họ tên:'), 2, { code: 1, fullName: 2 }],
    [rows('Unit;Code;Full Name;e-mail'), 0, { unit: 0, code: 1, fullName: 2, email: 3 }],
    // The first of two alike.
    [rows('Họ tên;Tên;Mã'), 0, { fullName: 0, code: 2 }],
  ])('stand where their words do', (given, at, places) => {
    expect(findColumns(given, {})).toEqual({ at, places });
  });

  it('are as somebody chose them, also against what they are called', () => {
    const given = rows('Tên;Bí danh;Số');
    expect(findColumns(given, { fullName: 'Bí danh', code: 'Số' })).toEqual({
      at: 0,
      places: { fullName: 1, code: 2 },
    });
  });

  it('are missing by name, with the headings there are', () => {
    expect(findColumns(rows('Báo cáo', 'Họ tên;Số thẻ dự thi;', 'An;1;'), {})).toEqual({
      missing: ['code'],
      headings: ['Họ tên', 'Số thẻ dự thi'],
    });
  });

  it('are not looked for far below', () => {
    const given = rows(...Array.from({ length: 10 }, () => 'x'), 'Họ tên;Mã');
    expect(findColumns(given, {})).toHaveProperty('missing');
  });
});
