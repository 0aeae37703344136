/** One broadcast to a room; `seq` rises by one with each. */
export type Broadcast<Data> = { room: string; seq: number; data: Data };

/**
 * Tells per room whether a broadcast follows on the last one. `next`: deliver it. `gap`: something was missed, fetch
 * the whole. `old`: seen already, drop it.
 */
export function createSeqWatch() {
  const last = new Map<string, number>();
  return {
    /** Where a room stands, as the answer to joining it said. */
    start(room: string, seq: number) {
      last.set(room, seq);
    },
    forget(room: string) {
      last.delete(room);
    },
    /** After a lost connection nobody knows what was missed: each room's next broadcast starts anew. */
    forgetAll() {
      last.clear();
    },
    look(room: string, seq: number): 'next' | 'gap' | 'old' {
      const before = last.get(room);
      if (before !== undefined && seq <= before) return 'old';
      last.set(room, seq);
      return before === undefined || seq === before + 1 ? 'next' : 'gap';
    },
  };
}
