import { z } from 'zod';
import {
  importDifference,
  importedQuestion,
  type ImportItemView,
  type ItemOutcome,
} from '../../../shared/question-bank/question-import.schema.js';
import type { ImportStanding } from '../../../shared/kernel/import.js';
import { questionId } from '../../../shared/question-bank/question.schema.js';
import { newId } from '../../platform/ids.js';
import type { ImportItem } from '../../platform/import/imports.queries.js';
import type { NewQuestion } from '../question/question-write.queries.js';
import { fingerprint } from '../grading/question-text.rules.js';

const OUTCOMES: Record<ImportStanding, ItemOutcome> = {
  ready: 'accepted',
  warned: 'accepted',
  changed: 'changed',
  duplicate: 'duplicate',
  rejected: 'rejected',
};

const differencesShown = z.array(importDifference);

export function presentItem({
  content,
  standing,
  differences,
  place: _place,
  ...item
}: ImportItem): ImportItemView {
  const question = content === null ? null : importedQuestion.parse(content);
  return {
    ...item,
    question,
    differences: differencesShown.parse(differences),
    outcome: OUTCOMES[standing],
  };
}

/** What came in with a warning waits as a draft until somebody looked at it. */
export function newQuestionOf({ content, standing }: ImportItem): NewQuestion {
  const { stated: _stated, ...question } = importedQuestion.parse(content);
  const reviewState = standing === 'warned' ? 'draft' : 'reviewed';
  return { id: newId(questionId), ...question, fingerprint: fingerprint(question.content), reviewState };
}
