import { questionType } from '../../shared/question-bank/question.schema.js';
import type {
  QuestionPrompt,
  QuestionSolution,
  QuestionType,
} from '../../shared/question-bank/question.schema.js';
import type { Findings } from './import-item.rules.js';
import { excerptOf } from './import-text.rules.js';
import { isAmbiguousNumber, readAcceptedNumber, readNumber } from './number-text.rules.js';
import { foldText, tidyText } from './question-text.rules.js';

/** The cells of a row that make a question; options keep the letter of their column. */
export type CsvRow = {
  text: string;
  answer: string;
  type: string;
  tolerance: string;
  unit: string;
  caseSensitive: string;
  accentSensitive: string;
  options: { letter: string; text: string }[];
};

export type CsvQuestion = { prompt: QuestionPrompt; solution: QuestionSolution };

const TYPE_WORDS: Record<QuestionType | 'choice' | 'unsupported', readonly string[]> = {
  choice: ['trac nghiem', 'trac nghiem nhieu lua chon', 'choice', 'multiple choice', 'mcq'],
  single_choice: [
    'mot lua chon',
    'mot dap an',
    'chon mot',
    'chon mot dap an',
    'single',
    'single choice',
    'one answer',
  ],
  multiple_choice: [
    'nhieu lua chon',
    'nhieu dap an',
    'chon nhieu',
    'chon nhieu dap an',
    'multiple',
    'multiple answers',
  ],
  true_false: ['dung sai', 'true false', 'tf'],
  number: ['so', 'dien so', 'number', 'numeric', 'numerical'],
  short_text: ['tra loi ngan', 'dien tu', 'dien khuyet', 'van ban ngan', 'short text', 'short answer'],
  unsupported: ['tu luan', 'essay', 'ghep doi', 'noi cot', 'matching', 'sap xep', 'ordering'],
};
export const ACCEPTED_TYPES = 'một lựa chọn, nhiều lựa chọn, đúng sai, số, trả lời ngắn';

/** Room for 50 accepted texts; no list of a million alternatives is taken apart. */
const MAX_ANSWER = 15_000;

const TRUE_WORDS = ['dung', 'd', 'true', 't', 'yes', 'co'];
const FALSE_WORDS = ['sai', 's', 'false', 'f', 'no', 'khong'];

/** The question a row describes; null when a finding says why it describes none. */
export function csvQuestion(row: CsvRow, findings: Findings): CsvQuestion | null {
  if (row.answer === '') return refuse(findings, 'csv.answer_missing', {});
  if (row.answer.length > MAX_ANSWER) {
    findings.errors.push({ code: 'import.text_too_long', params: { field: 'answer', max: MAX_ANSWER } });
    return null;
  }
  const type = typeOf(row, findings);
  if (type === null) return null;
  if (type === 'single_choice' || type === 'multiple_choice') return choice(row, type, findings);
  if (type === 'true_false') return trueFalse(row, findings);
  if (row.options.length > 0) findings.warnings.push({ code: 'csv.options_ignored', params: {} });
  return type === 'number' ? number(row, findings) : shortText(row);
}

function typeOf(row: CsvRow, findings: Findings): QuestionType | null {
  const word = foldText(row.type);
  const code = questionType.safeParse(row.type.toLowerCase());
  if (code.success) return code.data;
  const named = Object.entries(TYPE_WORDS).find(([, words]) => words.includes(word))?.[0];
  const known = questionType.safeParse(named);
  if (known.success) return known.data;
  if (named === 'unsupported') {
    return refuse(findings, 'csv.type_unsupported', { text: excerptOf(row.type, 60) });
  }
  if (word !== '' && named === undefined) {
    return refuse(findings, 'csv.type_unknown', { text: excerptOf(row.type, 60), accepted: ACCEPTED_TYPES });
  }
  if (row.options.length > 0 || named === 'choice') {
    return (chosenOptions(row)?.length ?? 1) > 1 ? 'multiple_choice' : 'single_choice';
  }
  if (truthOf(row.answer) !== null) return 'true_false';
  return acceptedNumbers(row).every((entry) => entry.range !== null) ? 'number' : 'short_text';
}

function choice(
  row: CsvRow,
  type: 'single_choice' | 'multiple_choice',
  findings: Findings,
): CsvQuestion | null {
  const chosen = chosenOptions(row);
  if (chosen === null) return refuse(findings, 'csv.answer_unknown', { text: excerptOf(row.answer, 60) });
  const options = row.options.map((option, index) => ({ id: optionIdOf(index), text: option.text }));
  if (type === 'single_choice') {
    if (chosen.length > 1) {
      return refuse(findings, 'csv.several_answers', { text: excerptOf(row.answer, 60) });
    }
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
function chosenOptions({ answer, options }: CsvRow): number[] | null {
  const texts = options.map((option) => comparable(option.text));
  const byLetter = (letter: string) => options.findIndex((option) => option.letter === letter.toUpperCase());
  const byName = (token: string) => {
    const name = token.trim().replace(/[.)]$/, '');
    if (/^[a-j]$/i.test(name)) return byLetter(name);
    const exact = texts.indexOf(comparable(token));
    return exact >= 0 || !/^(?:[1-9]|10)$/.test(name)
      ? exact
      : byLetter(String.fromCharCode(64 + Number(name)));
  };
  const whole = byName(answer);
  if (whole >= 0) return [whole];
  const letters = answer.replace(/[\s,;|/&+.]+|và|and/gi, '');
  const isLetters = /^[A-J]{2,10}$/.test(letters) || /^(?:[a-j][\s,;|/&+]+)+[a-j]$/i.test(answer);
  const tokens = isLetters ? [...letters] : answer.split(/[;|\n]/).filter((token) => token.trim() !== '');
  const found = tokens.map(byName);
  return found.length === 0 || found.includes(-1) ? null : [...new Set(found)];
}

function trueFalse(row: CsvRow, findings: Findings): CsvQuestion | null {
  const named = row.options.find((option) => option.letter === row.answer.toUpperCase());
  const correct = truthOf(named?.text ?? row.answer);
  if (correct === null)
    return refuse(findings, 'csv.answer_not_true_false', { text: excerptOf(row.answer, 60) });
  return { prompt: { type: 'true_false', text: row.text }, solution: { type: 'true_false', correct } };
}

function truthOf(answer: string): boolean | null {
  const word = foldText(answer);
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : null;
}

function number(row: CsvRow, findings: Findings): CsvQuestion | null {
  const tolerance = row.tolerance === '' ? 0 : readNumber(row.tolerance);
  if (tolerance === null || tolerance < 0) {
    return refuse(findings, 'csv.tolerance_invalid', { text: excerptOf(row.tolerance, 60) });
  }
  const accepted: { value: number; tolerance: number; credit: number }[] = [];
  for (const { text, range } of acceptedNumbers(row)) {
    if (range === null) return refuse(findings, 'csv.answer_not_number', { text: excerptOf(text, 60) });
    if (isAmbiguousNumber(text))
      findings.warnings.push({ code: 'import.number_ambiguous', params: { text } });
    accepted.push({ value: range.value, tolerance: range.tolerance || tolerance, credit: 1 });
  }
  return {
    prompt: { type: 'number', text: row.text, unit: row.unit },
    solution: { type: 'number', accepted },
  };
}

/** Not `value:tolerance` as in GIFT: in a table "12:30" is a time. */
function acceptedNumbers(row: CsvRow) {
  return alternatives(row).map((text) => ({
    text,
    range: text.includes(':') ? null : readAcceptedNumber(text),
  }));
}

function shortText(row: CsvRow): CsvQuestion {
  const accepted = alternatives(row).map((text) => ({ text, credit: 1 }));
  return {
    prompt: { type: 'short_text', text: row.text },
    solution: {
      type: 'short_text',
      accepted,
      caseSensitive: truthOf(row.caseSensitive) ?? false,
      accentSensitive: truthOf(row.accentSensitive) ?? false,
    },
  };
}

function alternatives({ answer }: CsvRow): string[] {
  return answer
    .split(/[|;\n]/)
    .map(tidyText)
    .filter((text) => text !== '');
}

function refuse(findings: Findings, code: string, params: Record<string, string>): null {
  findings.errors.push({ code, params });
  return null;
}

const comparable = (text: string) => tidyText(text).toLowerCase();
const optionIdOf = (index: number) => String.fromCharCode(97 + index);
