import { createContext, useContext } from 'react';
import type {
  ContestDraftView,
  PublishProblem,
  RoundDraftView,
  RoundSettings,
} from '../../../../shared/contest/contest.schema.js';
import type { FieldProblems, ContestTexts } from './draft-problems.rules.js';
import type { Step } from './steps.rules.js';

/** Everything a step of the builder needs: the server's view, what is being written, and how to change it. */
export type Builder = {
  view: ContestDraftView;
  /** Null once the contest is published or cancelled: its fields are locked. */
  locked: 'published' | 'cancelled' | null;
  texts: ContestTexts;
  textProblems: FieldProblems;
  changeTexts: (part: Partial<ContestTexts>) => void;
  round: RoundDraftView;
  settings: RoundSettings;
  roundProblems: FieldProblems;
  change: (part: Partial<RoundSettings>) => void;
  settingsOfRound: (roundId: string) => RoundSettings | null;
  changeRound: (roundId: string, part: Partial<RoundSettings>) => void;
  /** What publishing finds and no field says otherwise by now. */
  problems: PublishProblem[];
  /** Of a step, for the contest or the round in view. */
  problemsOf: (step: Step) => PublishProblem[];
  /** How much is wrong and how much lacks in a step, in all rounds. */
  markOf: (step: Step) => { wrong: number; lacks: number };
  /** Saves everything now; false when something could not be. */
  flush: () => Promise<boolean>;
  take: (view: ContestDraftView) => void;
  addressOf: (step: Step, roundId?: string) => string;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('a step of the builder stands outside of it');
  return builder;
}
