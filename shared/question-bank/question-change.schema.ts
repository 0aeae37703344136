import { z } from 'zod';
import { idOf } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';
import { visibleLine } from '../kernel/visible-text.js';
import {
  importId,
  level,
  MAX_SOURCE,
  MAX_TAGS,
  questionId,
  questionType,
  reviewState,
  tag,
  topicId,
  topicName,
} from './question.schema.js';

export const questionChangeId = idOf('QuestionChangeId');

const MAX_NAMED = 5_000;
const named = z.array(questionId).max(MAX_NAMED);

/** As the list filters; what is left out filters nothing, but retired questions are found only when asked for. */
export const questionFilter = z.object({
  q: z.string().trim().max(200).optional(),
  topics: z.array(topicId).max(50).optional(),
  levels: z.array(level).optional(),
  types: z.array(questionType).optional(),
  states: z.array(reviewState).optional(),
  import: importId.optional(),
});
export type QuestionFilter = z.infer<typeof questionFilter>;

/** Named questions, or a rule: what the filter finds at the moment of acting, without some. */
export const questionSelection = z.union([
  z.strictObject({ ids: named.min(1) }),
  z.strictObject({ filter: questionFilter, except: named.default([]) }),
]);
export type QuestionSelection = z.infer<typeof questionSelection>;

const tags = z.array(tag).max(MAX_TAGS).default([]);

/** What becomes of many questions at once; what is left out stays as it is. An unknown topic is made. */
export const questionChange = z
  .object({
    level: level.optional(),
    topic: topicName.optional(),
    source: z
      .object({ text: visibleLine(MAX_SOURCE, 0), onlyMissing: z.boolean().default(false) })
      .optional(),
    tags: z.object({ add: tags, remove: tags }).optional(),
    state: reviewState.optional(),
  })
  .refine((change) => Object.values(change).some((part) => part !== undefined), 'nothing_changes');
export type QuestionChange = z.infer<typeof questionChange>;

/** `POST /api/question-changes` */
export const changeQuestions = z.object({ selection: questionSelection, change: questionChange });
export type ChangeQuestions = z.infer<typeof changeQuestions>;

/** `POST /api/question-changes/preview`: without a change only what there is. */
export const previewChange = z.object({
  selection: questionSelection,
  change: questionChange.optional(),
});
export type PreviewChange = z.infer<typeof previewChange>;

/** `repeats`: its like is in use, so it cannot be taken up again. `too_many_tags`: it would have more than it may. */
export const changeRefusal = z.enum(['repeats', 'too_many_tags']);

/** At most so many are named; `refused` counts them all. */
export const MOST_REFUSED_NAMED = 20;
const refusals = {
  refused: z.number().int(),
  refusals: z.array(z.object({ code: z.string(), reason: changeRefusal })).max(MOST_REFUSED_NAMED),
};

const count = z.number().int();
export const changePreview = z.object({
  total: count,
  now: z.object({
    levels: z.record(level, count),
    states: z.record(reviewState, count),
    /** Those that most are in, at most 50. */
    topics: z.array(z.object({ name: z.string(), count })),
    tags: z.array(z.object({ name: z.string(), count })),
    withoutSource: count,
    /** A round has frozen a version of them. */
    inPapers: count,
  }),
  /** How many would have another value; `changed` counts each once. */
  will: z.object({
    changed: count,
    level: count,
    topic: count,
    source: count,
    tags: count,
    state: count,
    /** Of those that get a new version, how many stand in papers, which keep the old one. */
    inPapers: count,
  }),
  ...refusals,
});
export type ChangePreview = z.infer<typeof changePreview>;

/** What was written. */
export const changeResult = z.object({
  id: questionChangeId,
  changed: count,
  ...refusals,
  undoUntil: instant,
});
export type ChangeResult = z.infer<typeof changeResult>;

/** `DELETE /api/question-changes/:id`: what somebody changed since, or a round has taken, stays. */
export const undoResult = z.object({ restored: count, kept: count });
export type UndoResult = z.infer<typeof undoResult>;
