import { questionType } from '../../../shared/question-bank/question.schema.js';
import type { QuestionType } from '../../../shared/question-bank/question.schema.js';
import { chosenOptions, csvChoice } from './csv-choice.rules.js';
import { acceptedNumbers, alternatives, refuse, sharesOf, truthOf } from './csv-row.rules.js';
import type { CsvQuestion, CsvRow } from './csv-row.rules.js';
import type { Findings } from './import-item.rules.js';
import { excerptOf } from './import-text.rules.js';
import { isAmbiguousNumber, readNumber } from '../grading/number-text.rules.js';
import { foldText } from '../grading/question-text.rules.js';

const TYPE_WORDS: Record<QuestionType | 'choice' | 'unsupported', readonly string[]> = {
  choice: ['trac nghiem', 'trac nghiem nhieu lua chon', 'choice', 'multiple choice', 'mcq', 'tn', 'quiz'],
  single_choice: [
    'mot lua chon',
    'mot dap an',
    'chon mot',
    'chon mot dap an',
    'single',
    'single choice',
    'single answer',
    'radio',
    'one answer',
  ],
  multiple_choice: [
    'nhieu lua chon',
    'nhieu dap an',
    'chon nhieu',
    'chon nhieu dap an',
    'multiple',
    'multiple answers',
    'multiple select',
    'multi select',
    'checkbox',
    'checkboxes',
  ],
  true_false: ['dung sai', 'true false', 'true or false', 'tf', 'ds'],
  number: ['so', 'dien so', 'number', 'numeric', 'numerical'],
  short_text: [
    'tra loi ngan',
    'dien tu',
    'dien khuyet',
    'van ban ngan',
    'short text',
    'short answer',
    'fill in the blank',
    'text',
  ],
  unsupported: ['tu luan', 'essay', 'ghep doi', 'noi cot', 'matching', 'sap xep', 'ordering'],
};

/** Room for 50 accepted texts, each letter of them with a backslash before it; no list of a million alternatives is taken apart. */
const MAX_ANSWER = 35_000;

/** The question a row describes; null when a finding says why it describes none. */
export function csvQuestion(row: CsvRow, findings: Findings): CsvQuestion | null {
  if (row.answer === '') return refuse(findings, 'csv.answer_missing', '');
  if (row.answer.length > MAX_ANSWER) {
    findings.errors.push({ code: 'import.text_too_long', params: { field: 'answer', max: MAX_ANSWER } });
    return null;
  }
  const type = typeOf(row, findings);
  if (type === null) return null;
  const isChoice = type === 'single_choice' || type === 'multiple_choice';
  return questionOf(row.wrong.length > 0 && isChoice ? withAnswerFirst(row) : row, type, findings);
}

/** The right one is an option like the wrong ones that have columns of their own. */
function withAnswerFirst(row: CsvRow): CsvRow {
  const options = [row.answer, ...row.wrong].map((text, index) => ({
    letter: String.fromCharCode(65 + index),
    number: index + 1,
    text,
  }));
  return { ...row, answer: 'A', options };
}

function questionOf(row: CsvRow, type: QuestionType, findings: Findings): CsvQuestion | null {
  if (row.optionsGuessed) findings.warnings.push({ code: 'csv.options_guessed', params: {} });
  if (type === 'single_choice' || type === 'multiple_choice') return csvChoice(row, type, findings);
  if (type === 'true_false') return trueFalse(row, findings);
  if (row.options.length + row.wrong.length > 0)
    findings.warnings.push({ code: 'csv.options_ignored', params: {} });
  return type === 'number' ? number(row, findings) : shortText(row, findings);
}

function typeOf(row: CsvRow, findings: Findings): QuestionType | null {
  const word = foldText(row.type);
  const code = questionType.safeParse(row.type.toLowerCase());
  if (code.success) return code.data;
  const named = Object.entries(TYPE_WORDS).find(([, words]) => words.includes(word))?.[0];
  const known = questionType.safeParse(named);
  if (known.success) return known.data;
  if (named === 'unsupported') {
    return refuse(findings, 'csv.type_unsupported', row.type);
  }
  if (word !== '' && named === undefined) {
    findings.errors.push({ code: 'csv.type_unknown', params: { text: excerptOf(row.type, 60) } });
    return null;
  }
  if (row.options.length + row.wrong.length > 0 || named === 'choice') {
    return row.wrong.length === 0 && (chosenOptions(row)?.length ?? 1) > 1
      ? 'multiple_choice'
      : 'single_choice';
  }
  const type = guessOf(row);
  const params = { type, text: excerptOf(row.answer, 60) };
  findings.warnings.push({ code: 'csv.type_guessed', params });
  return type;
}

function guessOf(row: CsvRow): QuestionType {
  if (truthOf(row.answer) !== null) return 'true_false';
  // 024 is a code or a telephone number: as a number it would lose its zero.
  const isNumber = ({ text, range }: ReturnType<typeof acceptedNumbers>[number]) =>
    range !== null && !/^[+-]?0\d/.test(text);
  return acceptedNumbers(row).every(isNumber) ? 'number' : 'short_text';
}

function trueFalse(row: CsvRow, findings: Findings): CsvQuestion | null {
  const named = row.options.find((option) => option.letter === row.answer.toUpperCase());
  const correct = truthOf(named?.text ?? row.answer);
  if (correct === null) return refuse(findings, 'csv.answer_not_true_false', row.answer);
  return { prompt: { type: 'true_false', text: row.text }, solution: { type: 'true_false', correct } };
}

function number(row: CsvRow, findings: Findings): CsvQuestion | null {
  const tolerance = row.tolerance === '' ? 0 : readNumber(row.tolerance);
  if (tolerance === null || tolerance < 0) {
    return refuse(findings, 'csv.tolerance_invalid', row.tolerance);
  }
  const accepted: { value: number; tolerance: number; credit: number }[] = [];
  const written = acceptedNumbers(row);
  const credits = creditsOf(row, written.length);
  if (credits === null) return refuse(findings, 'csv.weights_invalid', row.weights);
  for (const [index, { text, range }] of written.entries()) {
    if (range === null) return refuse(findings, 'csv.answer_not_number', text);
    if (isAmbiguousNumber(text) && row.readings.numbers === undefined)
      findings.warnings.push({ code: 'import.number_ambiguous', params: { text } });
    accepted.push({
      value: range.value,
      tolerance: range.tolerance || tolerance,
      credit: credits[index] ?? 1,
    });
  }
  return {
    prompt: { type: 'number', text: row.text, unit: row.unit },
    solution: { type: 'number', accepted },
  };
}

/** One for each accepted answer: all of the points unless the row says otherwise. */
function creditsOf(row: CsvRow, count: number): number[] | null {
  if (row.weights === '') return Array.from({ length: count }, () => 1);
  const shares = sharesOf(row, count);
  return shares?.every((share) => share >= 0) ? shares : null;
}

function shortText(row: CsvRow, findings: Findings): CsvQuestion | null {
  const texts = alternatives(row);
  const credits = creditsOf(row, texts.length);
  if (credits === null) return refuse(findings, 'csv.weights_invalid', row.weights);
  const accepted = texts.map((text, index) => ({ text, credit: credits[index] ?? 1 }));
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
