import { z } from 'zod';
import { level, questionContent, reviewState } from '../../../shared/question-bank/question.schema.js';

/** A question as it goes into a file, its options called a, b, … in the order written. */
export const exportedQuestion = z.object({
  code: z.string(),
  topic: z.string(),
  level,
  tags: z.array(z.string()),
  state: reviewState,
  content: questionContent,
});
export type ExportedQuestion = z.infer<typeof exportedQuestion>;
