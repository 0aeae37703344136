import type { QuestionChange } from '../../../shared/question-bank/question-change.schema.js';
import {
  LEVELS,
  REVIEW_STATES,
  type Level,
  type ReviewState,
} from '../../../shared/question-bank/question.schema.js';

/** What the panel is filled in with; empty is "leave as it is". */
export type BulkForm = {
  level: Level | '';
  topic: string;
  source: string;
  onlyMissing: boolean;
  addTags: string[];
  removeTags: string[];
  state: ReviewState | '';
};

export const UNTOUCHED: BulkForm = {
  level: '',
  topic: '',
  source: '',
  onlyMissing: true,
  addTags: [],
  removeTags: [],
  state: '',
};

export const levelOf = (value: string | null): Level | '' => LEVELS.find((level) => level === value) ?? '';
export const stateOf = (value: string | null): ReviewState | '' =>
  REVIEW_STATES.find((state) => state === value) ?? '';

/** What is asked for; undefined while nothing is. */
export function changeOf(form: BulkForm): QuestionChange | undefined {
  const { level, topic, source, onlyMissing, addTags, removeTags, state } = form;
  const change: QuestionChange = {
    ...(level !== '' && { level }),
    ...(topic.trim() !== '' && { topic: topic.trim() }),
    ...(source.trim() !== '' && { source: { text: source.trim(), onlyMissing } }),
    ...(addTags.length + removeTags.length > 0 && { tags: { add: addTags, remove: removeTags } }),
    ...(state !== '' && { state }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}
