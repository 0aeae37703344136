import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuestionResponse } from '../../../shared/question-bank/question.schema.js';
import { gradeResponse } from './grading.rules.js';

/** How other features have a response marked. */
@Injectable()
export class GradingService {
  /** Share of the question's points, 0 to 1; 0 without a response. */
  grade(content: Pick<QuestionContent, 'prompt' | 'solution'>, response: QuestionResponse | null): number {
    return gradeResponse(content, response);
  }
}
