import type { KeyHolder } from '../../../shared/qna/opening.schema.js';
import type { KeyHolderRow } from './key-holder.queries.js';

export function presentKeyHolder(row: KeyHolderRow): KeyHolder {
  return { ...row, registeredAt: row.registeredAt?.toISOString() ?? null };
}
