import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { SimilarPairs } from '../../../../shared/qna/desk.schema.js';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { DeskRole, InquiryId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { useConnection } from '../../../platform/api/connection.js';
import { useMoments } from '../../../platform/time/moments.js';
import { serverNow } from '../../../platform/time/server-time.js';
import { showFailed } from '../../../ui/feedback/toast-queue.js';
import { shownInquiries, type DeskBoard } from './board.rules.js';
import {
  COLUMNS,
  columnOf,
  columnsOf,
  rowsOf,
  TURNABLE,
  type Column,
  type Columns,
  type Row,
  type SimilarPair,
  type Turned,
} from '../hand/columns.rules.js';
import { deskKeys, useSimilarPairs } from './desk.api.js';
import { useDeskLive, type DeskPresence } from './desk.live.js';
import type { Desk } from './desk-context.js';
import type { DeskDialog } from './desk-dialog.js';
import { useDeskFailure } from './desk-failure.js';
import { filterInquiries, isFiltering, type DeskFilter } from './desk-filter.rules.js';
import { roleMoves } from './desk-may.rules.js';
import { ColumnHolds } from '../hand/column-holds.js';
import { useColumnOrder } from '../hand/column-order.js';
import { useHeldColumns } from '../hand/use-held-columns.js';
import { usePicks } from '../hand/use-picks.js';
import { useDeskActions } from './use-desk-actions.js';
import type { BoardStore } from './use-desk-board.js';
import { useDeskFocus, useHand } from '../hand/use-desk-focus.js';
import { useDeskMoves, type DeskMoves } from './use-desk-moves.js';

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
  const [holds] = useState(() => new ColumnHolds());
  const own = useCallback<ColumnHolds['own']>((...moved) => holds.own(...moved), [holds]);
  const moves = useDeskMoves(session.id, store, { onUndone, own });
  const pairs = usePairs(session.id, role, moves.make);
  const order = useColumnOrder(String(session.me?.id));
  const shown = useMemo(() => shownInquiries(board), [board]);
  const nextId = session.live.nextId;
  const { all, due } = useDue({ shown, filter, nextId, pairs: pairs.items, turned: order.turned });
  const viewOf = (column: Column) => viewText(filter, order.turned, column);
  const { rows, listed, columns } = useHeldColumns({ due, all, focus, holds, viewOf });
  const { hand, current } = useHand(focus, rows);
  const offlineSince = useOfflineSince(live.isLost);
  return {
    session,
    role,
    all,
    shown: listed,
    rows,
    behind: columns,
    holds,
    order,
    hand,
    current,
    presence: live.presence,
    offlineSince,
    lockOf: useLocks(live.presence, session.me?.id),
    focus,
    dialog,
    picks: usePicks(all, listed),
    drag: useDrag(),
    pairs,
    actions: useDeskActions({ session, rows, shown: listed, current, focus, moves, setDialog, offlineSince }),
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
  turned: Turned;
};

/** All questions by column, and the rows of what the filter leaves. */
function useDue({ shown, filter, nextId, pairs, turned }: Showing) {
  return useMemo(() => {
    const all = columnsOf(shown, nextId, turned);
    const left = isFiltering(filter) ? columnsOf(filterInquiries(shown, filter), nextId, turned) : all;
    return { all, due: rowsByColumn(left, pairs) };
  }, [shown, filter, nextId, pairs, turned]);
}

function rowsByColumn(columns: Columns, pairs: readonly SimilarPair[]): Record<Column, Row[]> {
  const rows: Record<Column, Row[]> = { pending: [], approved: [], answering: [], answered: [], aside: [] };
  for (const column of COLUMNS) rows[column] = rowsOf(column, columns, pairs);
  return rows;
}

/** What was asked to be seen of a column, so that another wish is noticed. */
const viewText = (filter: DeskFilter, turned: Turned, column: Column): string =>
  JSON.stringify([filter, TURNABLE.some((one) => one === column && turned.has(one))]);

/** Since when the board may be old, in server time; null while it is kept true. `isLost`: no tick arrives. */
function useOfflineSince(isLost: boolean): number | null {
  const isOffline = useConnection() === 'offline' || isLost;
  const [since, setSince] = useState<number | null>(null);
  if (isOffline !== (since !== null)) setSince(isOffline ? serverNow() : null);
  return since;
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

function useDrag(): Desk['drag'] {
  const [inquiry, set] = useState<DeskInquiry | null>(null);
  return { inquiry, set };
}

function usePairs(sessionId: string, role: DeskRole, make: DeskMoves['make']): Desk['pairs'] {
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
