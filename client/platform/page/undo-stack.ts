/** How many of one's own presses can be taken back one after the other. */
const REMEMBERED = 50;

export type UndoState = {
  /** Something is being done or taken back just now. */
  isBusy: boolean;
  /** There is a press to take back. */
  canUndo: boolean;
};

/** What became of taking steps back, in the order in which they were made. */
export type Undone<Step, Answer> = {
  answers: Answer[];
  failed: { step: Step; error: unknown }[];
};

type Ways<Step, Answer> = {
  takeBack: (step: Step) => Promise<Answer>;
  /** Whether a step that could not be taken back may be the next time. One that never will must not stand in the way. */
  mayYet: (error: unknown) => boolean;
};

/**
 * The last presses of this device, each with the steps it made: one press more takes them back. Steps are the server's
 * names of what was done, so each is one value. It lasts as long as the page.
 */
export class UndoStack<Step> {
  private presses: readonly (readonly Step[])[] = [];
  private state: UndoState = { isBusy: false, canUndo: false };
  private turn: Promise<unknown> = Promise.resolve();
  private readonly underWay = new Set<Promise<unknown>>();
  /** Taken back, or being taken back: never tried twice at the same time. */
  private readonly gone = new Set<Step>();
  private readonly listeners = new Set<() => void>();

  readonly read = (): UndoState => this.state;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Does what was pressed; the steps it comes to are taken back together. */
  async press<Done>(act: () => Promise<Done>, stepsOf: (done: Done) => readonly Step[]): Promise<Done> {
    return await this.follow(async () => {
      const done = await act();
      const steps = stepsOf(done);
      if (steps.length > 0) this.presses = [...this.presses.slice(1 - REMEMBERED), steps];
      return done;
    });
  }

  /** One after the other, where each goes by what the one before it left. */
  inTurn(act: () => Promise<void>): void {
    this.turn = this.turn.then(act);
  }

  /** What the last press made that is not taken back, once all that is under way is through. */
  async last(): Promise<readonly Step[] | undefined> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    return this.presses.at(-1);
  }

  /** Takes steps back, the last one first. What may yet be taken back keeps those before it from being tried. */
  async undo<Answer>(
    steps: readonly Step[],
    { takeBack, mayYet }: Ways<Step, Answer>,
  ): Promise<Undone<Step, Answer>> {
    const left = steps.filter((step) => !this.gone.has(step));
    for (const step of left) this.gone.add(step);
    const undone: Undone<Step, Answer> = { answers: [], failed: [] };
    return await this.follow(async () => {
      let stop: Failed | null = null;
      for (const step of left.toReversed()) {
        const tried: Tried<Answer> = stop ?? (await attempt(() => takeBack(step)));
        if ('answer' in tried) undone.answers.unshift(tried.answer);
        else undone.failed.unshift({ step, error: tried.error });
        if ('answer' in tried || !mayYet(tried.error)) this.forget(step);
        else {
          stop = tried;
          this.gone.delete(step);
        }
      }
      return undone;
    });
  }

  private forget(step: Step): void {
    this.presses = this.presses
      .map((press) => press.filter((other) => other !== step))
      .filter((press) => press.length > 0);
  }

  private async follow<Done>(run: () => Promise<Done>): Promise<Done> {
    const running = run();
    this.underWay.add(running);
    this.tell();
    try {
      return await running;
    } finally {
      this.underWay.delete(running);
      this.tell();
    }
  }

  private tell(): void {
    this.state = { isBusy: this.underWay.size > 0, canUndo: this.presses.length > 0 };
    for (const listener of [...this.listeners]) listener();
  }
}

type Failed = { error: unknown };
type Tried<Answer> = { answer: Answer } | Failed;

async function attempt<Answer>(act: () => Promise<Answer>): Promise<Tried<Answer>> {
  try {
    return { answer: await act() };
  } catch (error) {
    return { error };
  }
}
