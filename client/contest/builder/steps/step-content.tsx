import { InformationStep } from './information-step.js';
import { PaperStep } from './paper-step.js';
import { PublishStep } from './publish-step.js';
import { RunStep } from './run-step.js';
import { StandingsStep } from './standings-step.js';
import type { Step } from '../draft/steps.rules.js';
import { TimeStep } from './time-step.js';

const contents: Record<Step, () => React.ReactNode> = {
  information: InformationStep,
  paper: PaperStep,
  time: TimeStep,
  standings: StandingsStep,
  publish: PublishStep,
  run: RunStep,
};

export function StepContent({ step }: { step: Step }) {
  const Content = contents[step];
  return <Content />;
}
