import { useMemo, useState } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { Columns } from './columns.rules.js';
import { noPicks, pickedNow, pickRange, pickToggle, type PickColumn, type PickedNow } from './picks.rules.js';

export type Picks = PickedNow & {
  column: PickColumn | null;
  /** Chooses a question or lets it go; with `through`, all from the one chosen before up to it. */
  toggle: (inquiry: DeskInquiry, through?: boolean) => void;
  clear: () => void;
};

/** Questions of one column chosen to be handled together. */
export function usePicks(all: Columns, listed: Columns): Picks {
  const [picks, setPicks] = useState(noPicks);
  const now = useMemo(() => pickedNow(picks, all), [picks, all]);
  return {
    ...now,
    column: picks.column,
    toggle: (inquiry, through = false) =>
      setPicks((before) => (through ? pickRange(before, inquiry, listed) : pickToggle(before, inquiry))),
    clear: () => setPicks(noPicks),
  };
}
