import type { z } from 'zod';
import type { ImportFindingCode } from '../../../shared/question-bank/import-findings.js';
import type { ImportFinding } from '../../../shared/kernel/import.js';
import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { questionContent } from '../../../shared/question-bank/question.schema.js';
import type { QuestionPrompt, QuestionSolution } from '../../../shared/question-bank/question.schema.js';
import { excerptOf } from './import-text.rules.js';
import { levelOf } from './level-words.rules.js';
import { alike, sameText } from '../../../shared/kernel/text.js';
import { foldText, tidyText } from '../grading/question-text.rules.js';

const MAX_TAGS = 20;
const MAX_TAG = 60;
const MAX_TOPIC = 200;

/** Only declared codes: the client has a sentence for each of them. */
export type Finding = ImportFinding & { code: ImportFindingCode };
export type Findings = { errors: Finding[]; warnings: Finding[] };

/** What a format's parser read of one item; the rules all formats share are applied by `finishItem`. */
export type ItemDraft = {
  line: number;
  raw: string;
  /** null when the findings already say why there is no question. */
  question: { prompt: QuestionPrompt; solution: QuestionSolution } | null;
  topic: string;
  fallbackTopic: string;
  level: string;
  source: string;
  explanation: string;
  tags: readonly string[];
  /** Whether it waits for approval or is retired where it comes from, in words; others come in as if approved. */
  state?: string;
  findings: Findings;
};

/** Checks a draft against the contract of questions. Every error names its line; with one there is no question. */
export function finishItem(draft: ItemDraft): ParsedItem {
  const { line, findings } = draft;
  const question = draft.question === null ? null : completed(draft, draft.question);
  return {
    line,
    excerpt: excerptOf(draft.raw),
    question: findings.errors.length > 0 ? null : question,
    errors: findings.errors.map(({ code, params }) => ({ code, params: { line, ...params } })),
    warnings: findings.warnings.map(({ code, params }) => ({ code, params: { line, ...params } })),
  };
}

function completed(draft: ItemDraft, { prompt, solution }: NonNullable<ItemDraft['question']>) {
  const { findings } = draft;
  const level = levelOf(draft.level);
  if (draft.level.trim() === '') findings.warnings.push({ code: 'import.level_missing', params: {} });
  else if (level === null) {
    findings.warnings.push({ code: 'import.level_unknown', params: { text: excerptOf(draft.level, 60) } });
  }
  const state = STATE_WORDS[foldText(draft.state ?? '')];
  if (state !== undefined) findings.warnings.push({ code: `import.marked_${state}`, params: {} });
  const topic = tidyText(draft.topic) || tidyText(draft.fallbackTopic);
  if (topic === '') findings.errors.push({ code: 'import.topic_missing', params: {} });
  if (topic.length > MAX_TOPIC) findings.errors.push(tooLong('topic', MAX_TOPIC));
  if (draft.source.trim() === '') findings.warnings.push({ code: 'import.source_missing', params: {} });
  const tags = checkedTags(draft.tags, findings);
  if ('options' in prompt) refuseRepeats(prompt.options, findings);
  const { source, explanation } = draft;
  const content = questionContent.safeParse({ prompt, solution, explanation, source });
  if (!content.success) {
    findings.errors.push(...content.error.issues.map(findingOf));
    return null;
  }
  const stated = [
    ...(tidyText(draft.topic) === '' ? [] : (['topic'] as const)),
    ...(level === null ? [] : (['level'] as const)),
  ];
  return { content: content.data, topic, level: level ?? 'recall', tags, stated };
}

/** Both come in as drafts. */
const STATE_WORDS: Partial<Record<string, 'draft' | 'retired'>> = {
  ...{ 'cho duyet': 'draft', nhap: 'draft', draft: 'draft', pending: 'draft' },
  ...{ 'ngung dung': 'retired', 'luu tru': 'retired', retired: 'retired', archived: 'retired' },
};

function checkedTags(given: readonly string[], findings: Findings): string[] {
  const tags = new Map<string, string>();
  for (const tag of given.slice(0, 5 * MAX_TAGS).map(tidyText))
    if (tag !== '' && !tags.has(sameText(tag))) tags.set(sameText(tag), tag);
  const all = [...tags.values()];
  if (all.length > MAX_TAGS)
    findings.errors.push({ code: 'import.too_many_tags', params: { max: MAX_TAGS } });
  if (all.some((tag) => tag.length > MAX_TAG)) findings.errors.push(tooLong('tag', MAX_TAG));
  return all;
}

function refuseRepeats(options: readonly { id: string; text: string }[], findings: Findings): void {
  const seen = new Set<string>();
  for (const option of options) {
    const text = alike(option.text, { accents: true, letterCase: true });
    if (text !== '' && seen.has(text)) {
      findings.errors.push({ code: 'import.option_repeats', params: { option: option.id.toUpperCase() } });
    }
    seen.add(text);
  }
}

/** What a part of the content is called in findings; the client translates the name. */
const FIELDS: readonly [RegExp, string][] = [
  [/^prompt\.text$/, 'text'],
  [/^prompt\.options\.\d+\.text$/, 'option'],
  [/^prompt\.options$/, 'options'],
  [/^prompt\.unit$/, 'unit'],
  [/^solution\.accepted\.\d+\.text$/, 'answer'],
  [/^solution\.accepted$/, 'answers'],
  [/^explanation$/, 'explanation'],
  [/^source$/, 'source'],
];

function findingOf(issue: z.core.$ZodIssue): Finding {
  const path = issue.path.join('.');
  const field = FIELDS.find(([pattern]) => pattern.test(path))?.[1] ?? path;
  if (issue.code === 'too_big') {
    if (field !== 'options' && field !== 'answers') return tooLong(field, Number(issue.maximum));
    return { code: `import.too_many_${field}`, params: { max: Number(issue.maximum) } };
  }
  if (issue.code === 'too_small') {
    const index = issue.path.find((step) => typeof step === 'number') ?? 0;
    const option = String.fromCharCode(65 + index);
    if (field === 'text') return { code: 'import.text_missing', params: {} };
    if (field === 'option') return { code: 'import.option_empty', params: { option } };
    if (field === 'options') return { code: 'import.too_few_options', params: { min: 2 } };
  }
  if (issue.message === 'no_full_credit') return { code: 'import.no_full_credit', params: {} };
  return { code: 'import.invalid', params: { field } };
}

const tooLong = (field: string, max: number): Finding => ({
  code: 'import.text_too_long',
  params: { field, max },
});
