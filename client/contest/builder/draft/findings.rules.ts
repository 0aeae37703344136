import type { PublishProblem, RoundSettings } from '../../../../shared/contest/contest.schema.js';
import {
  contestFieldProblems,
  roundFieldProblems,
  type ContestTexts,
  type FieldProblems,
} from './draft-problems.rules.js';
import type { Step } from './steps.rules.js';

/** What is being written: the server may not have it yet, and has not while a field of it cannot be saved. */
export type Written = { texts: ContestTexts; rounds: ReadonlyMap<string, RoundSettings> };

/** What only lacks is not wrong: a new draft lacks nearly everything. */
const LACKS = /_(missing|empty)$/;

const WINDOW = [
  'publish.window_missing',
  'publish.window_invalid',
  'publish.window_past',
  'publish.opens_at_once',
  'publish.duration_exceeds_window',
];

/** The server's findings that a field's own message takes the place of. */
const overtaken: Record<keyof FieldProblems, readonly string[]> = {
  title: ['publish.title_missing'],
  closesAt: WINDOW,
  unitIds: ['publish.eligibility_empty'],
};

const stepOfField: Record<keyof FieldProblems, Step> = {
  title: 'information',
  closesAt: 'time',
  unitIds: 'time',
};
const FIELDS = ['title', 'closesAt', 'unitIds'] as const;

export function weightOf({ code, severity }: PublishProblem): 'lacks' | 'wrong' | 'warns' {
  if (severity === 'warns') return 'warns';
  return LACKS.test(code) ? 'lacks' : 'wrong';
}

/** What publishing found, without what the fields say otherwise by now. */
export function standingProblems(problems: readonly PublishProblem[], written: Written): PublishProblem[] {
  return problems.filter(({ code, roundId }) => {
    const found = roundId === null ? contestFieldProblems(written.texts) : fieldsOf(written, roundId);
    return !FIELDS.some((field) => found[field] !== undefined && overtaken[field].includes(code));
  });
}

/** Of one step in all rounds: how much is wrong there, the fields that cannot be saved included, and how much lacks. */
export function stepMark(
  step: Step,
  problems: readonly PublishProblem[],
  written: Written,
): { wrong: number; lacks: number } {
  const own = problems.filter((problem) => problem.step === step).map(weightOf);
  const refused = [
    contestFieldProblems(written.texts),
    ...[...written.rounds.values()].map(roundFieldProblems),
  ];
  const unsaved = refused.flatMap((found) =>
    FIELDS.filter((field) => found[field] !== undefined && stepOfField[field] === step),
  );
  return {
    wrong: own.filter((weight) => weight === 'wrong').length + unsaved.length,
    lacks: own.filter((weight) => weight === 'lacks').length,
  };
}

function fieldsOf({ rounds }: Written, roundId: string): FieldProblems {
  const settings = rounds.get(roundId);
  return settings ? roundFieldProblems(settings) : {};
}
