import type { ImportFindingCode } from '../../../shared/question-bank/import-findings.js';
import type { ImportReadings } from '../../../shared/question-bank/question-import.schema.js';
import type { QuestionPrompt, QuestionSolution } from '../../../shared/question-bank/question.schema.js';
import type { Findings } from './import-item.rules.js';
import { excerptOf } from './import-text.rules.js';
import type { AcceptedNumber } from '../grading/number-text.rules.js';
import { inThousands, readAcceptedNumber, readPercent } from '../grading/number-text.rules.js';
import { foldText } from '../grading/question-text.rules.js';

/** The cells of a row that make a question; options keep the letter and the number of their column. */
export type CsvRow = {
  text: string;
  answer: string;
  type: string;
  tolerance: string;
  unit: string;
  /** Shares of the points in percent, one for each option or accepted answer; empty where they follow from the answer. */
  weights: string;
  caseSensitive: string;
  accentSensitive: string;
  options: { letter: string; number: number; text: string }[];
  /** What is wrong beside the answer, where columns hold only that. */
  wrong: string[];
  optionsGuessed: boolean;
  readings: OpenReadings;
};

/** What was decided for a whole file about what can be read in two ways. */
export type OpenReadings = Partial<Pick<ImportReadings, 'numbers' | 'answers'>>;

export type CsvQuestion = { prompt: QuestionPrompt; solution: QuestionSolution };

const TRUE_WORDS = ['dung', 'd', 'true', 't', 'yes', 'co'];
const FALSE_WORDS = ['sai', 's', 'false', 'f', 'no', 'khong'];

/** What a yes-or-no cell says in Vietnamese or English; null for other words. */
export function truthOf(answer: string): boolean | null {
  const word = foldText(answer);
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : null;
}

/** What counts as right where the author writes it out: texts between `|`, `;` or line ends. */
export const alternatives = ({ answer }: CsvRow): string[] => listed(answer, '|;\n');

/** The parts of a cell between any of these marks; a mark after a backslash, or another backslash, is a letter. */
export function listed(cell: string, marks: string): string[] {
  const parts = [''];
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell.charAt(at);
    const next = cell.charAt(at + 1);
    const isGuarded = letter === '\\' && next !== '' && `${marks}\\`.includes(next);
    if (!isGuarded && marks.includes(letter)) parts.push('');
    else parts[parts.length - 1] += isGuarded ? next : letter;
    if (isGuarded) at += 1;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The cell that `listed` reads as these parts. */
export function listCell(parts: readonly string[], marks: string, between: string): string {
  const guarded = (part: string) =>
    [...part].map((letter) => (`${marks}\\`.includes(letter) ? `\\${letter}` : letter)).join('');
  return parts.map(guarded).join(between);
}

/** The shares of a row; null when one is none or there are not so many. */
export function sharesOf({ weights }: CsvRow, count: number): number[] | null {
  const shares = weights.split(/[;|\n]/).map((text) => readPercent(text.replace('%', '')));
  return shares.length === count && shares.every((share) => share !== null) ? shares : null;
}

/** Not `value:tolerance` as in GIFT: in a table "12:30" is a time. */
export function acceptedNumbers(row: CsvRow): { text: string; range: AcceptedNumber | null }[] {
  return alternatives(row).map((text) => ({
    text,
    range: text.includes(':') ? null : readAcceptedNumber(meantNumber(text, row.readings)),
  }));
}

/** The number as it is meant where that was decided. */
export const meantNumber = (text: string, { numbers }: OpenReadings): string =>
  ungrouped(numbers === 'thousands' ? inThousands(text) : text);

/** Two groups of thousands leave no doubt: 1.234.567 and 1,234,567.5 are written without them. */
export function ungrouped(text: string): string {
  return text
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])/g, (number) => number.replaceAll('.', ''))
    .replace(/(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g, (number) => number.replaceAll(',', ''));
}

/** Says that a cell makes the row unusable. */
export function refuse(findings: Findings, code: ImportFindingCode, cell: string): null {
  findings.errors.push({ code, params: { text: excerptOf(cell, 60) } });
  return null;
}
