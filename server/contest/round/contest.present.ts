import type { z } from 'zod';
import type {
  ContestDraftView,
  ContestRow as ContestRowView,
  ContestView,
  OwnRoundView,
  PublishProblem,
  RoundDraftView,
  RoundView,
  contestState,
} from '../../../shared/contest/contest.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type { Cancellation, Corrected } from '../../../shared/contest/contest-life.schema.js';
import { contestCanBe, roundCanBe } from './contest-life.rules.js';
import type { ContestRow, ListedContest } from './contest.queries.js';
import { ownClose } from './deadline.rules.js';
import { isEligible } from './eligibility.rules.js';
import type { OwnRound } from './own-round.queries.js';
import { contestPhaseOf, phaseOf } from './round-phase.rules.js';
import type { RoundCounts, RoundRow } from './round.queries.js';
import { shown, tellsNothing, type Shown } from './round-visibility.rules.js';

const HIDDEN: Shown = { now: false, at: null };

type Spanned = {
  state: z.infer<typeof contestState>;
  opensAt: Date | null;
  closesAt: Date | null;
  updatedAt: Date;
  roundCount: number;
};

function spanOf({ state, opensAt, closesAt, updatedAt, roundCount }: Spanned, now: Date) {
  return {
    state,
    // From the first opening to the last close: the pauses in between belong to it.
    phase: contestPhaseOf([{ opensAt, closesAt }], state, now),
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    roundCount,
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentListed(contest: ListedContest, now: Date): ContestRowView {
  const { id, title, summary } = contest;
  return { id, title, summary, ...spanOf(contest, now) };
}

export function presentContest(
  contest: ContestRow,
  rounds: readonly { row: RoundRow; view: RoundView }[],
  { corrections, now, mayEdit }: { corrections: Corrected[]; now: Date; mayEdit: boolean },
): ContestView {
  const { id, title, summary, rules, contact, state, updatedAt } = contest;
  const instants = (pick: 'opensAt' | 'closesAt') =>
    rounds.flatMap(({ row }) => row[pick]?.getTime() ?? []).toSorted((one, two) => one - two);
  const [opensMs, closesMs] = [instants('opensAt').at(0), instants('closesAt').at(-1)];
  const span = {
    state,
    updatedAt,
    opensAt: opensMs === undefined ? null : new Date(opensMs),
    closesAt: closesMs === undefined ? null : new Date(closesMs),
    roundCount: rounds.length,
  };
  return {
    id,
    title,
    summary,
    ...spanOf(span, now),
    rules,
    contact,
    corrected: corrections,
    cancellation: presentCancellation(contest),
    rounds: rounds.map(({ view }) => view),
    can: { edit: mayEdit },
    serverNow: now.toISOString(),
  };
}

/** Null unless it was ended early; one from before reasons were kept has none to show. */
function presentCancellation({ cancelledAt, cancelReason }: ContestRow): Cancellation | null {
  return cancelledAt && cancelReason !== null
    ? { reason: cancelReason, at: cancelledAt.toISOString() }
    : null;
}

/** When the standings of a round are shown to contestants; a draft has none. */
export function standingsShown(round: RoundRow, now: Date): Shown {
  const { opensAt, closesAt } = round;
  if (!round.frozenAt || !opensAt || !closesAt) return HIDDEN;
  return shown(round.settings.standingsVisible, { ...round, closesAt, submittedAt: opensAt }, now);
}

/** When an attempt's own score is shown to whoever made it. */
export function scoreShown(round: RoundRow, submittedAt: Date, now: Date): Shown {
  const { closesAt } = round;
  return closesAt ? shown(round.settings.resultsVisible, { ...round, closesAt, submittedAt }, now) : HIDDEN;
}

export type RoundParts = {
  contest: ContestRow;
  viewer: Viewer;
  mayEdit: boolean;
  own: OwnRound | undefined;
  rank: number | null;
  now: Date;
};

export function presentRound(round: RoundRow, parts: RoundParts): RoundView {
  const { blueprint, ...settings } = round.settings;
  const { contest, mayEdit, now } = parts;
  const questionCount = blueprint.reduce((sum, cell) => sum + cell.count, 0);
  const standings = standingsShown(round, now);
  return {
    ...settings,
    id: round.id,
    contestId: contest.id,
    ordinal: round.ordinal,
    phase: phaseOf({ ...round, contestState: contest.state }, now),
    questionCount,
    maxScore: questionCount * settings.pointsPerQuestion,
    // Whoever runs the contest follows its standings from the first result on.
    standingsVisibleNow: standings.now || (mayEdit && round.frozenAt !== null),
    standingsVisibleAt: standings.at?.toISOString() ?? null,
    own: round.frozenAt ? presentOwn(round, parts) : null,
  };
}

function presentOwn(round: RoundRow, { viewer, own, rank, now }: RoundParts): OwnRoundView {
  const { attemptsAllowed, eligibility } = round.settings;
  const attemptsUsed = own?.attemptsUsed ?? 0;
  const counted = own?.counted ?? null;
  const visible = counted !== null && scoreShown(round, counted.submittedAt, now).now;
  return {
    eligible: isEligible(eligibility, viewer.unitPath),
    runningAttemptId: own?.runningAttemptId ?? null,
    runningDeadlineAt: own?.runningDeadlineAt?.toISOString() ?? null,
    closesAt: ownCloseOf(round, own),
    attemptsUsed,
    attemptsLeft: attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - attemptsUsed),
    countedAttemptId: countedShown(round, own, visible),
    score: visible ? counted.points : null,
    rank,
  };
}

function ownCloseOf({ closesAt }: RoundRow, own: OwnRound | undefined): string | null {
  return closesAt && ownClose(closesAt, own?.extraMinutes ?? 0).toISOString();
}

/** Which attempt counts, or the last one while that would tell which was the better. */
function countedShown(round: RoundRow, own: OwnRound | undefined, isScoreShown: boolean): string | null {
  if (!own?.counted) return null;
  return isScoreShown || tellsNothing(round.settings) ? own.counted.attemptId : own.lastAttemptId;
}

export type DraftParts = {
  rounds: readonly RoundRow[];
  counts: readonly RoundCounts[];
  problems: PublishProblem[];
  corrections: Corrected[];
  now: Date;
};

export function presentDraft(
  contest: ContestRow,
  { rounds, counts, problems, corrections, now }: DraftParts,
): ContestDraftView {
  const { id, title, summary, rules, contact, state, revision } = contest;
  return {
    id,
    title,
    summary,
    rules,
    contact,
    state,
    revision,
    publishedAt: contest.publishedAt?.toISOString() ?? null,
    archivedAt: contest.archivedAt?.toISOString() ?? null,
    corrected: corrections,
    cancellation: presentCancellation(contest),
    can: contestCanBe(contest, rounds, now),
    rounds: rounds.map((round) =>
      presentDraftRound(round, { contest, counts: counts.find(({ roundId }) => roundId === round.id), now }),
    ),
    problems,
    serverNow: now.toISOString(),
  };
}

function presentDraftRound(
  round: RoundRow,
  { contest, counts, now }: { contest: ContestRow; counts: RoundCounts | undefined; now: Date },
): RoundDraftView {
  return {
    ...round.settings,
    id: round.id,
    contestId: contest.id,
    ordinal: round.ordinal,
    revision: round.revision,
    phase: phaseOf({ ...round, contestState: contest.state }, now),
    frozenAt: round.frozenAt?.toISOString() ?? null,
    entrantCount: counts?.entrantCount ?? 0,
    runningCount: counts?.runningCount ?? 0,
    submittedCount: counts?.submittedCount ?? 0,
    can: roundCanBe({ ...round, contestState: contest.state }, round.settings.answersVisible, now),
  };
}
