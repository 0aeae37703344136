import type { PublishProblem } from '../../../../shared/contest/contest.schema.js';

/** The builder's steps in order; a published contest has `run` in place of `publish`, and first. */
export const DRAFT_STEPS = ['information', 'paper', 'time', 'standings', 'publish'] as const;
export const OPEN_STEPS = ['run', 'information', 'paper', 'time', 'standings'] as const;
export type Step = (typeof DRAFT_STEPS)[number] | 'run';

/** The step named in an address, or the first one. */
export function stepOf(name: string | undefined, isDraft: boolean): Step {
  const steps: readonly Step[] = isDraft ? DRAFT_STEPS : OPEN_STEPS;
  return steps.find((step) => step === name) ?? (isDraft ? 'information' : 'run');
}

/** The problems of a step: those of the contest as a whole and those of one round. */
export function problemsIn(
  problems: readonly PublishProblem[],
  step: Step,
  roundId: string | null,
): PublishProblem[] {
  return problems.filter(
    (problem) => problem.step === step && (problem.roundId === null || problem.roundId === roundId),
  );
}

export const isBlocking = (problem: PublishProblem): boolean => problem.severity === 'blocks';
