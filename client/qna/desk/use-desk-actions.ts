import { useRef } from 'react';
import type { DeskMove, DeskMoveKind } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { atHand, columnOf, focusAfter, focusBeside, type Column, type Columns } from './columns.rules.js';
import type { DeskDialog } from './desk-dialog.js';
import { moveInto } from './desk-may.rules.js';
import type { DeskFocus } from './use-desk-focus.js';
import type { useDeskMoves } from './use-desk-moves.js';
import { useProjecting } from './use-projecting.js';

/** Moves that need nothing but a key. */
export type PlainMove = 'approve' | 'answer_now' | 'answered' | 'return' | 'split';

type Ground = {
  session: QnaSessionView;
  shown: Columns;
  current: () => DeskInquiry | null;
  focus: DeskFocus;
  moves: ReturnType<typeof useDeskMoves>;
  setDialog: (dialog: DeskDialog | null) => void;
};

export type DeskActions = ReturnType<typeof useDeskActions>;

/** What can be done at the desk, by key, button or drag alike. */
export function useDeskActions({ session, shown, current, focus, moves, setDialog }: Ground) {
  /** Where the focus goes when these leave their column. Ask before they leave. */
  const placeAfter = (inquiry: DeskInquiry, leaving: InquiryId[] = [inquiry.id]) => {
    const column = columnOf(inquiry.state);
    return { column, id: focusAfter(shown[column], leaving) };
  };
  const make = (kind: PlainMove, inquiry: DeskInquiry) => {
    const after = placeAfter(inquiry);
    moves.makeNow(plainMove(kind, inquiry), inquiry);
    focus.go(after.column, after.id);
  };
  const { open, close } = useOpening(setDialog, () => {
    const card = current();
    if (card) focus.go(columnOf(card.state), card.id);
  });
  return {
    make,
    open,
    close,
    project: useProjecting(session.id, moves),
    placeAfter,
    /** The move is made: the focus goes on to another question. */
    leaveTo: (place: { column: Column; id: InquiryId | null }) => {
      setDialog(null);
      focus.go(place.column, place.id);
    },
    /** Says what comes next, or takes it back. */
    setNext: (inquiry: DeskInquiry) =>
      moves.makeNow({ kind: 'next', ...at(inquiry), on: session.live.nextId !== inquiry.id }, inquiry),
    /** For dialogs: throws what went wrong, so that nothing typed is lost. */
    send: moves.make,
    save: moves.save,
    undo: moves.undo,
    undoLast: moves.undoLast,
    /** To the question below or above in the column. */
    step: (by: 1 | -1) => {
      const card = current();
      const column = card ? columnOf(card.state) : focus.read().column;
      focus.go(column, focusBeside(shown[column], card?.id ?? null, by));
    },
    jump: (column: Column) => {
      focus.go(column, atHand(shown[column], focus.read().active[column])?.id ?? null);
    },
    drop: (inquiry: DeskInquiry, column: Column) => {
      const role = session.can.desk;
      const kind = role && moveInto(column, inquiry, role);
      if (kind) byDrag(kind, inquiry, { make, open });
    },
  };
}

/** The focus goes back to what opened a dialog, or to the card at hand when that is gone. */
function useOpening(setDialog: (dialog: DeskDialog | null) => void, toCard: () => void) {
  const opener = useRef<Element | null>(null);
  return {
    open: (dialog: DeskDialog) => {
      opener.current = document.activeElement;
      setDialog(dialog);
    },
    close: () => {
      setDialog(null);
      requestAnimationFrame(() => {
        const { current: from } = opener;
        if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
        else toCard();
      });
    },
  };
}

type Doing = {
  make: (kind: PlainMove, inquiry: DeskInquiry) => void;
  open: (dialog: DeskDialog) => void;
};

/** Where a move needs words, dragging opens what asks for them. */
function byDrag(kind: DeskMoveKind, inquiry: DeskInquiry, { make, open }: Doing): void {
  if (kind === 'decline') open({ kind, inquiry });
  else if (kind === 'answer_in_writing') open({ kind: 'write', inquiry });
  else if (isPlain(kind)) make(kind, inquiry);
}

const isPlain = (kind: DeskMoveKind): kind is PlainMove =>
  kind === 'approve' || kind === 'answer_now' || kind === 'answered' || kind === 'return' || kind === 'split';

export const at = (inquiry: DeskInquiry) => ({ inquiryId: inquiry.id, rev: inquiry.rev });

function plainMove(kind: PlainMove, inquiry: DeskInquiry): DeskMove {
  return kind === 'answered' ? { kind, ...at(inquiry), text: '' } : { kind, ...at(inquiry) };
}
