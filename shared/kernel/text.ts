/** No script needs more than a few marks on a letter, and normalising takes quadratic time in the length of a run. */
export function calmMarks(text: string): string {
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1');
}

/** Vietnamese arrives composed or decomposed depending on the keyboard; everything inside is composed (NFC). */
export function composed(text: string): string {
  return calmMarks(text).normalize('NFC');
}
