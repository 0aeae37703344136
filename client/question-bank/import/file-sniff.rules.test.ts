import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_BYTES } from '../../../shared/question-bank/question-import.schema.js';
import { MAX_FILE_BYTES, sniffFile } from './file-sniff.rules.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const packed = (part: string) => [0x50, 0x4b, 0x03, 0x04, ...utf8(part)];
const csv = 'chủ đề,câu hỏi,đáp án\nA,B?,C\n';
const gift = '::1::Quốc hội do ai bầu? {=Nhân dân ~Chính phủ}';

const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

describe('a file of questions', () => {
  it.each([
    ['de.gift', gift, 'gift'],
    ['DE.GIFT', 'Câu hỏi một {T}', 'gift'],
    ['de.csv', csv, 'csv'],
    ['de.txt', gift, 'gift'],
    ['de.txt', csv, 'csv'],
    ['de', 'nội dung;đáp án\nB?;C', 'csv'],
    ['de.tsv', 'một đoạn', 'csv'],
    ['DE.CSV', 'một đoạn', 'csv'],
    ['de.gift', csv, 'gift'],
    ['de.csv', gift, 'csv'],
    ['gift.csv.txt', gift, 'gift'],
    ['bai.gift.txt', csv, 'csv'],
    ['bai.csv.txt', gift, 'gift'],
    ['de.txt', '\n\n  $CATEGORY: Luật\n', 'gift'],
    ['de.txt', 'Mở đầu\n  // ghi chú\n', 'gift'],
    ['de.txt', 'Nước nào?{ =Lào ~Thái }', 'gift'],
    ['de.txt', 'Bao nhiêu?{#5}', 'gift'],
    ['de.txt', 'Đúng?{ TRUE}', 'gift'],
    ['de.txt', 'Đúng?{f}', 'gift'],
    ['de.txt', 'Đúng?{T#chưa đúng}', 'gift'],
    ['de.txt', 'Trái Đất quay.{Đúng}', 'gift'],
    ['de.txt', 'Trái Đất phẳng.{ sai }', 'gift'],
    ['de.txt', '\n\nQUESTION\tanswer\nB?\tC', 'csv'],
    ['de.txt', 'Đề bài,đáp án'.normalize('NFD'), 'csv'],
  ])('%s is told by its name or by what it says', (name, text, format) => {
    expect(sniffFile(name, utf8(text))).toEqual({ text, format });
  });

  it('loses the mark that spreadsheets put first', () => {
    expect(sniffFile('de.csv', utf8(`\uFEFF${csv}`))).toEqual({ text: csv, format: 'csv' });
  });

  it.each([
    ['de.xlsb', packed('xl/workbook.bin'), 'spreadsheet'],
    ['de.xlsx', [0xd0, 0xcf, 0x11, 0xe0, ...utf16('EncryptedPackage')], 'locked'],
    ['de.csv', packed('word/document.xml'), 'document'],
    ['de.csv', [0x50, 0x4b, 0x03, 0x04], 'archive'],
    ['de.csv', [0x25, 0x50, 0x44, 0x46], 'pdf'],
    ['de.xls', [0xd0, 0xcf, 0x11, 0xe0], 'old_office'],
    ['de.gift', [0x89, 0x50, 0x4e, 0x47], 'image'],
    ['de.csv', [0xff, 0xfe, 0x63, 0x00], 'utf16'],
    // “câu” in Windows-1258
    ['de.csv', [0x63, 0xe2, 0x75, 0x2c, 0xf0], 'not_utf8'],
    ['de.csv', [0x63, 0x00, 0x2c, 0x00], 'not_utf8'],
    ['de.csv', [], 'empty'],
    ['de.csv', [0x20, 0x0a], 'empty'],
  ])('%s that starts with %j is refused as %3$s', (name, bytes, refusal) => {
    expect(sniffFile(name, Uint8Array.from(bytes))).toEqual({ refusal });
  });

  it.each(['de.xlsx', 'de.csv', 'de.txt'])('that is a workbook is known by its parts, also as %s', (name) => {
    expect(sniffFile(name, Uint8Array.from(packed('xl/workbook.xml')))).toEqual({ format: 'xlsx' });
  });

  it.each([
    ['Một đoạn văn bình thường.'],
    ['Câu hỏi là gì'],
    ['Tỉnh, huyện, xã'],
    ['Xem https://vi.example/a::b và {ghi chú}'],
    ['{Tất cả} đều đúng'],
    ['{Sài Gòn} và {Faust} và {true2}'],
    ['Mở đầu\ncâu hỏi,đáp án'],
  ])('is refused when nothing tells what it is: %j', (text) => {
    expect(sniffFile('de.txt', utf8(text))).toEqual({ refusal: 'unknown_format' });
    expect(sniffFile('de', utf8(text))).toEqual({ refusal: 'unknown_format' });
  });

  it.each(['de.txt', 'de.gift', 'de.csv'])('in Aiken is told so, also as %s', (name) => {
    const text = 'Thủ đô?\nA. Huế\nB. Hà Nội\nANSWER: B\n';
    expect(sniffFile(name, utf8(text))).toEqual({ refusal: 'aiken' });
  });

  it.each([
    ['A. Huế\nB. Hà Nội\nC. Vinh\nANSWER: B'],
    ['Thủ đô?\r\nA) Huế\r\nB) Hà Nội\r\nANSWER:B\r\n\r\nCâu hai?\r\nA) x\r\nANSWER: A'],
    ['a. Huế\nb. Hà Nội\nanswer: b   \n'],
  ])('in Aiken is known by its lettered lines and the answer below: %j', (text) => {
    expect(sniffFile('de.txt', utf8(text))).toEqual({ refusal: 'aiken' });
  });

  it.each([
    ['câu hỏi,đáp án\n"Chọn?\nA. Huế\nB. Hà Nội\nANSWER: Bờ",A\n'],
    ['câu hỏi,đáp án\nXA. Huế\nANSWER: B,x\n'],
    ['câu hỏi,đáp án\nANSWER: B\n'],
    ['câu hỏi,đáp án\nA. Huế\nmột dòng khác\nANSWER: B\n'],
    ['câu hỏi,đáp án\nXA. Huế\nANSWER: B\n'],
    ['câu hỏi,đáp án\nA. Huế\nANSWER: B là đúng\n'],
  ])('is no Aiken for a line that only looks so: %j', (text) => {
    expect(sniffFile('de.csv', utf8(text))).toEqual({ text, format: 'csv' });
  });

  it('may weigh as much as the server takes, and no more', () => {
    expect(MAX_FILE_BYTES).toBe(MAX_IMPORT_BYTES);
    const full = new Uint8Array(MAX_FILE_BYTES).fill(0x61);
    expect(sniffFile('de.csv', full)).toMatchObject({ format: 'csv' });
    const heavy = new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61);
    expect(sniffFile('de.csv', heavy)).toEqual({ refusal: 'too_large' });
  });
});
