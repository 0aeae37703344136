import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openXlsx } from '../../../test/support/open-xlsx.js';
import { sheetNameOf } from './xlsx-text.js';
import { xlsxOf, type XlsxCell } from './xlsx.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const COLUMNS = [
  { heading: 'Câu hỏi', width: 60, runsOn: true },
  { heading: 'Lượt ủng hộ', width: 13 },
  { heading: 'Hỏi lúc', width: 17 },
];

const opened = (rows: XlsxCell[][], sheet = 'Sổ câu hỏi') =>
  openXlsx(xlsxOf({ sheet, columns: COLUMNS, rows }));

/** How the cell at this place looks, as the styles say. */
function lookOf(xml: (path: string) => string, place: string) {
  const styles = xml('xl/styles.xml');
  const style = Number(new RegExp(`<c r="${place}" s="(\\d+)"`).exec(xml(SHEET))?.[1]);
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1]?.match(/<xf .*?<\/xf>/g) ?? [];
  const fonts = styles.match(/<font>.*?<\/font>/g) ?? [];
  const look = formats[style] ?? '';
  return {
    bold: fonts[Number(/fontId="(\d+)"/.exec(look)?.[1])]?.includes('<b/>'),
    wrapped: look.includes('wrapText="1"'),
    asText: look.includes('numFmtId="49"'),
  };
}

describe('a workbook', () => {
  it('gives text back as text, numbers as numbers and moments by the clock of Vietnam', async () => {
    const { rows, sheets } = await opened([
      ['Bao giờ có phòng họp mới?', 12, new Date('2026-11-19T17:30:00Z')],
      ['0912', -1.5, new Date('2026-11-19T01:02:03Z')],
    ]);
    expect(sheets).toEqual(['Sổ câu hỏi']);
    expect(rows).toEqual([
      ['Câu hỏi', 'Lượt ủng hộ', 'Hỏi lúc'],
      ['Bao giờ có phòng họp mới?', 12, new Date('2026-11-20T00:30:00Z')],
      ['0912', -1.5, new Date('2026-11-19T08:02:03Z')],
    ]);
  });

  it.each(['=2+3', '+84 912', '-5', '@SUM(A1)', '\t=1', ' =2+3', '＝2+3', '=HYPERLINK("http://x";"y")'])(
    'has no formula in %j, and asks whoever edits it for none',
    async (text) => {
      const { rows, xml } = await opened([[text, 1, null]]);
      expect(rows[1]?.[0]).toBe(text);
      expect(xml(SHEET)).not.toMatch(/<f[\s>]|t="str"/);
      expect(lookOf(xml, 'A2')).toMatchObject({ asText: true });
    },
  );

  it.each([
    ['line breaks of every kind', 'một\r\nhai\rba\nbốn', 'một\nhai\nba\nbốn'],
    ['what XML has no place for', 'a\u0000b\u0008c\u001fd\ufffee', 'abcde'],
    ['half a letter', 'a\ud83db', 'a\ufffdb'],
    ['marks of XML', '<b a="1">&amp;</b>]]>', '<b a="1">&amp;</b>]]>'],
    ['names that objects have', 'constructor', 'constructor'],
    ['letters of two units, accents apart and right to left', '👩‍🏫 ế שלום', '👩‍🏫 ế שלום'],
    ['spaces around', '  một  ', '  một  '],
  ])('keeps %s', async (_what, text, kept) => {
    expect((await opened([[text, 1, null]])).rows[1]?.[0]).toBe(kept);
  });

  it('has what looks like a numbered letter read as it was written', async () => {
    const { xml } = await opened([['_x0041_ _x00e1_ _x5_', 1, null]]);
    // ECMA-376, 22.9.2.19: `_x0041_` is read as "A", and `_x005F_` as the line before it.
    expect(xml(SHEET)).toContain('>_x005F_x0041_ _x005F_x00e1_ _x5_<');
  });

  it('is read as it was written, whatever stands in it', async () => {
    const text = fc
      .array(fc.constantFrom('=', '+', '"', '<', '&', ']]>', "'", ',', '\n', '\t', ' ', 'ă', '😀', '_', 'x'))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const { rows } = await opened(texts.map((one) => [`:${one}:`, 1, null]));
        expect(rows.slice(1).map(([cell]) => cell)).toEqual(texts.map((one) => `:${one}:`));
      }),
      { numRuns: 30 },
    );
  });

  it('cuts no letter and marks the cut where a cell would be too long for Excel', async () => {
    const { rows } = await opened([
      ['😀'.repeat(20_000), 1, null],
      ['a'.repeat(32_767), 1, null],
    ]);
    const [cut, whole] = rows.slice(1).map(([cell]) => String(cell));
    expect(cut).toHaveLength(32_767);
    expect(cut?.endsWith('😀…')).toBe(true);
    expect(whole).toBe('a'.repeat(32_767));
  });

  it('leaves cells empty that have nothing to say', async () => {
    const { xml } = await opened([['', Number.NaN, null]]);
    expect(xml(SHEET)).toContain('<row r="2"></row>');
  });

  it('has its heading bold and in sight, and columns of their widths, long ones in lines', async () => {
    const { xml } = await opened([['một\nhai', 1, null]]);
    expect(lookOf(xml, 'A1')).toMatchObject({ bold: true });
    expect(lookOf(xml, 'A2')).toMatchObject({ bold: false, wrapped: true });
    expect(xml(SHEET)).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]* state="frozen"\/>/);
    expect(
      [...xml(SHEET).matchAll(/<col min="(\d)" max="\1" width="(\d+)"/g)].map(([, , width]) => width),
    ).toEqual(['60', '13', '17']);
  });

  it('names its columns beyond Z', async () => {
    const columns = Array.from({ length: 30 }, (_, at) => ({ heading: `cột ${at}`, width: 9 }));
    const { rows, xml } = await openXlsx(xlsxOf({ sheet: 'x', columns, rows: [columns.map((_, at) => at)] }));
    expect(rows[1]).toEqual(columns.map((_, at) => at));
    expect(xml(SHEET)).toContain('<c r="AD2">');
  });

  it('holds several tables, a sheet each in their order', async () => {
    const table = (sheet: string) => ({ sheet, columns: [{ heading: sheet, width: 9 }], rows: [[1]] });
    const { sheets, xml } = await openXlsx(xlsxOf(table('Một'), table('Hai'), table('Ba')));
    expect(sheets).toEqual(['Một', 'Hai', 'Ba']);
    expect(xml('xl/worksheets/sheet3.xml')).toContain('>Ba<');
  });

  it('is the same file for the same table', () => {
    const rows = [['a', 1, null]];
    const [one, other] = [1, 2].map(() => xlsxOf({ sheet: 'x', columns: COLUMNS, rows }));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('refuses more rows than a sheet has', () => {
    function* endless(): Generator<XlsxCell[]> {
      for (;;) yield [];
    }
    expect(() => xlsxOf({ sheet: 'x', columns: [], rows: endless() })).toThrow('1048576 rows');
  });

  it('is packed while its rows are made: a thread that could not hold them makes it', async () => {
    const program = `
      import { parentPort } from 'node:worker_threads';
      const { xlsxOf } = await import(${JSON.stringify(new URL('./xlsx.js', import.meta.url).href)});
      function* rows() {
        for (let row = 0; row < 25_000; row += 1) yield [('câu hỏi ' + row + ' ').repeat(40)];
      }
      const file = xlsxOf({ sheet: 'x', columns: [{ heading: 'x', width: 9 }], rows: rows() });
      parentPort.postMessage(file.length);
    `;
    const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
      execArgv: process.execArgv,
      // Its rows come to 28 MB of text.
      resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 8 },
    });
    const length = await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    expect(length).toBeGreaterThan(100_000);
  });
});

describe('the name of a sheet', () => {
  it.each([
    ['Sổ câu hỏi', 'Sổ câu hỏi'],
    ['Hỏi: đáp / [2026]?*\\', 'Hỏi đáp 2026'],
    ["'Trích dẫn'", 'Trích dẫn'],
    ['Hỏi đáp về bảo vệ dữ liệu cá nhân trong cơ quan', 'Hỏi đáp về bảo vệ dữ liệu cá nh'],
    ['1234567890123456789012345678 90 1', '1234567890123456789012345678 90'],
    ['123456789012345678901234567890😀', '123456789012345678901234567890'],
    ['History', 'History_'],
    ['', '_'],
    ['???', '_'],
  ])('%s', (title, name) => {
    expect(sheetNameOf(title)).toBe(name);
  });
});
