import type {
  PublishProblem,
  RoundId,
  RoundSettings,
  Visibility,
} from '../../../shared/contest/contest.schema.js';
import { supplyProblems, type SupplyCell } from './blueprint.rules.js';

export type PublishedRound = RoundSettings & { id: RoundId };

export type PublishCandidate = {
  contest: { title: string; summary: string; rules: string };
  rounds: readonly PublishedRound[];
  /** Reviewed questions of the bank by topic and level; topics with none too, so that a problem can name them. */
  supply: readonly SupplyCell[];
  now: Date;
};

/**
 * Everything that a look over the draft finds, contest first, then round by round. Publishing waits for `blocks`.
 * The client has a sentence for each code:
 * publish.title_missing · publish.summary_missing · publish.rules_missing · publish.rounds_missing ·
 * publish.window_missing · publish.window_invalid · publish.window_past · publish.opens_at_once ·
 * publish.duration_exceeds_window {durationMinutes, windowMinutes} · publish.eligibility_empty ·
 * publish.blueprint_empty · publish.cell_impossible and publish.cell_thin {topic, topicId, level, count, available} ·
 * publish.answers_while_open {attempts: 0 for any number} · publish.answers_before_results ·
 * publish.standings_before_results
 */
export function publishProblems({ contest, rounds, supply, now }: PublishCandidate): PublishProblem[] {
  return [
    ...contestProblems(contest, rounds.length),
    ...rounds.flatMap((round) => [
      ...paperProblems(round, supply),
      ...timeProblems(round, now),
      ...visibilityProblems(round),
    ]),
  ];
}

function contestProblems(contest: PublishCandidate['contest'], roundCount: number): PublishProblem[] {
  const found = finder('information', null);
  return [
    ...found('publish.title_missing', contest.title.trim() === '', blocks),
    ...found('publish.summary_missing', contest.summary.trim() === ''),
    ...found('publish.rules_missing', contest.rules.trim() === ''),
    ...found('publish.rounds_missing', roundCount === 0, blocks),
  ];
}

function paperProblems(round: PublishedRound, supply: readonly SupplyCell[]): PublishProblem[] {
  const found = finder('paper', round.id);
  const cells = supplyProblems(round.blueprint, supply).flatMap(({ kind, ...cell }) => {
    const topic = supply.find(({ topicId }) => topicId === cell.topicId)?.topic ?? '';
    const severity = kind === 'impossible' ? 'blocks' : 'warns';
    return found(`publish.cell_${kind}`, true, { severity, params: { topic, ...cell } });
  });
  return [...found('publish.blueprint_empty', round.blueprint.length === 0, blocks), ...cells];
}

function timeProblems(round: PublishedRound, now: Date): PublishProblem[] {
  const found = finder('time', round.id);
  const nobody = round.eligibility.kind === 'units' && round.eligibility.unitIds.length === 0;
  const entry = found('publish.eligibility_empty', nobody, blocks);
  if (round.opensAt === null || round.closesAt === null) {
    return [...found('publish.window_missing', true, blocks), ...entry];
  }
  const [opensMs, closesMs] = [Date.parse(round.opensAt), Date.parse(round.closesAt)];
  if (closesMs <= opensMs) return [...found('publish.window_invalid', true, blocks), ...entry];
  if (closesMs <= now.getTime()) return [...found('publish.window_past', true, blocks), ...entry];
  const windowMinutes = Math.floor((closesMs - opensMs) / 60_000);
  const { durationMinutes } = round;
  return [
    ...found('publish.opens_at_once', opensMs <= now.getTime()),
    ...found('publish.duration_exceeds_window', durationMinutes > windowMinutes, {
      params: { durationMinutes, windowMinutes },
    }),
    ...entry,
  ];
}

function visibilityProblems(round: PublishedRound): PublishProblem[] {
  if (round.opensAt === null || round.closesAt === null) return [];
  const settledMs = Date.parse(round.closesAt) + round.graceSeconds * 1000;
  const frame = { opensMs: Date.parse(round.opensAt), settledMs };
  const answersMs = earliestMs(round.answersVisible, frame);
  const resultsMs = earliestMs(round.resultsVisible, frame);
  const standingsMs = earliestMs(round.standingsVisible, frame);
  const found = finder('standings', round.id);
  return [
    ...found('publish.answers_while_open', answersMs < settledMs, {
      params: { attempts: round.attemptsAllowed ?? 0 },
    }),
    ...found('publish.answers_before_results', answersMs < resultsMs),
    ...found('publish.standings_before_results', standingsMs < resultsMs),
  ];
}

/** The first instant at which anybody could see it; Infinity for never. */
function earliestMs(visibility: Visibility, frame: { opensMs: number; settledMs: number }): number {
  switch (visibility.kind) {
    case 'on_submission':
      return frame.opensMs;
    case 'on_close':
      return frame.settledMs;
    case 'at':
      return Date.parse(visibility.at);
    case 'never':
      return Number.POSITIVE_INFINITY;
  }
}

const blocks = { severity: 'blocks' } as const;

/** Reports of one step; each is empty unless its condition holds, and warns unless told to block. */
function finder(step: PublishProblem['step'], roundId: RoundId | null) {
  return (
    code: string,
    holds: boolean,
    { severity = 'warns', params = {} }: Partial<Pick<PublishProblem, 'severity' | 'params'>> = {},
  ): PublishProblem[] => (holds ? [{ code, params, roundId, step, severity }] : []);
}
