import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_ITEMS } from '../../../shared/question-bank/question-import.schema.js';
import { xlsxOf, type XlsxCell } from '../../platform/export/xlsx.js';
import { ImportRefused } from './import-refused.rules.js';
import { parseXlsx } from './xlsx-import.js';

/** A sheet whose first row is `headings`, the others below it. */
const sheet = (name: string, headings: string[], ...rows: XlsxCell[][]) => ({
  sheet: name,
  columns: headings.map((heading) => ({ heading, width: 20 })),
  rows,
});
const QUESTIONS = ['Câu hỏi', 'A', 'B', 'Đáp án', 'Mức độ', 'Nguồn'];
const row = (text: string) => [text, 'x', 'y', 'B', 'Nhận biết', 'SGK'];
const read = (...sheets: Parameters<typeof xlsxOf>) =>
  parseXlsx(xlsxOf(...sheets), { fallbackTopic: 'Chung' });
const texts = (items: ReturnType<typeof parseXlsx>) =>
  items.map(({ question }) => question?.content.prompt.text);
const refusal = (file: Uint8Array) => {
  try {
    parseXlsx(file, { fallbackTopic: 'Chung' });
  } catch (error) {
    if (error instanceof ImportRefused) return error.kind.code;
    throw error;
  }
  return null;
};

describe('a workbook of questions', () => {
  it('is read as a table is, each item on its own row of the sheet', () => {
    const items = read(sheet('Câu hỏi', QUESTIONS, row('Một?'), ['', '', '', '', '', ''], row('Hai?')));
    expect(items.map(({ line }) => line)).toEqual([2, 4]);
    expect(texts(items)).toEqual(['Một?', 'Hai?']);
    expect(items[0]?.question?.content.solution).toEqual({ type: 'single_choice', credits: { b: 1 } });
    expect(items.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(items[0]?.excerpt).toBe('Một? · x · y · B · Nhận biết · SGK');
  });

  it('may have its questions on a later sheet, and says which others are left out', () => {
    const items = read(
      sheet('Hướng dẫn', ['Đọc trước khi điền'], ['Mỗi hàng một câu']),
      sheet('Bộ câu hỏi', QUESTIONS, row('Một?'), row('Hai?')),
      sheet('Thống kê', ['Tổng'], [12]),
    );
    expect(texts(items)).toEqual(['Một?', 'Hai?']);
    expect(items.map(({ warnings }) => warnings)).toEqual([
      [
        {
          code: 'csv.sheets_ignored',
          params: { line: 2, sheet: 'Bộ câu hỏi', others: 'Hướng dẫn, Thống kê' },
        },
      ],
      [],
    ]);
  });

  it('may have a title above its headings', () => {
    const items = read(sheet('Đề', ['Trường THPT Chu Văn An'], ['Đề ôn tập'], QUESTIONS, row('Một?')));
    expect(texts(items)).toEqual(['Một?']);
    expect(items[0]?.line).toBe(4);
  });

  it('is refused, with the reason, when it holds no questions or is no workbook', () => {
    expect(refusal(xlsxOf(sheet('Câu hỏi', QUESTIONS)))).toBe('import.empty');
    expect(refusal(xlsxOf(sheet('Trống', [''])))).toBe('import.empty');
    expect(refusal(xlsxOf(sheet('Khác', ['Tên', 'Tuổi'], ['An', 12])))).toBe('import.wrong_columns');
    expect(refusal(new TextEncoder().encode('câu hỏi,đáp án'))).toBe('import.damaged');
    expect(refusal(xlsxOf(sheet('Câu hỏi', QUESTIONS, row('Một?'))).subarray(0, 900))).toBe('import.damaged');
    const locked = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from({ length: 600 }, () => 0),
    ]);
    expect(['import.locked', 'import.damaged']).toContain(refusal(locked));
  });

  it('is refused as a whole when it holds more questions than an import may have', () => {
    const rows = Array.from({ length: MAX_IMPORT_ITEMS + 1 }, (_, nth) => [`Câu ${nth}?`, 'T']);
    expect(refusal(xlsxOf(sheet('Câu hỏi', ['Câu hỏi', 'Đáp án'], ...rows)))).toBe('import.too_large');
  });
});
