import { useEffect, useState } from 'react';
import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { isFailure } from '../../../platform/api/api-failure.js';
import { useDesk } from '../state/desk-context.js';
import { useDeskFailure } from '../state/desk-failure.js';
import { at } from '../state/use-desk-actions.js';

type Place = ReturnType<typeof at>;

/**
 * A dialog that makes a move of one question: keeps others off it, stays open with what was typed when the move is
 * refused, and leads the focus on when it is made. `leaves`: the question goes to another column.
 */
export function useInquiryDialog(inquiry: DeskInquiry) {
  const { actions, find } = useDesk();
  const { run, ...state } = useDialogMove([inquiry.id]);
  const submit = (build: (place: Place) => DeskMove, leaves = false) => {
    // Once told that it was changed, one decides about what it is now.
    const seen = state.error === null ? inquiry : (find(inquiry.id) ?? inquiry);
    const next = actions.placeAfter(inquiry);
    return run(async () => {
      await actions.send({ move: build(at(seen)), seen });
      actions.leaveTo(leaves ? next : { ...next, id: inquiry.id });
    });
  };
  return { ...state, submit };
}

/** A dialog about questions that others are kept off. What goes wrong with what it `run`s stands in it. */
export function useDialogMove(ids: readonly InquiryId[]) {
  const { actions } = useDesk();
  const explain = useDeskFailure();
  const lockedBy = useDeskLock(ids);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (move: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await move();
    } catch (failure) {
      setError(explain(failure));
      setBusy(false);
    }
  };
  return { busy, error, lockedBy, run, close: actions.close };
}

/** What the frame shows of a dialog. */
export type DialogState = Omit<ReturnType<typeof useDialogMove>, 'run'>;

/** Half of what a lock lasts, so that one lost word does not end it. */
const RENEW_MS = 9_000;

/** Tells the others that one is at these questions while a dialog is open; answers who was there before. */
function useDeskLock(ids: readonly InquiryId[]): string | null {
  const { setLock } = useDesk();
  const [by, setBy] = useState<string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const locked = key.split(' ').flatMap((id) => ids.filter((known) => known === id));
    const take = () => {
      for (const id of locked) {
        setLock(id, true).then(
          () => setBy(null),
          (error: unknown) => {
            // Without a connection there is no lock either; the server judges the move by itself.
            if (isFailure(error, 'qna.locked')) setBy(String(error.params.by ?? ''));
          },
        );
      }
    };
    take();
    const timer = setInterval(take, RENEW_MS);
    return () => {
      clearInterval(timer);
      for (const id of locked) setLock(id, false).catch(() => undefined);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the ids are the key
  }, [key, setLock]);
  return by;
}
