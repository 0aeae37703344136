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

export const noStir = (): Stir => ({
  session: false,
  touched: new Set(),
  voted: new Set(),
  seen: new Map(),
  there: { touched: new Set(), counted: new Set() },
});

/** Puts back what could not be told. Views are not worth counting twice. */
export function putBack(stir: Stir, { touched, voted, there }: Stir): void {
  stir.session = true;
  addAll(stir.touched, touched);
  addAll(stir.voted, voted);
  addThere(stir, { session: false, ...there });
}

/** What another node says it changed. */
export function addThere(
  stir: Stir,
  { session, touched, counted }: { session: boolean; touched: Iterable<string>; counted: Iterable<string> },
): void {
  stir.session ||= session;
  addAll(stir.there.touched, touched);
  addAll(stir.there.counted, counted);
}

function addAll(set: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) set.add(id);
}
