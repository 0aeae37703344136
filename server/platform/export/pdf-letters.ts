export type LetterFont = { name: string; has: (codePoint: number) => boolean };
/** A piece of text for one font. */
export type LetterRun = { font: string; text: string };

/** Joiners and selectors of a form: they have no shape of their own. */
const SHAPELESS = /[\u200d\ufe00-\ufe0f]/gu;
const LAYOUT = /^[\s\u200b\u2060]+$/u;
const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * A text divided by who has its letters: the first of the fonts that has a whole letter with its marks. What none of
 * them has stands as its code points in brackets, so that nothing is left out unseen.
 */
export function letterRuns(text: string, fonts: readonly [LetterFont, ...LetterFont[]]): LetterRun[] {
  const [main] = fonts;
  const runs: LetterRun[] = [];
  let unknown: string[] = [];
  const add = (font: string, piece: string): void => {
    const last = runs.at(-1);
    if (last?.font === font) last.text += piece;
    else runs.push({ font, text: piece });
  };
  const addUnknown = (): void => {
    if (unknown.length > 0) add(main.name, `[${unknown.join(' ')}]`);
    unknown = [];
  };
  for (const { segment } of letters.segment(text)) {
    const font = fontOf(segment, fonts, runs.at(-1)?.font ?? main.name);
    if (font === null) {
      unknown.push(...codePointsOf(segment).map(codeOf));
      continue;
    }
    addUnknown();
    add(font, segment);
  }
  addUnknown();
  return runs;
}

function fontOf(letter: string, fonts: readonly LetterFont[], before: string): string | null {
  if (LAYOUT.test(letter)) return before;
  const shapes = codePointsOf(letter.replace(SHAPELESS, ''));
  return fonts.find(({ has }) => shapes.every(has))?.name ?? null;
}

const codePointsOf = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);
const codeOf = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
