import type { AttemptResult, ReviewedQuestion } from '../../../shared/contest/attempt.schema.js';
import { inOrder } from '../attempt/attempt.present.js';
import type { AnswerRow, AttemptRow, KeptAnswer } from '../attempt/attempt.queries.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import type { FrozenPool } from '../round/frozen-round.service.js';
import { tellsNothing, type Shown } from '../round/round-visibility.rules.js';
import { questionPoints, scoreOf } from '../attempt/scoring.rules.js';

export type ResultParts = {
  round: FrozenRound;
  pool: FrozenPool;
  answers: readonly AnswerRow[];
  kept: readonly KeptAnswer[];
  visible: { score: Shown; review: Shown; standing: Shown };
  counted: string | null;
  previousPoints: number | null;
  means: ReadonlyMap<string, number>;
  standing: AttemptResult['standing'];
  now: Date;
};

export function presentResult(attempt: AttemptRow, parts: ResultParts): AttemptResult {
  const { round, visible, kept, now } = parts;
  const submittedAt = attempt.submittedAt ?? attempt.deadlineAt;
  return {
    id: attempt.id,
    roundId: round.id,
    contestId: round.contestId,
    contestTitle: round.contestTitle,
    roundTitle: round.title,
    ordinal: attempt.ordinal,
    counts: visible.score.now || tellsNothing(round) ? parts.counted === attempt.id : null,
    startedAt: attempt.startedAt.toISOString(),
    submittedAt: submittedAt.toISOString(),
    closedBy: attempt.closedBy ?? 'server',
    timeUsedMs: attempt.timeUsedMs ?? 0,
    questionCount: attempt.paper.length,
    score: visible.score.now ? scoreView(attempt, parts) : null,
    scoreVisibleAt: visible.score.at?.toISOString() ?? null,
    standing: parts.standing,
    standingVisibleAt: visible.standing.at?.toISOString() ?? null,
    review: visible.review.now ? reviewView(attempt, parts) : null,
    reviewVisibleAt: visible.review.at?.toISOString() ?? null,
    late: kept
      .filter(({ reason, resolvedAt }) => reason === 'late' || resolvedAt === null)
      .map(({ position, response, receivedAt, reason }) => ({
        position,
        response,
        receivedAt: receivedAt.toISOString(),
        reason,
      })),
    serverNow: now.toISOString(),
  };
}

function scoreView(
  attempt: AttemptRow,
  { round, pool, means, previousPoints }: ResultParts,
): AttemptResult['score'] {
  const graded = attempt.paper.map(({ versionId }, index) => ({
    topic: pool.questions.get(versionId)?.topicName ?? '',
    credit: attempt.credits?.[index] ?? 0,
  }));
  const { maxPoints, topics } = scoreOf(graded, round.pointsPerQuestion);
  return {
    points: attempt.points ?? 0,
    maxPoints,
    correct: attempt.correct ?? 0,
    topics: topics.map(({ topic, correct, questions }) => ({
      topic,
      correct,
      questions,
      mean: means.get(topic) ?? null,
    })),
    previousPoints,
  };
}

function reviewView(attempt: AttemptRow, { round, pool, answers }: ResultParts): ReviewedQuestion[] {
  const given = new Map(answers.map((answer) => [answer.position, answer]));
  return attempt.paper.flatMap(({ versionId, optionOrder }, index) => {
    const question = pool.questions.get(versionId);
    if (!question) return [];
    const answer = given.get(index + 1);
    const credit = attempt.credits?.[index] ?? 0;
    return [
      {
        position: index + 1,
        prompt: inOrder(question.content.prompt, optionOrder),
        topic: question.topicName,
        level: question.level,
        response: answer?.response ?? null,
        flagged: attempt.flagged.includes(index + 1),
        credit,
        points: questionPoints(credit, round.pointsPerQuestion),
        solution: question.content.solution,
        explanation: question.explanation,
        source: question.source,
      },
    ];
  });
}
