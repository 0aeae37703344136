import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { xlsxOf } from '../export/xlsx.js';
import { xlsxSheets } from './xlsx-sheets.js';

const LIMITS = { maxBytes: 1_000_000, maxRows: 1_000 };
const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Parts = {
  sheet?: string;
  strings?: string;
  styles?: string;
  book?: string;
  more?: Record<string, string>;
};

/** A workbook as Excel puts it together: texts shared, sheets under names of their own. */
function workbook({ sheet = '', strings = '', styles = '', book, more = {} }: Parts): Uint8Array {
  const sheets = book ?? '<sheets><sheet name="Đề" sheetId="4" r:id="rId7"/></sheets>';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const files: Record<string, string> = {
    'xl/workbook.xml': `${HEAD}<workbook ${NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${sheets}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships>${relation('rId7', 'worksheet', 'worksheets/sheet4.xml')}${relation('rId8', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rId9', 'styles', 'styles.xml')}${relation('rId2', 'worksheet', 'worksheets/other.xml')}</Relationships>`,
    'xl/worksheets/sheet4.xml': `${HEAD}<worksheet ${NS}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${NS}>${strings}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${NS}>${styles}</styleSheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const rowsOf = (parts: Parts) => xlsxSheets(workbook(parts), LIMITS)[0]?.rows ?? [];
const cell = (inner: string, styles = '') =>
  rowsOf({ sheet: `<row r="1">${inner}</row>`, styles })[0]?.cells[0];

describe('a workbook', () => {
  it('gives texts that are shared, written in the cell or in parts, without how they are spoken', () => {
    const strings = `<si><t>Thủ đô</t></si><si><r><t xml:space="preserve">in </t></r><r><rPr><b/></rPr><t>đậm</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`;
    const sheet = `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>a &lt; b &amp;amp; &#7897;_x000D_</t></is></c></row>`;
    expect(rowsOf({ strings, sheet })).toEqual([
      { row: 3, cells: ['Thủ đô', 'in đậm', '', 'a < b &amp; ộ\r'] },
    ]);
  });

  it('counts rows as the sheet does, leaves empty ones out, and does without places where none are told', () => {
    const sheet = `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="A5"/></row><row r="7"><c r="C7"><v>3</v></c></row>`;
    expect(rowsOf({ sheet })).toEqual([
      { row: 1, cells: ['1', '2'] },
      { row: 7, cells: ['', '', '3'] },
    ]);
  });

  test.each([
    ['<c r="A1"><v>0.1</v></c>', '0.1'],
    ['<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['<c r="A1"><v>1E+21</v></c>', '1e+21'],
    ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="A1" t="str"><f>A2&amp;"x"</f><v>kết quả</v></c>', 'kết quả'],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['<x:c r="A1"><x:v>5</x:v></x:c>', '5'],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[<b>&]]></t></is></c>', '<b>&'],
  ])('reads %s as %s, and reckons nothing', (inner, text) => {
    expect(cell(inner)).toBe(text);
  });

  const styles = (code: string) =>
    `<numFmts count="1"><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>`;
  test.each([
    // The serial of 2 September 1945 is 16682.
    [2, 16_682, '', '02/09/1945'],
    [1, 16_682, 'dd&quot; tháng &quot;mm', '02/09'],
    [1, 16_682, 'yyyy', '1945'],
    [1, 16_682.5, 'dd/mm/yyyy hh:mm', '02/09/1945 12:00'],
    [1, 0.75, '[$-42A]h:mm', '18:00'],
    [3, 0.125, '', '12.5%'],
    [1, 24, '000', '024'],
    [1, 1945, '#,##0', '1945'],
    [1, 1945, '0.00&quot; mét&quot;', '1945'],
    [0, 16_682, '', '16682'],
  ])('style %d of %d with the format %s is shown as %s', (...[style, value, code, text]) => {
    expect(cell(`<c r="A1" s="${style}"><v>${value}</v></c>`, styles(code))).toBe(text);
  });

  it('counts days from 1904 where the workbook does', () => {
    const book = '<workbookPr date1904="1"/><sheets><sheet name="x" sheetId="1" r:id="rId7"/></sheets>';
    const sheet = '<row r="1"><c r="A1" s="2"><v>15220</v></c></row>';
    expect(rowsOf({ book, sheet, styles: styles('') })[0]?.cells).toEqual(['02/09/1945']);
  });

  it('shows the sheets that people see, in their order', () => {
    const book = `<sheets><sheet name="Ẩn" state="hidden" sheetId="1" r:id="rId2"/><sheet name="B" sheetId="9" r:id="rId7"/><sheet name="A" sheetId="2" r:id="rId2"/></sheets>`;
    const other = `<worksheet ${NS}><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>`;
    const sheets = xlsxSheets(
      workbook({
        book,
        sheet: '<row r="1"><c><v>1</v></c></row>',
        more: { 'xl/worksheets/other.xml': other },
      }),
      LIMITS,
    );
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
      ['B', ['1']],
      ['A', ['9']],
    ]);
  });

  it('is read as our own are written', () => {
    const texts = ['=2+3', ' hai  dấu cách ', 'một\nhai', '_x0041_', '😀 ế', '<&>'];
    const file = xlsxOf({
      sheet: 'Câu hỏi',
      columns: [{ heading: 'Câu', width: 9 }],
      rows: texts.map((text) => [text]),
    });
    expect(xlsxSheets(file, LIMITS)[0]?.rows.map(({ cells }) => cells[0])).toEqual(['Câu', ...texts]);
  });
});

describe('a hostile file', () => {
  const reasonOf = (file: Uint8Array, limits = LIMITS) => {
    try {
      xlsxSheets(file, limits);
      return 'read';
    } catch (error) {
      return error instanceof Error && 'reason' in error ? error.reason : error;
    }
  };
  const sheetOf = (sheet: string) => workbook({ sheet });

  it('is not unpacked beyond the limit, whatever it says of its size', () => {
    const bomb = Buffer.from(sheetOf(`<row r="1"><c t="str"><v>${'a'.repeat(5_000_000)}</v></c></row>`));
    expect(bomb.length).toBeLessThan(50_000);
    expect(reasonOf(bomb)).toBe('too_large');
    // The directory claims a few bytes.
    for (let at = 0; (at = bomb.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0; at += 4)
      bomb.writeUInt32LE(10, at + 24);
    expect(reasonOf(bomb)).toBe('too_large');
  });

  it('is stopped by all parts together', () => {
    const text = 'x'.repeat(700_000);
    const file = workbook({
      strings: `<si><t>${text}</t></si>`,
      sheet: `<row><c t="str"><v>${text}</v></c></row>`,
    });
    expect(reasonOf(file)).toBe('too_large');
  });

  it('declares no entities', () => {
    const more = {
      'xl/worksheets/sheet4.xml': `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`,
    };
    expect(reasonOf(workbook({ more }))).toBe('damaged');
  });

  it.each([
    ['no archive', strToU8('PK not really')],
    ['an archive cut off', workbook({}).slice(0, 300)],
    ['an archive of something else', zipSync({ 'word/document.xml': strToU8('<x/>') })],

    ['nothing', new Uint8Array()],
  ])('as %s is refused', (_what, file) => {
    expect(reasonOf(file)).toBe('damaged');
  });

  it('that is locked says so', () => {
    const file = Buffer.from(workbook({}));
    for (let at = 0; (at = file.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0; at += 4)
      file.writeUInt16LE(1, at + 8);
    expect(reasonOf(file)).toBe('password');
  });

  it('with endless rows or columns is read as far as is wanted', () => {
    const rows = Array.from(
      { length: 3_000 },
      (_row, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    expect(xlsxSheets(sheetOf(rows.join('')), { ...LIMITS, maxRows: 10 })[0]?.rows).toHaveLength(10);
    const wide = xlsxSheets(
      sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'),
      LIMITS,
    );
    expect(wide[0]?.rows[0]?.cells).toEqual(['1']);
  });
});
