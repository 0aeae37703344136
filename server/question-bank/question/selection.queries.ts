import type { QuestionSelection } from '../../../shared/question-bank/question-change.schema.js';
import { FILTERS, filterValues } from './question.queries.js';

/** On `question`, with the values of `selectionValues` as the first eight parameters. */
export const CHOSEN = `($7::uuid[] IS NOT NULL AND question.id = ANY($7)
  OR $7 IS NULL AND (${FILTERS}) AND question.id <> ALL($8::uuid[]))`;

export function selectionValues(selection: QuestionSelection): unknown[] {
  return 'ids' in selection
    ? [...filterValues({}), selection.ids, []]
    : [...filterValues(selection.filter), null, selection.except];
}
