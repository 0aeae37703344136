import { z } from 'zod';
import {
  eligibility,
  roundSettings,
  type ContestDraftView,
  type RoundDraftView,
  type RoundSettings,
} from '../../../../shared/contest/contest.schema.js';
import { unitId } from '../../../../shared/kernel/ids.js';
import { readDraft, writeContest, writeRound } from './builder.api.js';
import { DraftSaver, type SaverState, type SaveStatus } from '../../../platform/keep/draft-saver.js';
import {
  contestFieldProblems,
  isSound,
  roundFieldProblems,
  type ContestTexts,
} from './draft-problems.rules.js';
import { keptDraft } from '../../../platform/keep/kept-draft.js';

/** Shapes of kept writing are wider than what may be saved: a title being retyped is empty for a while. */
const keptTexts = z.object({
  title: z.string(),
  summary: z.string(),
  rules: z.string(),
  contact: z.string().default(''),
});
const keptSettings = roundSettings.extend({
  title: z.string(),
  eligibility: z.union([
    eligibility,
    z.object({ kind: z.literal('units'), unitIds: z.array(unitId).max(0) }),
  ]),
});

export type DraftSnapshot = {
  texts: SaverState<ContestTexts>;
  rounds: ReadonlyMap<string, SaverState<RoundSettings>>;
  /** Of all parts, the one to worry about most. */
  status: SaveStatus;
  error: unknown;
};

const worries: SaveStatus[] = ['saved', 'unsaved', 'saving', 'offline', 'held', 'failed', 'stale'];

/** All parts of a contest's draft as they are being written, each saving itself. */
export class DraftStore {
  private readonly texts: DraftSaver<ContestTexts>;
  private readonly rounds = new Map<string, DraftSaver<RoundSettings>>();
  private readonly listeners = new Set<() => void>();
  private snapshot: DraftSnapshot | null = null;

  constructor(
    view: ContestDraftView,
    private readonly onView: (view: ContestDraftView) => void,
  ) {
    const { id } = view;
    this.texts = new DraftSaver<ContestTexts>({
      value: textsOf(view),
      revision: view.revision,
      send: async (value, revision) => this.saved(await writeContest(id, { ...value, revision })).revision,
      isSound: (value) => isSound(contestFieldProblems(value)),
      keep: keptDraft(id, keptTexts),
      onChange: () => this.emit(),
    });
    for (const round of view.rounds) this.rounds.set(round.id, this.saverOf(round));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly read = (): DraftSnapshot => (this.snapshot ??= this.look());

  /** Takes in what the server has, new and removed rounds too. */
  meet(view: ContestDraftView): void {
    this.texts.meet(textsOf(view), view.revision);
    for (const round of view.rounds) {
      const saver = this.rounds.get(round.id);
      if (saver) saver.meet(settingsOf(round), round.revision);
      else this.rounds.set(round.id, this.saverOf(round));
    }
    for (const [id, saver] of this.rounds) {
      if (view.rounds.some((round) => round.id === id)) continue;
      saver.stop();
      this.rounds.delete(id);
    }
    this.emit();
  }

  changeTexts(part: Partial<ContestTexts>): void {
    this.texts.change({ ...this.texts.state().value, ...part });
  }

  changeRound(roundId: string, part: Partial<RoundSettings>): void {
    const saver = this.rounds.get(roundId);
    saver?.change({ ...saver.state().value, ...part });
  }

  /** Saves everything now; false when something could not be. */
  async flush(): Promise<boolean> {
    const done = await Promise.all(this.savers().map((saver) => saver.flush()));
    return done.every(Boolean);
  }

  isUnsaved(): boolean {
    return this.savers().some((saver) => saver.isUnsaved);
  }

  /** After somebody else saved: `theirs` gives up the writing here, `mine` puts it on top of theirs. */
  async settle(contestId: string, whose: 'mine' | 'theirs'): Promise<void> {
    const view = await readDraft(contestId);
    const settleOne = <Value>(saver: DraftSaver<Value>, value: Value, revision: number) => {
      if (saver.state().status !== 'stale') return;
      if (whose === 'theirs') saver.takeTheirs(value, revision);
      else void saver.keepMine(revision);
    };
    settleOne(this.texts, textsOf(view), view.revision);
    for (const round of view.rounds) {
      const saver = this.rounds.get(round.id);
      if (saver) settleOne(saver, settingsOf(round), round.revision);
    }
    this.onView(view);
  }

  private savers(): (DraftSaver<ContestTexts> | DraftSaver<RoundSettings>)[] {
    return [this.texts, ...this.rounds.values()];
  }

  private saverOf(round: RoundDraftView): DraftSaver<RoundSettings> {
    return new DraftSaver<RoundSettings>({
      value: settingsOf(round),
      revision: round.revision,
      send: async (value, revision) => {
        const view = this.saved(await writeRound(round.id, { ...value, revision }));
        return view.rounds.find((candidate) => candidate.id === round.id)?.revision ?? revision + 1;
      },
      isSound: (value) => isSound(roundFieldProblems(value)),
      keep: keptDraft(round.id, keptSettings),
      onChange: () => this.emit(),
    });
  }

  private saved(view: ContestDraftView): ContestDraftView {
    this.onView(view);
    return view;
  }

  private look(): DraftSnapshot {
    const states = this.savers().map((saver) => saver.state());
    const worst = states.reduce((one, other) =>
      worries.indexOf(other.status) > worries.indexOf(one.status) ? other : one,
    );
    return {
      texts: this.texts.state(),
      rounds: new Map([...this.rounds].map(([id, saver]) => [id, saver.state()])),
      status: worst.status,
      error: worst.error,
    };
  }

  private emit(): void {
    this.snapshot = null;
    for (const listener of [...this.listeners]) listener();
  }
}

const textsOf = ({ title, summary, rules, contact }: ContestDraftView): ContestTexts => ({
  title,
  summary,
  rules,
  contact,
});

/** Only what is written back: the rest of a round's view is the server's. */
export function settingsOf(round: RoundDraftView): RoundSettings {
  return {
    title: round.title,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    durationMinutes: round.durationMinutes,
    attemptsAllowed: round.attemptsAllowed,
    counting: round.counting,
    graceSeconds: round.graceSeconds,
    eligibility: round.eligibility,
    blueprint: round.blueprint,
    shuffleQuestions: round.shuffleQuestions,
    shuffleOptions: round.shuffleOptions,
    pointsPerQuestion: round.pointsPerQuestion,
    resultsVisible: round.resultsVisible,
    answersVisible: round.answersVisible,
    standingsVisible: round.standingsVisible,
  };
}
