import PDFDocument from 'pdfkit';
import { registerFonts, type PdfWeight } from './pdf-fonts.js';
import { letterRuns } from './pdf-letters.js';

const MARGIN = 56;
const FOOT = 34;
const FOOT_SIZE = 8;

export type PdfStyle = { weight?: PdfWeight; size: number; color: string; continued?: boolean };
export type PdfPlace = { left: number; top: number; width: number; align?: 'left' | 'right' | 'center' };
export type PdfFacts = { title: string; locale: string; madeAt: Date };

/** A4 for reading and for the file: text that runs from page to page. Letters that one font lacks come from another. */
export class Pdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly fonts: ReturnType<typeof registerFonts>;

  constructor({ title, locale, madeAt }: PdfFacts) {
    this.document = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      bufferPages: true,
      lang: locale,
      info: { Title: title, CreationDate: madeAt },
    });
    this.fonts = registerFonts(this.document);
  }

  write(text: string, style: PdfStyle): this {
    const { weight = 'regular', size, color, continued = false } = style;
    const runs = letterRuns(text, this.fonts[weight]);
    this.document.fontSize(size).fillColor(color);
    runs.forEach(({ font, text: piece }, index) =>
      this.document.font(font).text(piece, { continued: continued || index < runs.length - 1 }),
    );
    return this;
  }

  space(lines: number): this {
    this.document.moveDown(lines);
    return this;
  }

  /** Turns the page unless the text, and so many points below it, still fit on this one. */
  keepTogether(text: string, style: PdfStyle, belowPoints: number): this {
    const { page, y } = this.document;
    this.document.font(this.fonts[style.weight ?? 'regular'][0].name).fontSize(style.size);
    const height = this.document.heightOfString(text, { width: page.width - 2 * MARGIN });
    if (y + height + belowPoints > page.height - MARGIN - FOOT) this.document.addPage();
    return this;
  }

  /** Between the margins, in points. */
  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  /** Where the next line begins, in points from the top of the page. */
  get y(): number {
    return this.document.y;
  }

  moveTo(y: number): void {
    this.document.x = MARGIN;
    this.document.y = y;
  }

  turnPage(): void {
    this.document.addPage();
  }

  /** Whether so many points are left on the page. */
  hasRoom(points: number): boolean {
    return this.document.y + points <= this.document.page.height - MARGIN - FOOT;
  }

  rule(color: string, thickness: number): void {
    const { y } = this.document;
    this.document
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  /** As high as a text is in a place of that width, by the first font. */
  heightOf(text: string, { weight = 'regular', size }: PdfStyle, width: number): number {
    this.document.font(this.fonts[weight][0].name).fontSize(size);
    return this.document.heightOfString(text === '' ? ' ' : text, { width });
  }

  /** Text at a place of the page: `left` from the margin, `top` from the edge, in points. */
  writeAt(
    text: string,
    { weight = 'regular', size, color }: PdfStyle,
    { left, top, width, align = 'left' }: PdfPlace,
  ): void {
    const runs = letterRuns(text, this.fonts[weight]);
    this.document.fontSize(size).fillColor(color);
    runs.forEach(({ font, text: piece }, index) => {
      const options = { width, align, continued: index < runs.length - 1 } as const;
      this.document.font(font);
      if (index === 0) this.document.text(piece, MARGIN + left, top, options);
      else this.document.text(piece, options);
    });
  }

  /** Ends the file, with a line at the foot of each page. */
  async end(footOf: (page: number, pages: number) => string, color: string): Promise<Buffer> {
    const done = collected(this.document);
    const { start, count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(start + page);
      this.writeFoot(footOf(page + 1, count), color);
    }
    this.document.end();
    return done;
  }

  private writeFoot(line: string, color: string): void {
    const { height, width, margins } = this.document.page;
    // Below the margin, where writing would otherwise turn the page.
    margins.bottom = 0;
    this.document.font(this.fonts.regular[0].name).fontSize(FOOT_SIZE).fillColor(color);
    const place = { width: width - 2 * MARGIN, align: 'right', lineBreak: false } as const;
    this.document.text(line, MARGIN, height - MARGIN, place);
    margins.bottom = MARGIN + FOOT;
  }
}

/** The whole file, once its document has ended. */
export function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((settle, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => settle(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
