import type { ChangePreview } from '../../../shared/question-bank/question-change.schema.js';
import type { readPlan } from './change.queries.js';

type Plan = Awaited<ReturnType<typeof readPlan>>;

export function presentPlan(plan: Plan): ChangePreview {
  return {
    total: plan.total,
    now: {
      levels: levelsOf(plan.levels),
      states: statesOf(plan.states),
      topics: plan.topics,
      tags: plan.tags,
      withoutSource: plan.without_source,
      inPapers: plan.in_papers,
    },
    will: {
      changed: plan.changed,
      level: plan.other_level,
      topic: plan.other_topic,
      source: plan.other_source,
      tags: plan.other_tags,
      state: plan.other_state,
      inPapers: plan.new_versions_in_papers,
    },
    refused: plan.refused,
    refusals: plan.refusals,
  };
}

type Counts = Record<string, number>;
const levelsOf = ({ recall = 0, understand = 0, apply = 0, analyse = 0 }: Counts) => ({
  recall,
  understand,
  apply,
  analyse,
});
const statesOf = ({ draft = 0, reviewed = 0, retired = 0 }: Counts) => ({ draft, reviewed, retired });
