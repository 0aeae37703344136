import { questionResponse, type QuestionResponse } from '../../../shared/question-bank/question.schema.js';

/** An answer as the database keeps it; null where nothing was answered, or taken back. */
export function responseOf(value: unknown): QuestionResponse | null {
  return value === undefined || value === null ? null : questionResponse.parse(value);
}
