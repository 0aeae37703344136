import type { OpenReadings } from './csv-row.rules.js';
import { releaseEscapes } from './gift-lexer.rules.js';
import { giftText } from './gift-text.rules.js';
import type { GiftFormat } from './gift-text.rules.js';
import type { Findings } from './import-item.rules.js';
import { excerptOf } from './import-text.rules.js';
import { readPercent } from '../grading/number-text.rules.js';

/** More answers than any type may have; reading stops there. */
const MAX_ANSWERS = 60;

/** What the readers of the question types share about one question. */
export type GiftContext = {
  text: string;
  format: GiftFormat;
  /** 1-based line in the file of an offset in the answer section. */
  lineOf: (offset: number) => number;
  findings: Findings;
  readings: OpenReadings;
};

export type GiftAnswer = {
  mark: '=' | '~';
  line: number;
  /** −1 to 1 as written between percent signs; null without. */
  weight: number | null;
  text: string;
  feedback: string;
};

/**
 * The answers between the braces, each with mark, weight and feedback. `bareFirst` lets the first one do without a
 * mark. null when a finding says why they cannot be read.
 */
export function giftAnswers(section: string, bareFirst: boolean, context: GiftContext): GiftAnswer[] | null {
  const { findings, lineOf } = context;
  const marks = answerMarks(section);
  const lead = section.slice(0, marks[0] ?? section.length).trim();
  if (lead !== '' && !bareFirst) {
    const params = { line: lineOf(0), text: excerptOf(releaseEscapes(lead), 60) };
    findings.errors.push({ code: 'gift.text_before_answers', params });
    return null;
  }
  if (marks.length > MAX_ANSWERS) {
    findings.errors.push({ code: 'import.too_many_answers', params: { max: MAX_ANSWERS } });
    return null;
  }
  const answers: GiftAnswer[] = [];
  marks.forEach((at, index) => {
    const body = section.slice(at + 1, marks[index + 1]);
    // Moodle drops what is empty between two marks, so that `~=` marks the right one of a list.
    if (body.trim() === '') return;
    const mark = section.charAt(at) === '=' ? ('=' as const) : ('~' as const);
    answers.push(answerOf({ mark, line: lineOf(at), body }, context));
  });
  if (lead !== '') answers.unshift(answerOf({ mark: '=', line: lineOf(0), body: lead }, context));
  if (answers.length === 0) findings.errors.push({ code: 'gift.no_answers', params: { line: lineOf(0) } });
  return findings.errors.length > 0 ? null : answers;
}

function answerMarks(section: string): number[] {
  const marks: number[] = [];
  for (const match of section.matchAll(/[=~]/g)) {
    marks.push(match.index);
    if (marks.length > MAX_ANSWERS) break;
  }
  return marks;
}

function answerOf(part: { mark: '=' | '~'; line: number; body: string }, context: GiftContext): GiftAnswer {
  const { mark, line } = part;
  const { weight, rest } = weightOf(part.body.trim(), line, context.findings);
  const hash = rest.indexOf('#');
  const read = (text: string) =>
    giftText(text, { format: context.format, keepLines: false, findings: context.findings }).text;
  const text = read(hash < 0 ? rest : rest.slice(0, hash));
  return { mark, line, weight, text, feedback: hash < 0 ? '' : read(rest.slice(hash + 1)) };
}

function weightOf(body: string, line: number, findings: Findings): { weight: number | null; rest: string } {
  const written = /^%([^%\s]{0,24})%/.exec(body);
  if (written === null) return { weight: null, rest: body };
  const [whole, text = ''] = written;
  const weight = readPercent(text);
  if (weight === null) findings.errors.push({ code: 'gift.weight_invalid', params: { line, weight: text } });
  return { weight: weight ?? 0, rest: body.slice(whole.length) };
}

/** The explanation of a question: general feedback, then what is said about single answers, each with its answer. */
export function explanationOf(
  general: string,
  answers: readonly { text: string; feedback: string }[],
): string {
  const single = answers
    .filter((answer) => answer.feedback !== '')
    .map((answer) => (answer.text === '' ? answer.feedback : `${answer.text}: ${answer.feedback}`));
  return [general, ...single].filter((part) => part !== '').join('\n');
}
