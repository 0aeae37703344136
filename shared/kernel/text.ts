/** No script needs more than a few marks on a letter, and normalising takes quadratic time in the length of a run. */
export function calmMarks(text: string): string {
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1');
}

/** Vietnamese arrives composed or decomposed depending on the keyboard; everything inside is composed (NFC). */
export function composed(text: string): string {
  return calmMarks(text).normalize('NFC');
}

/*
 * Ranges are written out: the database folds by the same ones (`same_text` and `f_vi`), and `\p{…}` would mean there
 * what another version of Unicode says. A test holds both together.
 */

/** Controls but line ends and tabs, zero width, soft hyphens, direction marks, fillers, selectors, tags. */
export const UNSEEN = String.raw`\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;
/** All that looks like a space, the empty Braille pattern too. */
export const SPACES = String.raw`\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000`;

const unseen = new RegExp(`[${UNSEEN}]`, 'gu');
const spaces = new RegExp(`[${SPACES}]+`, 'gu');
const WIDE = /[\uff01-\uff09\uff0b-\uff5e]/g;
const DASHES = /[\u02d7\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63]/g;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u2036\u301d-\u301f]/g;
const SINGLE_QUOTES = /[\u0060\u00b4\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u2035\u2039\u203a]/g;
const MARKS = /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** The five tone marks, on decomposed letters. */
const TONE = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
const EARLY_TONES = [
  '([oO])T([aAeE][\\u0302\\u0306]?)',
  '([uU])T([yY])',
  '([qQ][uU])T([aAeEiIoO][\\u0302\\u0306\\u031b]?)',
].map((pattern) => new RegExp(pattern.replace('T', `(${TONE})`), 'g'));

/** Letters with a stroke and ligatures, as somebody types them who has no such keys. */
const PLAIN: Record<string, string> = {
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

type Alike = {
  /** Whether ma and má are two texts. */
  accents: boolean;
  /** Whether Huế and HUẾ are two texts. */
  letterCase: boolean;
  /** Whether x² and x2, ﬁ and fi are one text: for finding, not for judging. */
  forms?: boolean;
};

/**
 * The form in which two texts are equal when they are the same to a reader: invisible characters do not count, nor which
 * kind of space, dash or quote it is, nor on which vowel of `oa`, `oe`, `uy` the tone mark stands (hoà, hòa), nor which
 * of the capital letters that look like Đ.
 */
export function alike(text: string, { accents, letterCase, forms = false }: Alike): string {
  const tidied = calmMarks(text.replace(unseen, ''))
    .normalize(forms ? 'NFKD' : 'NFD')
    .replace(unseen, '')
    .replace(WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('…', '...')
    .replace(DASHES, '-')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(spaces, ' ')
    .replace(/^ | $/g, '')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ');
  const spelled = accents ? withLateTones(tidied) : withoutMarks(tidied);
  const cased = letterCase ? spelled : withoutCase(spelled);
  return (accents ? cased : cased.replace(/[đĐøØłŁħŧıæœ]/g, (letter) => PLAIN[letter] ?? letter)).normalize(
    'NFC',
  );
}

/** Accents count, case does not: two names of one thing. SQL: `same_text`. */
export function sameText(text: string): string {
  return alike(text, { accents: true, letterCase: false });
}

/** Neither accents nor case count: what is searched, and what is searched for. SQL: `f_vi`. */
export function searchText(text: string): string {
  return alike(text, { accents: false, letterCase: false, forms: true });
}

/** What is searched for, word by word. */
export function searchWords(text: string): string[] {
  return searchText(text).split(' ').filter(Boolean);
}

/** A mark that stands alone leaves the space it stood on. */
function withoutMarks(text: string): string {
  return text.replace(MARKS, '').replace(/ +/g, ' ').replace(/^ | $/g, '');
}

function withLateTones(text: string): string {
  return EARLY_TONES.reduce((done, early) => done.replace(early, '$1$3$2'), text);
}

/** Lower case with what lower case alone leaves apart: ẞ and ss, the two small sigmas, İ and i. */
function withoutCase(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('ſ', 's')
    .replaceAll('µ', 'μ')
    .replaceAll('i\u0307', 'i');
}
