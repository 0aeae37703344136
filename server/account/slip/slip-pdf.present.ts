import { QRCodeSVG } from 'qrcode.react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { PdfSheet, SHEET_HEIGHT, SHEET_WIDTH } from '../../platform/export/pdf-sheet.js';
import { dateTimeText, localeOf } from '../../platform/text/formats.js';
import { textsOf, type Language } from '../../platform/text/texts.js';
import { sortedByName } from '../member/member-order.rules.js';
import en from './en.json' with { type: 'json' };
import { printedCode } from './slip.rules.js';
import vi from './vi.json' with { type: 'json' };

export const slipTexts = textsOf('account/slip', { vi, en });

export const printedSlip = z.object({
  name: z.string(),
  memberCode: z.string(),
  unit: z.string(),
  /** In the order of all units. */
  unitPlace: z.number(),
  code: z.string(),
});
export type PrintedSlip = z.infer<typeof printedSlip>;
export type SlipPrint = {
  /** Slips as JSON lists, for they may be many. */
  parts: readonly string[];
  /** Where people open it: `https://haidang.example`. */
  origin: string;
  expiresAt: Date;
  madeAt: Date;
  language: Language;
};

export const SLIPS_TO_A_PAGE = 8;
/** Where somebody comes in by a slip; the code stands behind a `#`, which no server gets to see. */
const PLACE = '/vao';
const PRODUCT = 'Hải Đăng';

const INK = '#0b2545';
const QUIET = '#3d4a5c';
const COLUMNS = 2;
const ROWS = SLIPS_TO_A_PAGE / COLUMNS;
const WIDTH = SHEET_WIDTH / COLUMNS;
const HEIGHT = SHEET_HEIGHT / ROWS;
const PADDING = 22;
const QR_WIDTH = 76;

/** Eight to a page, with lines to cut along, by unit and name. */
export async function slipsPdf(print: SlipPrint): Promise<Buffer> {
  const { parts, language, madeAt } = print;
  const slips = inOrder(parts.flatMap((part) => printedSlip.array().parse(JSON.parse(part))));
  const sheet = new PdfSheet({ title: slipTexts[language]('title'), locale: localeOf(language), madeAt });
  slips.forEach((slip, index) => {
    const place = index % SLIPS_TO_A_PAGE;
    if (place === 0) addPage(sheet);
    const corner = { x: (place % COLUMNS) * WIDTH, y: Math.floor(place / COLUMNS) * HEIGHT };
    writeSlip(sheet, { slip, print, corner });
  });
  return sheet.end();
}

const inOrder = (slips: readonly PrintedSlip[]): PrintedSlip[] =>
  sortedByName(slips, ({ name }) => name).toSorted((one, two) => one.unitPlace - two.unitPlace);

function addPage(sheet: PdfSheet): void {
  sheet.addSheet().cut([WIDTH, 0], [WIDTH, SHEET_HEIGHT]);
  for (let row = 1; row < ROWS; row += 1) sheet.cut([0, row * HEIGHT], [SHEET_WIDTH, row * HEIGHT]);
}

type Placed = { slip: PrintedSlip; print: SlipPrint; corner: { x: number; y: number } };

function writeSlip(sheet: PdfSheet, { slip, print, corner }: Placed): void {
  const t = slipTexts[print.language];
  const [left, top, width] = [corner.x + PADDING, corner.y + PADDING, WIDTH - 2 * PADDING];
  const link = `${print.origin}${PLACE}#${slip.code}`;
  const beside = width - QR_WIDTH - 12;
  sheet.write(PRODUCT, { weight: 'bold', size: 9, color: INK }, { x: left, y: top, width: 60 });
  sheet.write(
    oneLine(slip.unit),
    { size: 9, color: QUIET },
    { x: left + 64, y: top, width: width - 64, align: 'right' },
  );
  const below = sheet.write(
    slip.name,
    { weight: 'bold', size: 13, color: INK },
    { x: left, y: top + 24, width: beside },
  );
  sheet.write(slip.memberCode, { size: 9.5, color: QUIET }, { x: left, y: below + 2, width: beside });
  const qr = qrPath(link);
  sheet.shape(qr.path, qr.modules, { x: left + width - QR_WIDTH, y: top + 26, width: QR_WIDTH, color: INK });
  const foot = corner.y + HEIGHT - PADDING - 66;
  const address = print.origin.replace(/^https?:\/\//, '') + PLACE;
  sheet.write(t('open', { address }), { size: 9, color: QUIET }, { x: left, y: foot, width });
  sheet.write(
    printedCode(slip.code),
    { weight: 'bold', size: 21, color: INK },
    { x: left, y: foot + 16, width },
  );
  const at = dateTimeText(print.expiresAt, print.language);
  sheet.write(t('until', { at }), { size: 9, color: QUIET }, { x: left, y: foot + 50, width });
}

/** A unit's name stands above the code of the slip, and may be a whole sentence. */
const oneLine = (text: string): string => (text.length > 38 ? `${text.slice(0, 37)}…` : text);

/** The code as the screens draw it, as one path of squares. */
function qrPath(value: string): { path: string; modules: number } {
  const svg = renderToStaticMarkup(createElement(QRCodeSVG, { value, level: 'M' }));
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const path = [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)?.[1];
  if (!path || !modules) throw new Error('no code was drawn');
  return { path, modules };
}
