import type { CsvQuestion, CsvRow } from './csv-row.rules.js';
import { refuse, sharesOf } from './csv-row.rules.js';
import type { Findings } from './import-item.rules.js';
import { excerptOf } from './import-text.rules.js';
import { foldText } from '../grading/question-text.rules.js';
import { sameText } from '../../../shared/kernel/text.js';

/** A question with options; null when the answer names none of them, or several where one is asked for. */
export function csvChoice(
  row: CsvRow,
  type: 'single_choice' | 'multiple_choice',
  findings: Findings,
): CsvQuestion | null {
  if (row.weights !== '') return weighted(row, type, findings);
  const { chosen, isAmbiguous } = answerOf(row);
  if (chosen === null) return refuse(findings, 'csv.answer_unknown', row.answer);
  if (isAmbiguous) {
    const letters = chosen.map((place) => row.options[place]?.letter ?? '').join(', ');
    const params = { text: excerptOf(row.answer, 60), option: letters };
    findings.warnings.push({ code: 'csv.answer_ambiguous', params });
  }
  const options = optionsOf(row);
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

/** Where shares are written out, they are the key, and the answer is for people to read. */
function weighted(
  row: CsvRow,
  type: 'single_choice' | 'multiple_choice',
  findings: Findings,
): CsvQuestion | null {
  const options = optionsOf(row);
  const shares = sharesOf(row, options.length);
  if (shares === null) return refuse(findings, 'csv.weights_invalid', row.weights);
  const key = Object.fromEntries(
    options.flatMap(({ id }, index) => {
      const share = shares[index] ?? 0;
      return share === 0 ? [] : [[id, share]];
    }),
  );
  if (type === 'multiple_choice') {
    return { prompt: { type, text: row.text, options }, solution: { type, weights: key } };
  }
  if (shares.some((share) => share < 0)) return refuse(findings, 'csv.weights_invalid', row.weights);
  return { prompt: { type, text: row.text, options }, solution: { type, credits: key } };
}

const optionsOf = (row: CsvRow) =>
  row.options.map((option, index) => ({ id: optionIdOf(index), text: option.text }));

type Reading = { chosen: number[] | null; isAmbiguous: boolean };

/**
 * Places among the filled options by their texts or by letters ("A", "A,C", "AC", "(B)", "Đáp án C") and numbers of
 * columns ("1", "1,3"); null when one is unknown. A number that is also a text counts as the text, a letter as a letter;
 * where the other reading gives something else, that is ambiguous.
 */
export function answerOf(row: CsvRow): Reading {
  const byText = placesByText(row);
  const byMark = placesByMark(row);
  if (byText === null || byMark === null) return { chosen: byText ?? byMark, isAmbiguous: false };
  const isAmbiguous = [...byText].sort().join() !== [...byMark].sort().join();
  const { answers } = row.readings;
  const chosen = (answers === undefined ? /\d/.test(row.answer) : answers === 'text') ? byText : byMark;
  return { chosen, isAmbiguous: isAmbiguous && answers === undefined };
}

export const chosenOptions = (row: CsvRow): number[] | null => answerOf(row).chosen;

function placesByText({ answer, options }: CsvRow): number[] | null {
  const texts = options.map((option) => sameText(option.text));
  const named = (parts: readonly string[]) => allOf(parts.map((part) => texts.indexOf(sameText(part))));
  return named([answer]) ?? named(answer.split(/[;|\n]/).filter((part) => part.trim() !== ''));
}

/** What stands before the letter where the whole cell is a phrase: "Đáp án: C", "Chọn B". */
const LEAD =
  /^(?:(?:đáp án|phương án|lựa chọn|câu|ý|chọn|answer|option|choice|key)(?: đúng| là| is)*)[\s:.=-]+/iu;
const BETWEEN = /(?:[\s,;|/&+()[\]]|\.(?!\d)|(?<!\p{L})(?:và|and)(?!\p{L}))+/iu;

function placesByMark(row: CsvRow): number[] | null {
  const phrase = row.answer.replace(LEAD, '');
  const marks = phrase.split(BETWEEN).filter((mark) => mark !== '');
  const letters = marks.flatMap((mark) => (/^[A-J]{2,10}$/.test(mark) ? [...mark] : [mark]));
  return allOf(letters.map((mark) => placeOf(row, mark))) ?? placeWithText(row, phrase);
}

const placeOf = ({ options }: CsvRow, mark: string): number =>
  options.findIndex(({ letter, number }) =>
    /^\d{1,2}$/.test(mark) ? number === Number(mark) : letter === mark.toUpperCase(),
  );

/** "B. y": a letter with the text of its own option. */
function placeWithText(row: CsvRow, phrase: string): number[] | null {
  const [, mark = '', text = ''] = /^\(?([a-j]|\d{1,2})[.):\s-]+(\S[^]*)$/i.exec(phrase) ?? [];
  const place = placeOf(row, mark);
  const own = row.options[place]?.text;
  return own !== undefined && foldText(own) !== '' && foldText(own) === foldText(text) ? [place] : null;
}

const allOf = (places: readonly number[]): number[] | null =>
  places.length === 0 || places.includes(-1) ? null : [...new Set(places)];
const optionIdOf = (index: number) => String.fromCharCode(97 + index);
