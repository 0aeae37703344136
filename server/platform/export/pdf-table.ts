import type { Pdf, PdfStyle } from './pdf.js';

/** `share` of the width; numbers stand right. */
export type PdfColumn = { heading: string; share: number; numeric?: boolean };
export type PdfRow = { cells: readonly string[]; bold?: boolean };

type PdfTable = {
  columns: readonly PdfColumn[];
  rows: readonly PdfRow[];
  /** How many points have to be left below the last rows, and how many rows stay with them. */
  after?: { points: number; rows: number };
  ink: string;
  line: string;
};

const CELL: PdfStyle = { size: 9, color: '#000000' };
const PAD_X = 4;
const PAD_Y = 3.5;

/**
 * A table that runs from page to page: its heading stands at the top of each, rows are not divided, and what follows it
 * is not left alone on the last page.
 */
export function writeTable(pdf: Pdf, { columns, rows, after, ink, line }: PdfTable): void {
  const widths = columns.map(({ share }) => share * pdf.width);
  const heightOf = ({ cells, bold = false }: PdfRow): number =>
    Math.max(...cells.map((text, at) => pdf.heightOf(text, styleOf(bold, CELL.color), inside(widths[at])))) +
    2 * PAD_Y;
  const writeRow = (row: PdfRow, color: string): void => {
    const height = heightOf(row);
    const top = pdf.y;
    let left = 0;
    row.cells.forEach((text, at) => {
      const width = widths[at] ?? 0;
      pdf.writeAt(text, styleOf(row.bold ?? false, color), {
        left: left + PAD_X,
        top: top + PAD_Y,
        width: inside(width),
        align: columns[at]?.numeric ? 'right' : 'left',
      });
      left += width;
    });
    pdf.moveTo(top + height);
  };
  const writeHeading = (): void => {
    pdf.rule(ink, 1);
    writeRow({ cells: columns.map(({ heading }) => heading), bold: true }, ink);
    pdf.rule(ink, 1);
  };
  writeHeading();
  const together = after ? Math.max(0, rows.length - after.rows) : -1;
  rows.forEach((row, at) => {
    const needed =
      at === together && after
        ? rows.slice(at).reduce((sum, one) => sum + heightOf(one), after.points)
        : heightOf(row);
    if (!pdf.hasRoom(needed)) {
      pdf.turnPage();
      writeHeading();
    }
    writeRow(row, CELL.color);
    pdf.rule(line, 0.5);
  });
}

const styleOf = (bold: boolean, color: string): PdfStyle => ({
  ...CELL,
  color,
  ...(bold && { weight: 'bold' }),
});
const inside = (width = 0): number => Math.max(1, width - 2 * PAD_X);
