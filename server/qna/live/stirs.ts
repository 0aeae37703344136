/**
 * What changed in a session since its last tick. `session`: in the session itself; `there`: at another node, which counts
 * what it changed by itself.
 */
export type Stir = {
  session: boolean;
  touched: Set<string>;
  voted: Set<string>;
  /** How often a question was on somebody's screen. */
  seen: Map<string, number>;
  there: { touched: Set<string>; counted: Set<string> };
};

/** What waits for the next tick, by session. */
export class Stirs {
  private readonly waiting = new Map<string, Stir>();

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  of(sessionId: string): Stir {
    const known = this.waiting.get(sessionId);
    if (known) return known;
    const stir: Stir = {
      session: false,
      touched: new Set(),
      voted: new Set(),
      seen: new Map(),
      there: { touched: new Set(), counted: new Set() },
    };
    this.waiting.set(sessionId, stir);
    return stir;
  }

  /** Takes out what is due. */
  take(isDue: (sessionId: string) => boolean): [sessionId: string, stir: Stir][] {
    const due = [...this.waiting].filter(([sessionId]) => isDue(sessionId));
    for (const [sessionId] of due) this.waiting.delete(sessionId);
    return due;
  }

  /** Puts back what could not be told. Views are not worth counting twice. */
  putBack(sessionId: string, { touched, voted, there }: Stir): void {
    const stir = this.of(sessionId);
    stir.session = true;
    addAll(stir.touched, touched);
    addAll(stir.voted, voted);
    this.addThere(sessionId, { session: false, ...there });
  }

  /** What another node says it changed. */
  addThere(
    sessionId: string,
    { session, touched, counted }: { session: boolean; touched: Iterable<string>; counted: Iterable<string> },
  ): void {
    const stir = this.of(sessionId);
    stir.session ||= session;
    addAll(stir.there.touched, touched);
    addAll(stir.there.counted, counted);
  }
}

function addAll(set: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) set.add(id);
}
