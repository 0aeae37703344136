import { failure } from '../kernel/failure.js';

/** The same question (type, text and options) is in the bank already. params: code */
export const questionRepeats = failure('question.repeats', 409);
/** A change of many questions is taken back for ten minutes. */
export const questionChangeTooLate = failure('question.change_too_late', 409);
/** Another topic is called so. */
export const topicNameTaken = failure('topic.name_taken', 409);
/** Into itself, or into one that is retired. */
export const topicMergeInvalid = failure('topic.merge_invalid', 409);
