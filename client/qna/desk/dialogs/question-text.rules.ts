/** As in the schema of a question, which is not imported: it would bring the parser along. */
export const MAX_TEXT = 300;
export const LONG_TEXT = 260;
const MIN_TEXT = 3;

/** Length as people count: characters, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text.trim()].length;

export const isQuestionText = (text: string): boolean =>
  lengthOf(text) >= MIN_TEXT && lengthOf(text) <= MAX_TEXT;
