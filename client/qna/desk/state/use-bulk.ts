import { useState } from 'react';
import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from './desk-context.js';
import { at } from './use-desk-actions.js';
import type { BulkCounts } from './use-make-all.js';

export type BulkKind = 'approve' | 'decline' | 'label';
type Place = ReturnType<typeof at>;
export type BulkMove = (place: Place, inquiry: DeskInquiry) => DeskMove;

/** Makes one move with everything that is chosen and nobody has taken; says how many of either there were. */
export function useBulk(kind: BulkKind) {
  const t = useT('qna/desk');
  const { picks, actions } = useDesk();
  const [busy, setBusy] = useState(false);
  const { open, taken } = picks;
  const words = (counts: BulkCounts) => bulkText(t, kind, { ...counts, taken: counts.taken + taken });
  const run = async (move: BulkMove) => {
    setBusy(true);
    const makings = open.map((inquiry) => ({
      move: move(at(inquiry), inquiry),
      seen: inquiry,
      guess: kind !== 'label',
    }));
    picks.clear();
    await actions.sendAll(makings, words);
    setBusy(false);
  };
  return { open, busy, run };
}

function bulkText(t: ReturnType<typeof useT>, kind: BulkKind, { done, taken }: BulkCounts): string {
  if (done === 0) return t('bulk.allTaken', { count: taken });
  const what = t(`bulk.done.${kind}`, { count: done });
  return taken === 0 ? what : t('bulk.both', { what, taken: t('bulk.taken', { count: taken }) });
}
