import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { csvOf, type CsvCell } from '../../platform/export/csv.js';
import type { Language } from '../../platform/text/texts.js';
import { numberText, percentText } from '../grading/number-text.rules.js';
import { csvQuestion } from '../formats/csv-answers.rules.js';
import { listCell, type CsvRow } from '../formats/csv-row.rules.js';
import type { Findings } from '../formats/import-item.rules.js';
import { tidyLines } from '../formats/import-text.rules.js';
import { bankTexts } from './bank-texts.js';
import type { ExportedQuestion } from './exported-question.js';

const FEWEST_OPTIONS = 4;
const ANSWER_MARKS = '|;\n';
const TAG_MARKS = ',;|\n';

/** A table of questions, a question in each row, from which `parseCsv` reads the same ones. */
export function csvTable(questions: readonly ExportedQuestion[], language: Language): Buffer {
  const t = bankTexts[language];
  const most = Math.max(FEWEST_OPTIONS, ...questions.map(({ content }) => optionsOf(content).length));
  const letters = Array.from({ length: most }, (_letter, at) => String.fromCharCode(65 + at));
  const head = (['code', 'type', 'topic', 'level', 'text'] as const).map((name) => t(`columns.${name}`));
  const rest = (
    [
      ...(['answer', 'weights', 'unit', 'accentSensitive', 'caseSensitive'] as const),
      ...(['explanation', 'source', 'tags', 'state', 'spacing'] as const),
    ] as const
  ).map((name) => t(`columns.${name}`));
  return csvOf(
    [...head, ...letters, ...rest],
    questions.map((question) => cellsOf(question, letters, language)),
  );
}

function cellsOf(question: ExportedQuestion, letters: readonly string[], language: Language): CsvCell[] {
  const t = bankTexts[language];
  const { code, topic, level, tags, state, content } = question;
  const row = rowOf(content, language);
  const options = optionsOf(content);
  const cells = {
    text: content.prompt.text,
    options: letters.map((_letter, at) => options[at] ?? ''),
    explanation: content.explanation,
    source: content.source,
    unit: row.unit,
  };
  const spaced = [cells.text, ...cells.options, cells.explanation, cells.source, cells.unit, row.answer];
  return [
    ...[code, row.type, topic, t(`levels.${level}`), cells.text, ...cells.options, row.answer, row.weights],
    ...[cells.unit, row.accentSensitive, row.caseSensitive, cells.explanation, cells.source],
    ...[listCell(tags, TAG_MARKS, ', '), t(`states.${state}`)],
    spaced.some((text) => tidyLines(text) !== text) ? t('asWritten') : '',
  ];
}

/** The cells that make the question; shares of the points only where they do not follow from the answer. */
function rowOf(content: QuestionContent, language: Language): CsvRow {
  const t = bankTexts[language];
  const { prompt, solution } = content;
  const sensitive = (is: boolean) => (is ? t('yes') : '');
  const row: CsvRow = {
    text: prompt.text,
    answer: answerOf(content, language),
    type: t(`types.${prompt.type}`),
    tolerance: '',
    unit: prompt.type === 'number' ? prompt.unit : '',
    weights: '',
    caseSensitive: sensitive(solution.type === 'short_text' && solution.caseSensitive),
    accentSensitive: sensitive(solution.type === 'short_text' && solution.accentSensitive),
    options: optionsOf(content).map((text, at) => ({ letter: letterAt(at), number: at + 1, text })),
    wrong: [],
    optionsGuessed: false,
    readings: {},
  };
  const findings: Findings = { errors: [], warnings: [] };
  const read = csvQuestion(row, findings);
  const isPlain = findings.warnings.length === 0 && read !== null && keyOf(read) === keyOf(content);
  return isPlain ? row : { ...row, weights: sharesOf(content).map(percentCell).join('; ') };
}

const percentCell = (share: number) => `${percentText(share)}%`;
const letterAt = (at: number) => String.fromCharCode(65 + at);
const optionsOf = ({ prompt }: Pick<QuestionContent, 'prompt'>): string[] =>
  'options' in prompt ? prompt.options.map(({ text }) => text) : [];

function answerOf({ prompt, solution }: QuestionContent, language: Language): string {
  const t = bankTexts[language];
  switch (solution.type) {
    case 'true_false':
      return solution.correct ? t('true') : t('false');
    case 'number':
      return solution.accepted
        .map(({ value, tolerance }) =>
          tolerance === 0 ? numberText(value) : `${numberText(value)}±${numberText(tolerance)}`,
        )
        .join('|');
    case 'short_text':
      return listCell(
        solution.accepted.map(({ text }) => text),
        ANSWER_MARKS,
        '|',
      );
    default: {
      const shares = sharesOf({ prompt, solution });
      return shares.flatMap((share, at) => (share > 0 ? [letterAt(at)] : [])).join(',');
    }
  }
}

/** In the order of the options, or of the accepted answers. */
function sharesOf({ prompt, solution }: Pick<QuestionContent, 'prompt' | 'solution'>): number[] {
  if ('accepted' in solution) return solution.accepted.map(({ credit }) => credit);
  const key =
    solution.type === 'single_choice'
      ? solution.credits
      : solution.type === 'multiple_choice'
        ? solution.weights
        : {};
  return 'options' in prompt ? prompt.options.map(({ id }) => key[id] ?? 0) : [];
}

/** Two questions with one key are graded alike. */
function keyOf({ prompt, solution }: Pick<QuestionContent, 'prompt' | 'solution'>): string {
  const accepted = 'accepted' in solution ? solution : null;
  const correct = solution.type === 'true_false' ? solution.correct : null;
  return JSON.stringify([prompt.type, sharesOf({ prompt, solution }), accepted, correct]);
}
