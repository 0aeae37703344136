import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import type { LetterFont } from './pdf-letters.js';

const require = createRequire(import.meta.url);
const WEIGHTS = ['regular', 'bold'] as const;
export type PdfWeight = (typeof WEIGHTS)[number];

/** By weight, in the order in which they are asked for a letter. */
const FONT_FILES: Record<PdfWeight, readonly string[]> = {
  regular: [
    require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
  ],
  bold: [
    require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
    require.resolve('@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf'),
  ],
};

export type PdfFonts = Record<PdfWeight, [LetterFont, ...LetterFont[]]>;
let known: PdfFonts | undefined;

/** The fonts of every file we make, known to the document by their paths. */
export function registerFonts(document: PDFKit.PDFDocument): PdfFonts {
  for (const path of WEIGHTS.flatMap((weight) => FONT_FILES[weight])) document.registerFont(path, path);
  return (known ??= { regular: fontsOf('regular'), bold: fontsOf('bold') });
}

function fontsOf(weight: PdfWeight): [LetterFont, ...LetterFont[]] {
  const [first, ...others] = FONT_FILES[weight].map(letterFontOf);
  if (!first) throw new Error(`no font is ${weight}`);
  return [first, ...others];
}

function letterFontOf(path: string): LetterFont {
  const font = openSync(path);
  return { name: path, has: (codePoint) => isFont(font) && font.hasGlyphForCodePoint(codePoint) };
}

const isFont = (opened: object): opened is Font => 'hasGlyphForCodePoint' in opened;
