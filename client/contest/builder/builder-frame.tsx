import { IconEye } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ContestDraftView, RoundDraftView } from '../../../shared/contest/contest.schema.js';
import { useT, type Translate } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Stepper } from '../../ui/layout/stepper.js';
import { BuilderContext, type Builder } from './draft/builder-context.js';
import classes from './builder-frame.module.css';
import { contestFieldProblems, roundFieldProblems } from './draft/draft-problems.rules.js';
import { DraftState } from './draft/draft-state.js';
import { settingsOf, type DraftSnapshot, type DraftStore } from './draft/draft-store.js';
import { InformationStep } from './steps/information-step.js';
import { LockNotice } from './steps/lock-notice.js';
import { PaperStep } from './steps/paper-step.js';
import { PublishStep } from './steps/publish-step.js';
import { RunStep } from './steps/run-step.js';
import { StandingsStep } from './steps/standings-step.js';
import { TimeStep } from './steps/time-step.js';
import { PhaseChip } from './phase-chip.js';
import { PreviewSheet } from './paper/preview-sheet.js';
import { RoundTabs } from './steps/round-tabs.js';
import { SaveTrouble } from './draft/save-trouble.js';
import { StepFooter } from './steps/step-footer.js';
import { standingProblems, stepMark, type Written } from './draft/findings.rules.js';
import { DRAFT_STEPS, OPEN_STEPS, problemsIn, type Step } from './draft/steps.rules.js';
import { useDraftStore } from './draft/use-draft-store.js';

type BuilderFrameProps = { view: ContestDraftView; step: Step };

/** The builder around its steps: where one is, what is saved, and the way to a trial paper. */
export function BuilderFrame({ view, step }: BuilderFrameProps) {
  const t = useT('contest/builder');
  const { store, snapshot } = useDraftStore(view);
  const [search] = useSearchParams();
  const [trying, setTrying] = useState(false);
  const round = view.rounds.find((one) => one.id === search.get('round')) ?? view.rounds[0];
  if (!round) return null;
  const builder = builderOf({ view, store, snapshot, round });
  const { locked } = builder;
  return (
    <BuilderContext value={builder}>
      <div className={classes.page}>
        <PageHeader
          {...headingOf(builder, step, t)}
          badge={locked && <PhaseChip phase={locked === 'cancelled' ? 'cancelled' : round.phase} />}
          actions={
            <>
              {!locked && <DraftState status={snapshot.status} onRetry={() => void store.flush()} />}
              <Button icon={<IconEye />} onClick={() => setTrying(true)}>
                {t('try.open')}
              </Button>
            </>
          }
        />
        <Steps step={step} builder={builder} />
        <SaveTrouble snapshot={snapshot} onSettle={(whose) => store.settle(view.id, whose)} />
        {step !== 'information' && step !== 'publish' && <RoundTabs step={step} />}
        {locked && (step !== 'run' || locked === 'cancelled') && <LockNotice />}
        <div className={classes.content}>
          <StepContent step={step} />
        </div>
        <StepFooter step={step} />
      </div>
      <PreviewSheet key={round.id} open={trying} onClose={() => setTrying(false)} />
    </BuilderContext>
  );
}

/** Steps of the contest as a whole stand under its name, those of a round under the round's. */
function headingOf({ texts, settings, addressOf }: Builder, step: Step, t: Translate) {
  const contest = texts.title.trim() || t('untitled');
  const list = { to: '/organise/contests', label: t('list.title') };
  if (step === 'information' || step === 'publish' || step === 'run')
    return { title: contest, crumbs: [list] };
  const title = settings.title.trim() || t('untitledRound');
  return { title, crumbs: [list, { to: addressOf('information'), label: contest }] };
}

type Parts = {
  view: ContestDraftView;
  store: DraftStore;
  snapshot: DraftSnapshot;
  round: RoundDraftView;
};

function builderOf({ view, store, snapshot, round }: Parts): Builder {
  const locked = view.state === 'draft' ? null : view.state;
  const settingsOfRound = (roundId: string) => {
    const known = view.rounds.find((candidate) => candidate.id === roundId);
    // A published round's window moves on the server only.
    if (known && locked) return settingsOf(known);
    return snapshot.rounds.get(roundId)?.value ?? (known ? settingsOf(known) : null);
  };
  const settings = settingsOfRound(round.id) ?? settingsOf(round);
  const texts = snapshot.texts.value;
  const written: Written = {
    texts,
    rounds: new Map(
      view.rounds.map(({ id, ...rest }) => [id, settingsOfRound(id) ?? settingsOf({ id, ...rest })]),
    ),
  };
  const problems = standingProblems(view.problems, written);
  return {
    view,
    locked,
    texts,
    textProblems: contestFieldProblems(texts),
    changeTexts: (part) => store.changeTexts(part),
    round,
    settings,
    roundProblems: roundFieldProblems(settings),
    change: (part) => store.changeRound(round.id, part),
    settingsOfRound,
    changeRound: (roundId, part) => store.changeRound(roundId, part),
    problems,
    problemsOf: (of) => problemsIn(problems, of, round.id),
    markOf: (of) => stepMark(of, problems, written),
    flush: () => store.flush(),
    take: (next) => store.meet(next),
    addressOf: (to, roundId = round.id) =>
      `/organise/contests/${view.id}/${to}${view.rounds.length > 1 ? `?round=${roundId}` : ''}`,
  };
}

function Steps({ step, builder }: { step: Step; builder: Builder }) {
  const t = useT('contest/builder');
  const navigate = useNavigate();
  const { locked, markOf, addressOf } = builder;
  const steps = (locked ? OPEN_STEPS : DRAFT_STEPS).map((key) => {
    const { wrong, lacks } = markOf(key);
    const isOpen = locked !== null || key === 'publish' || lacks > 0;
    const rest = wrong > 0 ? 'problem' : isOpen ? 'todo' : 'done';
    const state = key === step ? 'current' : rest;
    const lack = lacks > 0 ? t('step.toFill', { count: lacks }) : undefined;
    const note = wrong > 0 ? t('step.toFix', { count: wrong }) : lack;
    return { key, label: t(`step.${key}`), state, note } as const;
  });
  const choose = (key: string) => {
    const to = steps.find((one) => one.key === key);
    if (to) void navigate(addressOf(to.key));
  };
  return (
    <div className={classes.steps}>
      <Stepper label={t('step.label')} steps={steps} onChoose={choose} />
    </div>
  );
}

const contents: Record<Step, () => ReactNode> = {
  information: InformationStep,
  paper: PaperStep,
  time: TimeStep,
  standings: StandingsStep,
  publish: PublishStep,
  run: RunStep,
};

function StepContent({ step }: { step: Step }) {
  const Content = contents[step];
  return <Content />;
}
