import { useState } from 'react';
import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { at } from '../state/use-desk-actions.js';
import { useDeskLock } from './use-desk-lock.js';

type Place = ReturnType<typeof at>;

/**
 * A dialog that makes a move of one question: keeps others off it, stays open with what was typed when the move is
 * refused, and leads the focus on when it is made. `leaves`: the question goes to another column.
 */
export function useInquiryDialog(inquiry: DeskInquiry) {
  const { actions, find } = useDesk();
  const explain = useDeskFailure();
  const lockedBy = useDeskLock([inquiry.id]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (build: (place: Place) => DeskMove, leaves = false) => {
    // Once told that it was changed, one decides about what it is now.
    const seen = error === null ? inquiry : (find(inquiry.id) ?? inquiry);
    const next = actions.placeAfter(inquiry);
    setBusy(true);
    setError(null);
    try {
      await actions.send({ move: build(at(seen)), seen });
      actions.leaveTo(leaves ? next : { ...next, id: inquiry.id });
    } catch (failure) {
      setError(explain(failure));
      setBusy(false);
    }
  };
  return { busy, error, lockedBy, submit, close: actions.close };
}

export type InquiryDialogState = ReturnType<typeof useInquiryDialog>;
