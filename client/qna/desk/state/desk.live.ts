import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { qnaSocket } from '../../../../shared/qna/qna.events.js';
import type { InquiryId, QnaSessionId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { deskOf } from '../../../../shared/qna/qna.rooms.js';
import { useLiveRoom } from '../../../platform/live/use-live-room.js';
import { qnaKeys } from '../../room/qna.api.js';
import type { DeskTick } from './board.rules.js';

type Desk = typeof qnaSocket;
type DeskSeat = z.output<Desk['client']['desk.watch']['out']>;
/** Who is at the desk, who is at which question, and how many projectors show the session. */
export type DeskPresence = Pick<DeskTick, 'locks' | 'people' | 'projectors'>;
const nobody: DeskPresence = { locks: [], people: [], projectors: 0 };

type DeskNews = { onTick: (tick: DeskTick) => void; onResync: () => void };

/** Sits at the desk of a session while the page is open; keeps the session's `live` true. */
export function useDeskLive(sessionId: QnaSessionId, news: DeskNews) {
  const queryClient = useQueryClient();
  const [presence, setPresence] = useState(nobody);
  const askAgain = () => void queryClient.invalidateQueries({ queryKey: qnaKeys.session(sessionId) });
  const takeIn = (now: DeskPresence & Pick<DeskTick, 'live'>) => {
    const view = queryClient.setQueryData<QnaSessionView>(
      qnaKeys.session(sessionId),
      (before) => before && { ...before, live: now.live },
    );
    const me = now.people.find(({ memberId }) => memberId === String(view?.me?.id));
    if (me && me.role !== view?.can.desk) askAgain();
    setPresence({ locks: now.locks, people: now.people, projectors: now.projectors });
  };
  const { state, room } = useLiveRoom<Desk, DeskSeat>('/qna', sessionId, {
    doors: [{ room: deskOf(sessionId), enter: (socket) => socket.emitAck('desk.watch', { sessionId }) }],
    hear: {
      'desk.tick': (tick) => {
        takeIn(tick);
        news.onTick(tick);
      },
      // Whoever is not at the desk any more learns so from the session itself.
      'session.left': askAgain,
    },
    onEntered: (seats) => {
      seats.forEach(takeIn);
      // What happened between the first fetch and this moment was told to nobody here.
      news.onResync();
    },
    onResync: () => {
      // A draft that was published is another session than before, too.
      askAgain();
      news.onResync();
    },
  });
  /** Says that one is at a question, or is not any more; throws `qna.locked` when somebody else is. */
  const lock = useCallback(
    async (inquiryId: InquiryId, on: boolean) => {
      await room.current?.emitAck('desk.lock', { inquiryId, on });
    },
    [room],
  );
  return { presence, isLost: state === 'lost', lock };
}
