/**
 * What changed in a session since its last tick. `session`: in the session itself; `there`: at another node, which counts
 * what it changed by itself.
 */
export type Stir = {
  session: boolean;
  /** What the room and the desk know of it holds no more: they are to ask for all of it again. */
  anew: boolean;
  touched: Set<string>;
  voted: Set<string>;
  /** How often a question was on somebody's screen. */
  seen: Map<string, number>;
  there: { touched: Set<string>; counted: Set<string> };
};

export const noStir = (): Stir => ({
  session: false,
  anew: false,
  touched: new Set(),
  voted: new Set(),
  seen: new Map(),
  there: { touched: new Set(), counted: new Set() },
});

/** Puts back what could not be told. Views are not worth counting twice. */
export function putBack(stir: Stir, { anew, touched, voted, there }: Stir): void {
  stir.session = true;
  stir.anew ||= anew;
  addAll(stir.touched, touched);
  addAll(stir.voted, voted);
  addThere(stir, { session: false, anew: false, ...there });
}

/** What another node says it changed. */
export function addThere(
  stir: Stir,
  {
    session,
    anew,
    touched,
    counted,
  }: { session: boolean; anew: boolean; touched: Iterable<string>; counted: Iterable<string> },
): void {
  stir.session ||= session;
  stir.anew ||= anew;
  addAll(stir.there.touched, touched);
  addAll(stir.there.counted, counted);
}

function addAll(set: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) set.add(id);
}
