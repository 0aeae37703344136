import {
  DECLINE_REASONS,
  type DeclineReason,
  type InquiryState,
} from '../../../shared/qna/inquiry.schema.js';
import { keptBack, type KeptBack, type LedgerStatistics } from '../../../shared/qna/ledger.schema.js';

/** What the statistics need to know of a question. */
export type LedgerFact = {
  state: InquiryState;
  answerHow: 'on_air' | 'in_writing' | null;
  declineReason: DeclineReason | null;
  votes: number;
  askedAt: Date;
  answeredAt: Date | null;
  answerSeconds: number | null;
};

type Outcome = keyof LedgerStatistics['outcomes'];

/** Every question counts in exactly one outcome, so the outcomes add up to what was asked. */
export function statisticsOf(facts: readonly LedgerFact[]): LedgerStatistics {
  const outcomes: Record<Outcome, number> = {
    onAir: 0,
    inWriting: 0,
    merged: 0,
    declined: 0,
    withdrawn: 0,
    open: 0,
  };
  for (const fact of facts) outcomes[outcomeOf(fact)] += 1;
  return {
    asked: facts.length,
    outcomes,
    declinedBy: declinedBy(facts),
    // What was merged counts where it went: nobody's support counts twice.
    votes: sum(facts.map(({ state, votes }) => (state === 'merged' ? 0 : votes))),
    medianSecondsToAnswer: median(facts.flatMap(secondsToAnswer)),
    meanAnswerSeconds: mean(facts.flatMap(({ answerSeconds }) => answerSeconds ?? [])),
  };
}

function outcomeOf({ state, answerHow }: LedgerFact): Outcome {
  if (state === 'merged' || state === 'declined' || state === 'withdrawn') return state;
  if (state !== 'answered') return 'open';
  return answerHow === 'in_writing' ? 'inWriting' : 'onAir';
}

function declinedBy(facts: readonly LedgerFact[]): LedgerStatistics['declinedBy'] {
  const counts: LedgerStatistics['declinedBy'] = {
    off_topic: 0,
    already_answered: 0,
    unclear: 0,
    personal: 0,
    impolite: 0,
    no_time: 0,
    other: 0,
  };
  for (const reason of DECLINE_REASONS)
    counts[reason] = facts.filter(
      (fact) => fact.state === 'declined' && fact.declineReason === reason,
    ).length;
  return counts;
}

/** The rounded time of an anonymous question may lie after its answer: then the answer came at once. */
function secondsToAnswer({ askedAt, answeredAt }: LedgerFact): number[] {
  return answeredAt ? [Math.max(0, (answeredAt.getTime() - askedAt.getTime()) / 1000)] : [];
}

/** Why nobody may read a question: it waits, was declined or withdrawn, or was merged into such; null when all may. */
export function keptBackBy(state: InquiryState, rootState: InquiryState): KeptBack | null {
  const decisive = state === 'merged' ? rootState : state;
  return keptBack.options.find((kept) => kept === decisive) ?? null;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
