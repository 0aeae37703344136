/** What nodes are told of a session: ids, so that each reads rows and tells its own sockets. */
export type SessionSignal = {
  sessionId: string;
  /** The session itself changed: a switch, the projection, a lock. */
  session: boolean;
  /** All that is known of it holds no more. */
  anew: boolean;
  /** Questions that are other than they were. */
  touched: readonly string[];
  /** Questions whose supporters were counted anew. */
  counted: readonly string[];
};

/** So many ids of 36 letters fit into a word between nodes, with all that is around them. */
export const IDS_IN_SIGNAL = 150;

/** The signals that say it all, each short enough to be sent; none where nothing changed. */
export function signalsOf({ sessionId, session, anew, touched, counted }: SessionSignal): SessionSignal[] {
  const named = [
    ...touched.map((id) => ({ id, kind: 'touched' as const })),
    ...counted.map((id) => ({ id, kind: 'counted' as const })),
  ];
  if (named.length === 0)
    return session || anew ? [{ sessionId, session, anew, touched: [], counted: [] }] : [];
  const parts = Math.ceil(named.length / IDS_IN_SIGNAL);
  return Array.from({ length: parts }, (_, part) => {
    const some = named.slice(part * IDS_IN_SIGNAL, (part + 1) * IDS_IN_SIGNAL);
    const idsOf = (wanted: 'touched' | 'counted') =>
      some.flatMap(({ id, kind }) => (kind === wanted ? id : []));
    return {
      sessionId,
      session: session && part === 0,
      // With the last of them: until then not all is forgotten.
      anew: anew && part === parts - 1,
      touched: idsOf('touched'),
      counted: idsOf('counted'),
    };
  });
}
