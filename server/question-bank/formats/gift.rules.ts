import type { ImportFindingCode } from '../../../shared/question-bank/import-findings.js';
import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { importEmpty } from '../../../shared/question-bank/question-import.errors.js';
import { explanationOf, giftAnswers } from './gift-answers.rules.js';
import type { GiftContext } from './gift-answers.rules.js';
import { giftChoice } from './gift-choice.rules.js';
import type { GiftQuestion } from './gift-choice.rules.js';
import { giftBlocks } from './gift-lexer.rules.js';
import type { GiftBlock } from './gift-lexer.rules.js';
import { giftMetadata } from './gift-metadata.rules.js';
import type { GiftMetadata } from './gift-metadata.rules.js';
import { truthOf } from './csv-row.rules.js';
import type { OpenReadings } from './csv-row.rules.js';
import type { ImportOptions } from './csv-import.rules.js';
import { giftNumber, giftShortText, trueFalseOf } from './gift-open.rules.js';
import { giftText } from './gift-text.rules.js';
import { finishItem } from './import-item.rules.js';
import type { Findings } from './import-item.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { readableText } from './import-text.rules.js';

/**
 * Reads a file in Moodle's GIFT format (docs.moodle.org, "GIFT format"). Types that do not exist here and broken
 * questions come back as items with errors. Refuses (ImportRefused) only a file that is no text, empty or too large.
 */
export function parseGift(text: string, options: ImportOptions): ParsedItem[] {
  const blocks = giftBlocks(readableText(text));
  if (blocks.length === 0) throw new ImportRefused(importEmpty);
  return blocks.map((block) => itemOf(block, options));
}

type Read = { question: GiftQuestion | null; explanation: string };

function itemOf(block: GiftBlock, { fallbackTopic, readings = {} }: ImportOptions): ParsedItem {
  const findings: Findings = { errors: [], warnings: [] };
  const { topic, level, source, tags, state, ...rest } = giftMetadata(block.comments);
  const { question, explanation } = questionOf(block, findings, readings);
  return finishItem({
    ...{ level, source, tags, state, explanation, findings },
    line: block.lineOf(0),
    raw: block.raw,
    question: question && withMetadata(question, rest),
    topic: topic || block.category,
    fallbackTopic,
  });
}

type Rest = Pick<GiftMetadata, 'unit' | 'caseSensitive' | 'accentSensitive'>;

/** What the format itself has no place for. */
function withMetadata({ prompt, solution }: GiftQuestion, rest: Rest): GiftQuestion {
  if (prompt.type === 'number') return { prompt: { ...prompt, unit: rest.unit }, solution };
  if (solution.type !== 'short_text') return { prompt, solution };
  const { caseSensitive, accentSensitive } = solution;
  return {
    prompt,
    solution: {
      ...solution,
      caseSensitive: truthOf(rest.caseSensitive) ?? caseSensitive,
      accentSensitive: truthOf(rest.accentSensitive) ?? accentSensitive,
    },
  };
}

function questionOf(block: GiftBlock, findings: Findings, readings: OpenReadings): Read {
  const nothing: Read = { question: null, explanation: '' };
  const start = afterTitle(block.text);
  const braces = bracesOf(block, start, findings);
  if (braces === null) return nothing;
  const tail = block.text.slice(braces.close + 1).trim();
  // Moodle's "missing word": whatever stands after the answers makes them a gap in the sentence.
  const gap = tail === '' ? '' : '____';
  const written = block.text.slice(start, braces.open) + gap + block.text.slice(braces.close + 1);
  const { text, format } = giftText(written, { format: 'moodle', keepLines: true, findings });
  const inside = block.text.slice(braces.open + 1, braces.close);
  const mark = inside.lastIndexOf('####');
  const section = mark < 0 ? inside : inside.slice(0, mark);
  const general =
    mark < 0 ? '' : giftText(inside.slice(mark + 4), { format, keepLines: false, findings }).text;
  const offset = braces.open + 1;
  const context = { text, format, findings, readings, lineOf: (at: number) => block.lineOf(offset + at) };
  return answered(section, general, context);
}

/** Titles only name a question inside Moodle; they are no part of what is asked. */
function afterTitle(text: string): number {
  const first = text.length - text.trimStart().length;
  if (!text.startsWith('::', first)) return first;
  const end = text.indexOf('::', first + 2);
  return end < 0 ? first : end + 2;
}

function bracesOf(
  block: GiftBlock,
  from: number,
  findings: Findings,
): { open: number; close: number } | null {
  const { text } = block;
  const open = text.indexOf('{', from);
  const close = text.indexOf('}', from);
  const refuse = (code: ImportFindingCode, at: number) => {
    findings.errors.push({ code, params: { line: block.lineOf(at) } });
    return null;
  };
  if (open < 0 && close < 0) return refuse('gift.description_skipped', 0);
  if (close >= 0 && (open < 0 || close < open)) return refuse('gift.stray_brace', close);
  const second = text.indexOf('{', open + 1);
  if (close < 0) return refuse('gift.unclosed_brace', open);
  if (second >= 0 && second < close) return refuse('gift.unescaped_brace', second);
  if (second >= 0) return refuse('gift.second_answer_block', second);
  const stray = text.indexOf('}', close + 1);
  return stray >= 0 ? refuse('gift.stray_brace', stray) : { open, close };
}

function answered(section: string, general: string, context: GiftContext): Read {
  const { findings } = context;
  const refuse = (code: ImportFindingCode): Read => {
    findings.errors.push({ code, params: { line: context.lineOf(0) } });
    return { question: null, explanation: '' };
  };
  const start = section.trimStart();
  if (start === '') return refuse('gift.essay_unsupported');
  if (/^\d{0,3}:[A-Z_]{1,20}:/i.test(start)) return refuse('gift.cloze_unsupported');
  if (start.startsWith('#')) {
    const skipped = section.length - start.length + 1;
    const numbers = { ...context, lineOf: (at: number) => context.lineOf(skipped + at) };
    return listed({ section: start.slice(1), general, kind: 'number' }, numbers);
  }
  const [word = '', wrong = '', ...right] = start.split('#');
  const value = trueFalseOf(word);
  if (value !== null) return trueFalse({ value, general, feedback: [wrong, right.join('#')] }, context);
  if (section.includes('~')) return listed({ section, general, kind: 'choice' }, context);
  if (section.includes('->')) return refuse('gift.matching_unsupported');
  return listed({ section, general, kind: 'short' }, context);
}

const READERS = { number: giftNumber, choice: giftChoice, short: giftShortText };
type Listed = { section: string; general: string; kind: keyof typeof READERS };

function listed({ section, general, kind }: Listed, context: GiftContext): Read {
  const answers = giftAnswers(section, kind !== 'choice', context);
  if (answers === null) return { question: null, explanation: '' };
  return { question: READERS[kind](answers, context), explanation: explanationOf(general, answers) };
}

type TrueFalse = { value: boolean; general: string; feedback: string[] };

function trueFalse({ value, general, feedback }: TrueFalse, context: GiftContext): Read {
  const { text, format, findings } = context;
  const options = { format, keepLines: false, findings };
  const answers = feedback.map((part) => ({ text: '', feedback: giftText(part, options).text }));
  const solution = { type: 'true_false' as const, correct: value };
  return {
    question: { prompt: { type: 'true_false', text }, solution },
    explanation: explanationOf(general, answers),
  };
}
