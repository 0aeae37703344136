import PDFDocument from 'pdfkit';
import { collected, type PdfFacts, type PdfStyle } from './pdf.js';
import { registerFonts } from './pdf-fonts.js';
import { letterRuns } from './pdf-letters.js';

export const SHEET_WIDTH = 595.28;
export const SHEET_HEIGHT = 841.89;

/** In points from the upper left corner of the sheet. */
export type PdfBox = { x: number; y: number; width: number; align?: 'left' | 'right' };

/** A4 for what stands at a place of its own, such as labels and slips. Sheets leave as they are finished. */
export class PdfSheet {
  private readonly document: PDFKit.PDFDocument;
  private readonly fonts: ReturnType<typeof registerFonts>;
  private readonly done: Promise<Buffer>;

  constructor({ title, locale, madeAt }: PdfFacts) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      lang: locale,
      info: { Title: title, CreationDate: madeAt },
    });
    this.fonts = registerFonts(this.document);
    this.done = collected(this.document);
  }

  addSheet(): this {
    this.document.addPage();
    return this;
  }

  /** Text in a box, on as many lines as it takes; answers where the next line would begin. */
  write(text: string, { weight = 'regular', size, color }: PdfStyle, box: PdfBox): number {
    const { x, y, width, align = 'left' } = box;
    this.document.fontSize(size).fillColor(color);
    letterRuns(text, this.fonts[weight]).forEach(({ font, text: piece }, index, { length }) => {
      const options = { width, align, continued: index < length - 1 };
      this.document.font(font);
      if (index === 0) this.document.text(piece, x, y, options);
      else this.document.text(piece, options);
    });
    return this.document.y;
  }

  /** A shape drawn by an SVG path whose `units` are as wide as the box. */
  shape(path: string, units: number, { x, y, width, color }: PdfBox & { color: string }): this {
    this.document
      .save()
      .translate(x, y)
      .scale(width / units)
      .path(path)
      .fill(color)
      .restore();
    return this;
  }

  /** A line to cut along. */
  cut(from: [number, number], to: [number, number]): this {
    this.document
      .save()
      .lineWidth(0.6)
      .dash(3, { space: 3 })
      .moveTo(...from)
      .lineTo(...to)
      .stroke('#8a8a8a')
      .restore();
    return this;
  }

  end(): Promise<Buffer> {
    this.document.end();
    return this.done;
  }
}
