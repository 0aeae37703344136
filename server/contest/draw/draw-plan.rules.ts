import type { RoundSettings } from '../../../shared/contest/contest.schema.js';
import type {
  Level,
  QuestionPrompt,
  QuestionVersionId,
  TopicId,
} from '../../../shared/question-bank/question.schema.js';
import type { DrawPlan } from './draw.rules.js';

/** A version with where it stands in the bank. */
export type PlanQuestion = {
  versionId: QuestionVersionId;
  topicId: TopicId;
  level: Level;
  prompt: QuestionPrompt;
};

type PlanSettings = Pick<RoundSettings, 'blueprint' | 'shuffleQuestions' | 'shuffleOptions'>;

/** What the draw works on: each cell of the blueprint with the questions that fit it. */
export function planOf(
  { blueprint, shuffleQuestions, shuffleOptions }: PlanSettings,
  questions: readonly PlanQuestion[],
): DrawPlan {
  return {
    shuffleQuestions,
    shuffleOptions,
    cells: blueprint.map((cell) => ({
      ...cell,
      versions: questions
        .filter((question) => question.topicId === cell.topicId && question.level === cell.level)
        .map(({ versionId, prompt }) => ({ id: versionId, optionIds: optionIdsOf(prompt) })),
    })),
  };
}

function optionIdsOf(prompt: QuestionPrompt): string[] {
  return 'options' in prompt ? prompt.options.map((option) => option.id) : [];
}
