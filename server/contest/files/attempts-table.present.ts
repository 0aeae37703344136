import { z } from 'zod';
import { clockText } from '../../../shared/kernel/formats.js';
import { takeAway, type TableForm } from '../../platform/export/take-away.js';
import { unpacked } from '../../platform/export/unpacked.js';
import type { XlsxCell, XlsxColumn, XlsxTable } from '../../platform/export/xlsx.js';
import type { Language } from '../../platform/text/texts.js';
import { questionPoints } from '../attempt/scoring.rules.js';
import { answerText, keyText } from './answer-text.present.js';
import type { AskedQuestion } from './attempt-rows.queries.js';
import { responseOf } from './packed-response.js';
import { aboutOf, fileTexts, type FileText, type RoundFacts } from './round-book.present.js';

const attemptRow = z.object({
  number: z.number(),
  code: z.string(),
  fullName: z.string(),
  unitId: z.string(),
  ordinal: z.number(),
  state: z.enum(['running', 'submitted']),
  closedBy: z.enum(['member', 'server']).nullable(),
  startedAt: z.coerce.date(),
  submittedAt: z.coerce.date().nullable(),
  timeUsedMs: z.number().nullable(),
  points: z.number().nullable(),
  correct: z.number().nullable(),
  counted: z.boolean(),
  deviceChanges: z.number(),
  extraMinutes: z.number(),
  lateAnswers: z.number(),
  versions: z.array(z.string()),
  credits: z.array(z.number().nullable()).nullable(),
  responses: z.record(z.string(), z.unknown()),
});
type AttemptRow = z.infer<typeof attemptRow>;
const missingRow = z.object({ code: z.string(), fullName: z.string(), unitId: z.string() });

/** All attempts of a round on their way to a thread, and who has not entered; `labels` name the units by their ids. */
export type AttemptsPrint = {
  facts: RoundFacts;
  parts: readonly Uint8Array[];
  missing: readonly Uint8Array[];
  questions: readonly AskedQuestion[];
  pointsPerQuestion: number;
  /** How many questions a paper has. */
  paperSize: number;
  labels: Readonly<Record<string, string>>;
  language: Language;
};

export function attemptsTable(form: TableForm, print: AttemptsPrint): Buffer {
  const tally = new Map<string, QuestionTally>();
  return takeAway(form, {
    // In this order: what the questions came to is known when all attempts are written.
    tables: [attemptsSheet(print, tally), questionsSheet(print, tally), missingSheet(print)],
    about: aboutOf(print.facts, print.language),
    language: print.language,
  });
}

type QuestionTally = { asked: number; answered: number; right: number; credit: number };

function attemptsSheet(print: AttemptsPrint, tally: Map<string, QuestionTally>): XlsxTable {
  const t = fileTexts[print.language];
  const columns: XlsxColumn[] = [
    { heading: t('columns.number'), width: 8 },
    { heading: t('columns.code'), width: 12 },
    { heading: t('columns.name'), width: 28 },
    { heading: t('columns.unit'), width: 34 },
    { heading: t('columns.attempt'), width: 6 },
    { heading: t('columns.state'), width: 16 },
    { heading: t('columns.counted'), width: 10 },
    { heading: t('columns.startedAt'), width: 17 },
    { heading: t('columns.submittedAt'), width: 17 },
    { heading: t('columns.time'), width: 11 },
    { heading: t('columns.seconds'), width: 9 },
    { heading: t('columns.points'), width: 9 },
    { heading: t('columns.correct'), width: 12 },
    { heading: t('columns.deviceChanges'), width: 12 },
    { heading: t('columns.extraMinutes'), width: 12 },
    { heading: t('columns.lateAnswers'), width: 14 },
  ];
  for (let nth = 1; nth <= print.paperSize; nth += 1)
    columns.push(
      { heading: t('columns.question', { nth }), width: 10 },
      { heading: t('columns.answer', { nth }), width: 26 },
      { heading: t('columns.answerPoints', { nth }), width: 11 },
    );
  return { sheet: t('attempts.sheet'), columns, rows: attemptRows(print, tally) };
}

function* attemptRows(print: AttemptsPrint, tally: Map<string, QuestionTally>): Generator<XlsxCell[]> {
  const t = fileTexts[print.language];
  const questions = new Map<string, AskedQuestion>(
    print.questions.map((question) => [question.versionId, question]),
  );
  for (const row of unpacked(attemptRow, print.parts)) {
    const cells = factsOf(row, print, t);
    row.versions.forEach((version, at) => {
      const question = questions.get(version);
      const response = responseOf(row.responses[String(at + 1)]);
      const credit = row.state === 'submitted' ? (row.credits?.[at] ?? 0) : null;
      if (question && credit !== null) count(tally, version, { isAnswered: response !== null, credit });
      cells.push(
        question?.code ?? null,
        question ? answerText(response, question.prompt, t) : null,
        credit === null ? null : questionPoints(credit, print.pointsPerQuestion),
      );
    });
    yield cells;
  }
}

function factsOf(row: AttemptRow, { labels }: AttemptsPrint, t: FileText): XlsxCell[] {
  return [
    row.number,
    row.code,
    row.fullName,
    labels[row.unitId] ?? '',
    row.ordinal,
    row.state === 'running' ? t('states.running') : t(`states.${row.closedBy ?? 'member'}`),
    row.counted ? t('yes') : null,
    row.startedAt,
    row.submittedAt,
    row.timeUsedMs === null ? null : clockText(row.timeUsedMs, 'used'),
    row.timeUsedMs === null ? null : Math.floor(row.timeUsedMs / 1_000),
    row.points,
    row.correct,
    row.deviceChanges,
    row.extraMinutes,
    row.lateAnswers,
  ];
}

function count(
  tally: Map<string, QuestionTally>,
  version: string,
  { isAnswered, credit }: { isAnswered: boolean; credit: number },
): void {
  const {
    asked,
    answered,
    right,
    credit: sum,
  } = tally.get(version) ?? { asked: 0, answered: 0, right: 0, credit: 0 };
  tally.set(version, {
    asked: asked + 1,
    answered: answered + Number(isAnswered),
    right: right + Number(credit === 1),
    credit: sum + credit,
  });
}

function questionsSheet(print: AttemptsPrint, tally: ReadonlyMap<string, QuestionTally>): XlsxTable {
  const t = fileTexts[print.language];
  return {
    sheet: t('questions.sheet'),
    columns: [
      { heading: t('columns.questionCode'), width: 12 },
      { heading: t('columns.topic'), width: 26 },
      { heading: t('columns.level'), width: 16 },
      { heading: t('columns.text'), width: 60, runsOn: true },
      { heading: t('columns.key'), width: 40, runsOn: true },
      { heading: t('columns.asked'), width: 12 },
      { heading: t('columns.answered'), width: 12 },
      { heading: t('columns.right'), width: 12 },
      { heading: t('columns.share'), width: 16 },
    ],
    rows: questionRows(print, tally, t),
  };
}

function* questionRows(
  { questions }: AttemptsPrint,
  tally: ReadonlyMap<string, QuestionTally>,
  t: FileText,
): Generator<XlsxCell[]> {
  for (const { versionId, code, topic, level, prompt, solution } of questions) {
    const { asked, answered, right, credit } = tally.get(versionId) ?? {
      asked: 0,
      answered: 0,
      right: 0,
      credit: 0,
    };
    const share = asked === 0 ? null : Math.round((credit / asked) * 1_000) / 10;
    const key = keyText(prompt, solution, t);
    yield [code, topic, t(`levels.${level}`), prompt.text, key, asked, answered, right, share];
  }
}

function missingSheet({ missing, labels, language }: AttemptsPrint): XlsxTable {
  const t = fileTexts[language];
  return {
    sheet: t('missing.sheet'),
    columns: [
      { heading: t('columns.name'), width: 28 },
      { heading: t('columns.code'), width: 12 },
      { heading: t('columns.unit'), width: 34 },
    ],
    rows: missingRows(missing, labels),
  };
}

function* missingRows(
  parts: readonly Uint8Array[],
  labels: Readonly<Record<string, string>>,
): Generator<XlsxCell[]> {
  for (const { fullName, code, unitId } of unpacked(missingRow, parts))
    yield [fullName, code, labels[unitId] ?? ''];
}
