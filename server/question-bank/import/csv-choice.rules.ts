import type { CsvQuestion, CsvRow } from './csv-row.rules.js';
import { refuse } from './csv-row.rules.js';
import type { Findings } from './import-item.rules.js';
import { tidyText } from '../grading/question-text.rules.js';

/** A question with options; null when the answer names none of them, or several where one is asked for. */
export function csvChoice(
  row: CsvRow,
  type: 'single_choice' | 'multiple_choice',
  findings: Findings,
): CsvQuestion | null {
  const chosen = chosenOptions(row);
  if (chosen === null) return refuse(findings, 'csv.answer_unknown', row.answer);
  const options = row.options.map((option, index) => ({ id: optionIdOf(index), text: option.text }));
  if (type === 'single_choice') {
    if (chosen.length > 1) return refuse(findings, 'csv.several_answers', row.answer);
    const credits = Object.fromEntries(chosen.map((index) => [optionIdOf(index), 1]));
    return { prompt: { type, text: row.text, options }, solution: { type, credits } };
  }
  // A wrong choice takes away what a right one gives, so that ticking everything earns nothing extra.
  const share = 1 / chosen.length;
  const weights = Object.fromEntries(
    options.map(({ id }, index) => [id, chosen.includes(index) ? share : -share]),
  );
  return { prompt: { type, text: row.text, options }, solution: { type, weights } };
}

/** Places among the filled options: by text, by column letters ("A", "A,C", "AC") or by numbers; null when one is unknown. */
export function chosenOptions({ answer, options }: CsvRow): number[] | null {
  const texts = options.map((option) => comparable(option.text));
  const byLetter = (letter: string) => options.findIndex((option) => option.letter === letter.toUpperCase());
  const byName = (token: string) => {
    const name = token.trim().replace(/[.)]$/, '');
    if (/^[a-j]$/i.test(name)) return byLetter(name);
    const exact = texts.indexOf(comparable(token));
    return exact >= 0 || !/^\d{1,2}$/.test(name)
      ? exact
      : options.findIndex((option) => option.number === Number(name));
  };
  const whole = byName(answer);
  if (whole >= 0) return [whole];
  const letters = answer.replace(/[\s,;|/&+.]+|và|and/gi, '');
  const isLetters = /^[A-J]{2,10}$/.test(letters) || /^(?:[a-j][\s,;|/&+]+)+[a-j]$/i.test(answer);
  const tokens = isLetters ? [...letters] : answer.split(/[;|\n]/).filter((token) => token.trim() !== '');
  const found = tokens.map(byName);
  return found.length === 0 || found.includes(-1) ? null : [...new Set(found)];
}

const comparable = (text: string) => tidyText(text).toLowerCase();
const optionIdOf = (index: number) => String.fromCharCode(97 + index);
