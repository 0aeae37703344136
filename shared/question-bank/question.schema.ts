import { z } from 'zod';
import { idOf } from '../kernel/ids.js';
import { pageOf, pageQuery } from '../kernel/page.js';
import { instant } from '../kernel/time.js';
import { isVisible, readableLines, visibleLine } from '../kernel/visible-text.js';

export const questionId = idOf('QuestionId');
export type QuestionId = z.infer<typeof questionId>;
export const versionId = idOf('QuestionVersionId');
export type QuestionVersionId = z.infer<typeof versionId>;
export const topicId = idOf('TopicId');
export type TopicId = z.infer<typeof topicId>;
/** A file of questions that was looked at or brought in. */
export const importId = idOf('QuestionImportId');

/** Cognitive levels in rising order: nhận biết, thông hiểu, vận dụng, vận dụng cao. */
export const LEVELS = ['recall', 'understand', 'apply', 'analyse'] as const;
export const level = z.enum(LEVELS);
export type Level = z.infer<typeof level>;

export const QUESTION_TYPES = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'number',
  'short_text',
] as const;
export const questionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.infer<typeof questionType>;

export const REVIEW_STATES = ['draft', 'reviewed', 'retired'] as const;
export const reviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof reviewState>;

/** Also what was stored before it had to be seen is read; `writtenContent` refuses it. */
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => readableLines(text) || text.trim())
    .min(1)
    .max(max);
const optionId = z.string().regex(/^[a-z]$/);

/**
 * One answer option. In the bank ids are `a`, `b`, … in the order written; on a paper they are other letters in another
 * order, so that neither tells where an option was written.
 */
export const choiceOption = z.object({ id: optionId, text: line(1000) });
export type ChoiceOption = z.infer<typeof choiceOption>;

const options = z
  .array(choiceOption)
  .min(2)
  .max(10)
  .refine((all) => new Set(all.map((option) => option.id)).size === all.length, {
    message: 'option_ids_repeat',
  });

/** What a contestant may see of a question. */
export const questionPrompt = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single_choice'), text: line(4000), options }),
  z.object({ type: z.literal('multiple_choice'), text: line(4000), options }),
  z.object({ type: z.literal('true_false'), text: line(4000) }),
  z.object({
    type: z.literal('number'),
    text: line(4000),
    unit: z.string().overwrite(readableLines).max(40).default(''),
  }),
  z.object({ type: z.literal('short_text'), text: line(4000) }),
]);
export type QuestionPrompt = z.infer<typeof questionPrompt>;

/** Share of a question's points, 0 to 1. */
const credit = z.number().min(0).max(1);

/**
 * The key. Never leaves the server before the answers are shown.
 * multiple_choice: the weights (−1 to 1) of the chosen options are added and clamped to 0…1.
 * number: the best credit among entries with |answer − value| ≤ tolerance.
 * short_text: the best credit among equal texts; `*` stands for any run of characters, `\*` for a star.
 */
export const questionSolution = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single_choice'), credits: z.record(optionId, credit) }),
  z.object({ type: z.literal('multiple_choice'), weights: z.record(optionId, z.number().min(-1).max(1)) }),
  z.object({ type: z.literal('true_false'), correct: z.boolean() }),
  z.object({
    type: z.literal('number'),
    accepted: z
      .array(z.object({ value: z.number(), tolerance: z.number().min(0), credit }))
      .min(1)
      .max(20),
  }),
  z.object({
    type: z.literal('short_text'),
    accepted: z
      .array(z.object({ text: line(300), credit }))
      .min(1)
      .max(50),
    caseSensitive: z.boolean().default(false),
    accentSensitive: z.boolean().default(false),
  }),
]);
export type QuestionSolution = z.infer<typeof questionSolution>;

/** What a contestant answers. */
export const questionResponse = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single_choice'), choice: optionId }),
  z.object({ type: z.literal('multiple_choice'), choices: z.array(optionId).min(1).max(10) }),
  z.object({ type: z.literal('true_false'), value: z.boolean() }),
  z.object({ type: z.literal('number'), value: z.number() }),
  z.object({ type: z.literal('short_text'), text: line(300) }),
]);
export type QuestionResponse = z.infer<typeof questionResponse>;

export const MAX_SOURCE = 1000;
export const MAX_TAGS = 20;
export const tag = visibleLine(60);
export const topicName = visibleLine(200);

/** Everything an author writes; a change of it makes a new version. */
export const questionContent = z
  .object({
    prompt: questionPrompt,
    solution: questionSolution,
    explanation: z.string().overwrite(readableLines).max(4000).default(''),
    source: z.string().overwrite(readableLines).max(MAX_SOURCE).default(''),
  })
  .superRefine((content, context) => {
    for (const message of contentProblems(content)) context.addIssue({ code: 'custom', message });
  });
export type QuestionContent = z.infer<typeof questionContent>;

/** As somebody writes it: nothing that has to be read is invisible. */
const writtenContent = questionContent.superRefine(({ prompt, solution }, context) => {
  const refuse = (text: string, path: (string | number)[]) => {
    if (!isVisible(text)) context.addIssue({ code: 'custom', message: 'unseen', path });
  };
  refuse(prompt.text, ['prompt', 'text']);
  if ('options' in prompt)
    prompt.options.forEach(({ text }, at) => {
      refuse(text, ['prompt', 'options', at, 'text']);
    });
  if (solution.type === 'short_text')
    solution.accepted.forEach(({ text }, at) => {
      refuse(text, ['solution', 'accepted', at, 'text']);
    });
});

/** Why prompt and solution do not fit each other; empty when they do. Codes, for the client to translate. */
export function contentProblems({
  prompt,
  solution,
}: Pick<QuestionContent, 'prompt' | 'solution'>): string[] {
  if (prompt.type !== solution.type) return ['solution_type_differs'];
  if (prompt.type !== 'single_choice' && prompt.type !== 'multiple_choice') {
    return 'accepted' in solution && !solution.accepted.some((entry) => entry.credit === 1)
      ? ['no_full_credit']
      : [];
  }
  const keys =
    solution.type === 'single_choice'
      ? solution.credits
      : solution.type === 'multiple_choice'
        ? solution.weights
        : {};
  const known = new Set(prompt.options.map((option) => option.id));
  const problems: string[] = [];
  if (Object.keys(keys).some((id) => !known.has(id))) problems.push('key_names_unknown_option');
  const full =
    solution.type === 'single_choice'
      ? Object.values(keys).some((value) => value === 1)
      : Math.abs(
          Object.values(keys)
            .filter((value) => value > 0)
            .reduce((sum, value) => sum + value, 0) - 1,
        ) < 0.005;
  if (!full) problems.push('no_full_credit');
  return problems;
}

/** What `POST /api/questions` takes. `topic` is a name: an unknown one is created. */
export const createQuestion = z.object({
  content: writtenContent,
  topic: topicName,
  level,
  tags: z.array(tag).max(MAX_TAGS).default([]),
});
export type CreateQuestion = z.infer<typeof createQuestion>;

/** `expectedVersion` is the version number the editor was opened on; a newer one answers `stale_write`. */
export const editQuestion = createQuestion.extend({ expectedVersion: z.int32().min(1) });
export type EditQuestion = z.infer<typeof editQuestion>;

export const questionRow = z.object({
  id: questionId,
  code: z.string(),
  type: questionType,
  text: z.string(),
  topic: z.object({ id: topicId, name: z.string() }),
  level,
  tags: z.array(z.string()),
  hasSource: z.boolean(),
  reviewState,
  version: z.number().int(),
  /** Number of frozen rounds that can draw one of its versions. */
  usedCount: z.number().int(),
  updatedAt: instant,
});
export type QuestionRow = z.infer<typeof questionRow>;

export const questionPage = pageOf(questionRow).extend({ total: z.number().int() });
export type QuestionPage = z.infer<typeof questionPage>;

const csvOf = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(item).max(50),
    )
    .optional();

export const questionQuery = pageQuery.extend({
  /** Words to find in text, code, tags or source; accents and case do not matter. */
  q: z.string().trim().max(200).optional(),
  topics: csvOf(topicId),
  levels: csvOf(level),
  types: csvOf(questionType),
  states: csvOf(reviewState),
  /** Only what came in by this file. */
  import: importId.optional(),
});
export type QuestionQuery = z.infer<typeof questionQuery>;

export const questionVersionView = z.object({
  id: versionId,
  number: z.number().int(),
  content: questionContent,
  createdAt: instant,
  createdBy: z.string(),
  used: z.boolean(),
});
export type QuestionVersionView = z.infer<typeof questionVersionView>;

export const questionView = questionRow.extend({
  content: questionContent,
  versions: z.array(questionVersionView),
  can: z.object({ edit: z.boolean(), review: z.boolean() }),
});
export type QuestionView = z.infer<typeof questionView>;

/** `PUT /api/questions/review`: one state for a selection. */
export const reviewQuestions = z.object({ ids: z.array(questionId).min(1).max(500), state: reviewState });
/** `PUT /api/questions/topic`: one topic (by name) for a selection. */
export const moveQuestions = z.object({ ids: z.array(questionId).min(1).max(500), topic: topicName });
export const changedCount = z.object({ changed: z.number().int() });
