import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { SimilarPairs } from '../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import type { DeskRole, InquiryId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useMoments } from '../../platform/moments.js';
import { showFailed } from '../../ui/toast-queue.js';
import { shownInquiries, type DeskBoard } from './board.rules.js';
import {
  atHand,
  COLUMNS,
  columnOf,
  columnsOf,
  inquiriesIn,
  rowsOf,
  type Column,
  type Columns,
  type Row,
  type SimilarPair,
} from './columns.rules.js';
import { deskKeys, useSimilarPairs } from './desk.api.js';
import { useDeskLive, type DeskPresence } from './desk.live.js';
import type { Desk } from './desk-context.js';
import type { DeskDialog } from './desk-dialog.js';
import { useDeskFailure } from './desk-failure.js';
import { filterInquiries, isFiltering, type DeskFilter } from './desk-filter.rules.js';
import { roleMoves } from './desk-may.rules.js';
import { useDeskActions } from './use-desk-actions.js';
import type { BoardStore } from './use-desk-board.js';
import { useDeskFocus } from './use-desk-focus.js';
import { useDeskMoves } from './use-desk-moves.js';

const NO_PAIRS: readonly SimilarPair[] = [];

type Parts = {
  session: QnaSessionView;
  role: DeskRole;
  board: DeskBoard;
  store: BoardStore;
  filter: DeskFilter;
};

/** Puts the desk together: the board, who else is at it, what the keys act on, and what can be done. */
export function useDeskState({ session, role, board, store, filter }: Parts): Desk {
  const focus = useDeskFocus();
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const live = useDeskLive(session.id, { onTick: store.onTick, onResync: store.reload });
  const onUndone = useCallback(
    (id: InquiryId) => {
      const inquiry = store.read(id);
      if (inquiry) focus.goLater(columnOf(inquiry.state), id);
    },
    [store, focus],
  );
  const moves = useDeskMoves(session.id, store, onUndone);
  const pairs = usePairs(session.id, role, moves.make);
  const shown = useMemo(() => shownInquiries(board), [board]);
  const { all, rows, listed } = useRows({ shown, filter, nextId: session.live.nextId, pairs: pairs.items });
  const current = () => {
    const { column, active } = focus.read();
    return atHand(listed[column], active[column]);
  };
  return {
    session,
    role,
    all,
    shown: listed,
    rows,
    current,
    presence: live.presence,
    isLost: live.isLost,
    lockOf: useLocks(live.presence, session.me?.id),
    focus,
    dialog,
    picks: usePicks(all),
    drag: useDrag(),
    pairs,
    actions: useDeskActions({ session, shown: listed, current, focus, moves, setDialog }),
    setLock: live.lock,
    find: (id) => shown.find((inquiry) => inquiry.id === id),
    arrived: board.arrived,
  };
}

type Showing = {
  shown: DeskInquiry[];
  filter: DeskFilter;
  nextId: InquiryId | null;
  pairs: readonly SimilarPair[];
};

function useRows({ shown, filter, nextId, pairs }: Showing) {
  return useMemo(() => {
    const all = columnsOf(shown, nextId);
    const left = isFiltering(filter) ? columnsOf(filterInquiries(shown, filter), nextId) : all;
    const rows = rowsByColumn(left, pairs);
    // In the order of the rows: hints move a question up to the one it is close to.
    return { all, rows, listed: inquiriesByColumn(rows) };
  }, [shown, filter, nextId, pairs]);
}

function rowsByColumn(columns: Columns, pairs: readonly SimilarPair[]): Record<Column, Row[]> {
  const rows: Record<Column, Row[]> = { pending: [], approved: [], answering: [], answered: [], aside: [] };
  for (const column of COLUMNS) rows[column] = rowsOf(column, columns, pairs);
  return rows;
}

function inquiriesByColumn(rows: Record<Column, Row[]>): Columns {
  const columns: Columns = { pending: [], approved: [], answering: [], answered: [], aside: [] };
  for (const column of COLUMNS) columns[column] = inquiriesIn(rows[column]);
  return columns;
}

/** Locks of others that hold now; one ends by itself, without a word from the server. */
function useLocks({ locks }: DeskPresence, me: string | undefined) {
  const now = useMoments(
    locks.map((lock) => Date.parse(lock.until)),
    () => undefined,
  );
  const others = locks.filter((lock) => lock.memberId !== me && Date.parse(lock.until) > now);
  return (id: InquiryId) => others.find((lock) => lock.inquiryId === id) ?? null;
}

function usePicks(all: Columns): Desk['picks'] {
  const [chosen, setChosen] = useState<ReadonlySet<InquiryId>>(new Set());
  const ids = useMemo(() => {
    if (chosen.size === 0) return chosen;
    const open = new Set([...all.pending, ...all.approved].map((inquiry) => inquiry.id));
    // Somebody else may have moved one meanwhile.
    return new Set([...chosen].filter((id) => open.has(id)));
  }, [chosen, all]);
  return {
    ids,
    toggle: (id) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    clear: () => setChosen(new Set()),
  };
}

function useDrag(): Desk['drag'] {
  const [inquiry, set] = useState<DeskInquiry | null>(null);
  return { inquiry, set };
}

function usePairs(
  sessionId: string,
  role: DeskRole,
  make: ReturnType<typeof useDeskMoves>['make'],
): Desk['pairs'] {
  const queryClient = useQueryClient();
  const explain = useDeskFailure();
  const key = deskKeys.pairs(sessionId);
  const { data } = useSimilarPairs(sessionId, roleMoves(role, 'merge'));
  return {
    items: data?.items ?? NO_PAIRS,
    keepApart: ({ one, other }) => {
      queryClient.setQueryData<SimilarPairs>(
        key,
        (list) =>
          list && { ...list, items: list.items.filter((pair) => pair.one !== one || pair.other !== other) },
      );
      make({ move: { kind: 'apart', inquiryIds: [one, other] }, seen: null }).catch((error: unknown) => {
        showFailed(explain(error));
        void queryClient.invalidateQueries({ queryKey: key });
      });
    },
  };
}
