/** How long after a list moved a press may still be meant for what was there before. */
export const REACTION_MS = 400;
/** Less than this is no other place. */
const NOTICED_PX = 4;

/** A row that is drawn: where it begins in the list, and how high it is. */
export type Placed = { key: string; start: number; size: number };

/** How far a row has moved within the list; 0 when it was or is not drawn. */
export function shiftOf(before: readonly Placed[], now: readonly Placed[], key: string): number {
  const was = before.find((row) => row.key === key);
  const is = now.find((row) => row.key === key);
  return was && is ? is.start - was.start : 0;
}

/** Whether a row that was drawn before lies elsewhere on the screen, now that the list was scrolled by so much. */
export function startsMoved(before: readonly Placed[], now: readonly Placed[], scrolled: number): boolean {
  const starts = new Map(before.map(({ key, start }) => [key, start]));
  return now.some(({ key, start }) => {
    const was = starts.get(key);
    return was !== undefined && Math.abs(start - was - scrolled) > NOTICED_PX;
  });
}

type Press = { now: number; movedAt: number; aimedAt: number; isTouch: boolean };

/** Whether a press was aimed at what lay there before the list moved. A finger shows no aim until it is down. */
export function aimedBefore({ now, movedAt, aimedAt, isTouch }: Press): boolean {
  if (now - movedAt >= REACTION_MS) return false;
  return isTouch || aimedAt < movedAt;
}
