import type { AttemptView, RunningAttempt } from '../../../shared/contest/attempt.schema.js';
import type { ChoiceOption, QuestionPrompt } from '../../../shared/question-bank/question.schema.js';
import type { AnswerRow, AttemptRow, KeptAnswer, RunningRow } from './attempt.queries.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import type { FrozenPool } from '../round/frozen-round.service.js';

export type AttemptParts = {
  round: FrozenRound;
  pool: FrozenPool;
  answers: readonly AnswerRow[];
  kept: readonly KeptAnswer[];
  now: Date;
};

/** The attempt as its contestant sees it: prompts with their options in this attempt's order, never a solution. */
export function presentAttempt(
  attempt: AttemptRow,
  { round, pool, answers, kept, now }: AttemptParts,
): AttemptView {
  const given = new Map(answers.map((answer) => [answer.position, answer]));
  return {
    id: attempt.id,
    roundId: round.id,
    contestId: round.contestId,
    contestTitle: round.contestTitle,
    roundTitle: round.title,
    state: attempt.state,
    ordinal: attempt.ordinal,
    attemptsAllowed: round.attemptsAllowed,
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    moved: attempt.moved && { ...attempt.moved, at: attempt.moved.at.toISOString() },
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    epoch: attempt.epoch,
    questions: attempt.paper.flatMap(({ versionId, optionOrder }, index) => {
      const question = pool.questions.get(versionId);
      if (!question) return [];
      const answer = given.get(index + 1);
      return [
        {
          position: index + 1,
          prompt: inOrder(question.content.prompt, optionOrder),
          points: round.pointsPerQuestion,
          response: answer?.response ?? null,
          savedAt: answer?.receivedAt.toISOString() ?? null,
          flagged: attempt.flagged.includes(index + 1),
        },
      ];
    }),
    offers: kept
      .filter(({ reason, resolvedAt }) => reason === 'held' && resolvedAt === null)
      .map(({ id, position, response, receivedAt }) => ({
        id,
        position,
        response,
        receivedAt: receivedAt.toISOString(),
      })),
    serverNow: now.toISOString(),
  };
}

/** The prompt with its options in the order drawn for an attempt. */
export function inOrder(prompt: QuestionPrompt, optionOrder: readonly string[]): QuestionPrompt {
  if (!('options' in prompt)) return prompt;
  const byId = new Map(prompt.options.map((option) => [option.id, option]));
  const options = optionOrder.flatMap((id): ChoiceOption[] => {
    const option = byId.get(id);
    return option ? [option] : [];
  });
  return { ...prompt, options };
}

export function presentRunning(row: RunningRow): RunningAttempt {
  const answered = new Set(row.answered);
  const positions = Array.from({ length: row.question_count }, (_, index) => index + 1);
  return {
    id: row.id,
    contestId: row.contest_id,
    contestTitle: row.contest_title,
    roundId: row.round_id,
    roundTitle: row.round_title,
    ordinal: row.ordinal,
    attemptsAllowed: row.attempts_allowed,
    answered: answered.size,
    questionCount: row.question_count,
    resumeAt: positions.find((position) => !answered.has(position)) ?? row.question_count,
    startedAt: row.started_at.toISOString(),
    deadlineAt: row.deadline_at.toISOString(),
  };
}
