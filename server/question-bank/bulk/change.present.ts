import type { ChangePreview } from '../../../shared/question-bank/question-change.schema.js';
import type { readPlan } from './change.queries.js';

type Plan = NonNullable<Awaited<ReturnType<typeof readPlan>>>;

export function presentPlan(plan: Plan | null): ChangePreview {
  return {
    total: plan?.total ?? 0,
    now: {
      levels: levelsOf(plan?.levels),
      states: statesOf(plan?.states),
      topics: plan?.topics ?? [],
      tags: plan?.tags ?? [],
      withoutSource: plan?.without_source ?? 0,
      inPapers: plan?.in_papers ?? 0,
    },
    will: {
      changed: plan?.changed ?? 0,
      level: plan?.other_level ?? 0,
      topic: plan?.other_topic ?? 0,
      source: plan?.other_source ?? 0,
      tags: plan?.other_tags ?? 0,
      state: plan?.other_state ?? 0,
      inPapers: plan?.new_versions_in_papers ?? 0,
    },
    refused: plan?.refused ?? 0,
    refusals: plan?.refusals ?? [],
  };
}

type Counts = Record<string, number> | null | undefined;
const levelsOf = (counts: Counts) => ({
  recall: counts?.['recall'] ?? 0,
  understand: counts?.['understand'] ?? 0,
  apply: counts?.['apply'] ?? 0,
  analyse: counts?.['analyse'] ?? 0,
});
const statesOf = (counts: Counts) => ({
  draft: counts?.['draft'] ?? 0,
  reviewed: counts?.['reviewed'] ?? 0,
  retired: counts?.['retired'] ?? 0,
});
