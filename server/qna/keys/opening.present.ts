import type { Opening } from '../../../shared/qna/opening.schema.js';
import { isTurnOf } from './keys.policy.js';
import type { OpeningRow } from '../inquiry/opening.queries.js';

/** An opening for the holder of one of the keys, with the box that is theirs to open now. */
export function presentOpening(row: OpeningRow, place: 0 | 1): Opening {
  const [outer, inner] = row.holders.map(({ memberId, name }) => ({ memberId, name }));
  if (!outer || !inner) throw new Error('a session has two keys or none');
  return {
    id: row.id,
    sessionId: row.sessionId,
    sessionTitle: row.sessionTitle,
    inquiryId: row.inquiryId,
    text: row.text,
    reason: row.reason,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    stage: row.stage,
    holders: [outer, inner],
    box: boxFor(row, place),
  };
}

function boxFor(row: OpeningRow, place: 0 | 1): string | null {
  if (row.stage === 'opened') return row.results[place];
  if (!isTurnOf(place, row.stage)) return null;
  return place === 0 ? row.sealed : row.innerBox;
}
