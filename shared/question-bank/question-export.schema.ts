import { z } from 'zod';
import { failure } from '../kernel/failure.js';
import { questionSelection } from './question-change.schema.js';

/** A file takes no more than an import takes in. params: max */
export const exportTooLarge = failure('question.export_too_large', 409);

/** `POST /api/question-exports`; `lang` is that of the headings and words of a table. */
export const exportQuestions = z.object({
  selection: questionSelection,
  form: z.enum(['gift', 'csv']),
  lang: z.enum(['vi', 'en']).default('vi'),
});
export type ExportQuestions = z.infer<typeof exportQuestions>;
