import { failure } from '../kernel/failure.js';

/** The same question (type, text and options) is in the bank already. params: code */
export const questionRepeats = failure('question.repeats', 409);
