import { holderOf, type Viewer } from '../../../shared/kernel/viewer.js';

/** Who sees whoever can hold a key: those who make sessions choose two of them. */
export const seesKeyHolders = holderOf('moderator', 'organiser', 'admin');

export type Stage = 'outer' | 'inner' | 'opened';
type Holders = readonly [{ memberId: string }, { memberId: string }];

/** Which of the session's two keys somebody holds: 0 the outer box's, 1 the inner one's; null for neither. */
export function placeOf(viewer: Pick<Viewer, 'memberId'>, [outer, inner]: Holders): 0 | 1 | null {
  if (outer.memberId === inner.memberId) return null;
  if (viewer.memberId === outer.memberId) return 0;
  return viewer.memberId === inner.memberId ? 1 : null;
}

/** Whose turn it is: one after the other, and nobody's once it is open. */
export function isTurnOf(place: 0 | 1, stage: Stage): boolean {
  return stage === (place === 0 ? 'outer' : 'inner');
}
