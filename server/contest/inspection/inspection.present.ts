import type {
  InspectedEvent,
  InspectedPaper,
  InspectedQuestion,
  InspectedRow,
} from '../../../shared/contest/inspection.schema.js';
import { inOrder } from '../attempt/attempt.present.js';
import type { AnswerRow, AttemptRow, KeptAnswer } from '../attempt/attempt.queries.js';
import { questionPoints } from '../attempt/scoring.rules.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import type { FrozenPool } from '../round/frozen-round.service.js';
import type { InspectedAttempt } from './inspection.queries.js';

export function presentRow(attempt: InspectedAttempt, unit: string): InspectedRow {
  const { memberId, fullName, code, startedAt, deadlineAt, epoch, ...rest } = attempt;
  const { id, ordinal, state, timeUsedMs, points, extraMinutes, lateCount, answered, questionCount } = rest;
  return {
    id,
    member: { id: memberId, fullName, code, unit },
    ordinal,
    state,
    startedAt: startedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    timeUsedMs,
    answered,
    questionCount,
    points,
    moves: epoch - 1,
    extraMinutes,
    lateCount,
  };
}

export type PaperParts = {
  row: InspectedRow;
  round: FrozenRound;
  pool: FrozenPool;
  answers: readonly AnswerRow[];
  kept: readonly KeptAnswer[];
  codes: ReadonlyMap<string, string>;
  leads: readonly Date[];
  grant: { at: Date; minutes: number } | null;
  neighbours: Pick<InspectedPaper, 'previous' | 'next'>;
  now: Date;
};

export function presentPaper(attempt: AttemptRow, parts: PaperParts): InspectedPaper {
  const { row, round, neighbours, now } = parts;
  const { answered: _answered, questionCount, ...shown } = row;
  return {
    ...shown,
    roundId: round.id,
    roundTitle: round.title,
    contestId: round.contestId,
    contestTitle: round.contestTitle,
    attemptsAllowed: round.attemptsAllowed,
    closesAt: round.closesAt.toISOString(),
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    maxPoints: questionCount * round.pointsPerQuestion,
    pointsPerQuestion: round.pointsPerQuestion,
    correct: attempt.correct,
    questions: questionsOf(attempt, parts),
    events: eventsOf(attempt, parts),
    ...neighbours,
    serverNow: now.toISOString(),
  };
}

/** What was not scored: too late, or from a device that no longer led and was never used. */
const isUnscored = ({ reason, resolvedAt }: KeptAnswer): boolean => reason === 'late' || resolvedAt === null;

function questionsOf(
  attempt: AttemptRow,
  { round, pool, answers, kept, codes }: PaperParts,
): InspectedQuestion[] {
  const given = new Map(answers.map((answer) => [answer.position, answer]));
  const unscored = new Map(kept.filter(isUnscored).map((answer) => [answer.position, answer]));
  const isOver = attempt.state === 'submitted';
  return attempt.paper.flatMap(({ versionId, optionOrder }, index) => {
    const question = pool.questions.get(versionId);
    if (!question) return [];
    const answer = given.get(index + 1);
    const beside = unscored.get(index + 1);
    const credit = isOver ? (attempt.credits?.[index] ?? 0) : null;
    return [
      {
        position: index + 1,
        code: codes.get(versionId) ?? '',
        topic: question.topicName,
        level: question.level,
        prompt: inOrder(question.content.prompt, optionOrder),
        solution: question.content.solution,
        response: answer?.response ?? null,
        savedAt: answer?.receivedAt.toISOString() ?? null,
        credit,
        points: credit === null ? null : questionPoints(credit, round.pointsPerQuestion),
        unscored: beside
          ? {
              response: beside.response,
              receivedAt: beside.receivedAt.toISOString(),
              reason: beside.reason,
            }
          : null,
      },
    ];
  });
}

/** In the order of the server's clock. */
function eventsOf(attempt: AttemptRow, { answers, kept, leads, grant }: PaperParts): InspectedEvent[] {
  const event = (kind: InspectedEvent['kind'], at: Date, more: Partial<InspectedEvent> = {}) => ({
    positions: [],
    minutes: null,
    ...more,
    kind,
    at: at.toISOString(),
  });
  const last = answers.toSorted((one, two) => two.receivedAt.getTime() - one.receivedAt.getTime())[0];
  const late = kept.filter(({ reason }) => reason === 'late');
  const firstLate = late.toSorted((one, two) => one.receivedAt.getTime() - two.receivedAt.getTime())[0];
  const { submittedAt, closedBy } = attempt;
  return [
    event('started', attempt.startedAt),
    ...leads.map((at) => event('moved', at)),
    ...(grant ? [event('extra', grant.at, { minutes: grant.minutes })] : []),
    ...(last ? [event('last_answer', last.receivedAt, { positions: [last.position] })] : []),
    ...(submittedAt ? [event(closedBy === 'server' ? 'expired' : 'submitted', submittedAt)] : []),
    ...(firstLate
      ? [event('late', firstLate.receivedAt, { positions: late.map(({ position }) => position) })]
      : []),
  ].toSorted((one, two) => one.at.localeCompare(two.at));
}
