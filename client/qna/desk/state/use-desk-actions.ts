import { useRef } from 'react';
import type { DeskMove, DeskMoveKind, MoveId } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { showNote } from '../../../ui/feedback/toast-queue.js';
import { columnOf, focusAfter, type Column, type Columns, type Row } from '../hand/columns.rules.js';
import type { DeskDialog } from './desk-dialog.js';
import { moveInto } from './desk-may.rules.js';
import { cardBeside, pinnedIn } from '../hand/held-column.rules.js';
import type { BulkWords, Making } from './use-make-all.js';
import type { DeskFocus } from '../hand/use-desk-focus.js';
import type { DeskMoves } from './use-desk-moves.js';
import { useProjecting } from './use-projecting.js';

/** Moves that need nothing but a key. */
export type PlainMove = 'approve' | 'answer_now' | 'answered' | 'return' | 'split';

type Ground = {
  session: QnaSessionView;
  rows: Record<Column, Row[]>;
  shown: Columns;
  current: () => DeskInquiry | null;
  focus: DeskFocus;
  moves: DeskMoves;
  setDialog: (dialog: DeskDialog | null) => void;
  offlineSince: number | null;
};

export type DeskActions = ReturnType<typeof useDeskActions>;

/** What can be done at the desk, by key, button or drag alike; nothing is while the board may be old. */
export function useDeskActions(ground: Ground) {
  const { session, rows, shown, current, focus, moves, setDialog } = ground;
  const online = useOnline(ground.offlineSince);
  const project = useProjecting(session.id, moves);
  /** Where the focus goes when these leave their column. Ask before they leave. */
  const placeAfter = (inquiry: DeskInquiry, leaving: InquiryId[] = [inquiry.id]) => {
    const column = columnOf(inquiry.state);
    return { column, id: focusAfter(shown[column], leaving) };
  };
  const make = online((kind: PlainMove, inquiry: DeskInquiry) => {
    const after = placeAfter(inquiry);
    moves.makeNow(plainMove(kind, inquiry), inquiry);
    focus.go(after.column, after.id);
  });
  const { open: openAny, close } = useOpening(setDialog, () => {
    const card = current();
    if (card) focus.go(columnOf(card.state), card.id);
  });
  const openOnline = online(openAny);
  const open = (dialog: DeskDialog) => (READING.includes(dialog.kind) ? openAny : openOnline)(dialog);
  return {
    make,
    open,
    close,
    project: online(project),
    placeAfter,
    /** The move is made: the focus goes on to another question. */
    leaveTo: (place: { column: Column; id: InquiryId | null }) => {
      setDialog(null);
      focus.go(place.column, place.id);
    },
    /** Says what comes next, or takes it back. */
    setNext: online((inquiry: DeskInquiry) =>
      moves.makeNow({ kind: 'next', ...at(inquiry), on: session.live.nextId !== inquiry.id }, inquiry),
    ),
    sendAll: (makings: readonly Making[], words: BulkWords) =>
      sendAll({ makings, words }, { ...ground, placeAfter }),
    /** For dialogs: throws what went wrong, so that nothing typed is lost. */
    send: moves.make,
    save: moves.save,
    undo: (moveId: MoveId) => moves.undo([moveId]),
    undoLast: online(moves.undoLast),
    online,
    /** To the question below or above in the column. */
    step: (by: 1 | -1) => {
      const { column, active } = focus.read();
      const id = cardBeside(rows[column], active[column], by);
      if (id !== null) focus.go(column, id);
    },
    jump: (column: Column) => {
      const id = focus.read().active[column];
      const isDrawn = shown[column].some((inquiry) => inquiry.id === id);
      focus.go(column, (isDrawn ? id : pinnedIn(rows[column], undefined)) ?? null);
    },
    drop: online((inquiry: DeskInquiry, column: Column) => {
      const role = session.can.desk;
      const kind = role && moveInto(column, inquiry, role);
      if (kind) byDrag(kind, inquiry, { make, open });
    }),
  };
}

type Bulk = { makings: readonly Making[]; words: BulkWords };
type BulkGround = Pick<Ground, 'current' | 'focus' | 'moves'> & {
  placeAfter: (inquiry: DeskInquiry, leaving: InquiryId[]) => { column: Column; id: InquiryId | null };
};

/** Several at once; when the card at hand is among them the focus goes on to another question. */
async function sendAll({ makings, words }: Bulk, { current, focus, moves, placeAfter }: BulkGround) {
  const leaving = makings.flatMap(({ seen, guess }) => (seen && guess ? [seen.id] : []));
  const card = current();
  const after = card && leaving.includes(card.id) ? placeAfter(card, leaving) : null;
  const sending = moves.makeAll(makings, words);
  if (after) focus.go(after.column, after.id);
  await sending;
}

/** Dialogs that change nothing. */
const READING: readonly DeskDialog['kind'][] = ['history', 'family'];

/** Does nothing, and says so, while what is drawn may not be so any more. */
function useOnline(offlineSince: number | null) {
  const t = useT('qna/desk');
  const { time } = useFormat();
  return <Args extends unknown[]>(run: (...args: Args) => void) =>
    (...args: Args): void => {
      if (offlineSince === null) run(...args);
      else showNote(t('offline.refused'), t('offline.since', { time: time(offlineSince) }));
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
