import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { qnaSocket } from '../../../../shared/qna/qna.events.js';
import type { InquiryId, QnaSessionId, QnaSessionView } from '../../../../shared/qna/session.schema.js';
import { deskOf } from '../../../../shared/qna/qna.rooms.js';
import { deviceNow, learnServerNow } from '../../../platform/time/server-time.js';
import { LiveSocket } from '../../../platform/live/socket.js';
import { qnaKeys } from '../../room/qna.api.js';
import type { DeskTick } from './board.rules.js';

type Desk = LiveSocket<typeof qnaSocket>;
/** Who is at the desk, who is at which question, and how many projectors show the session. */
export type DeskPresence = Pick<DeskTick, 'locks' | 'people' | 'projectors'>;
const nobody: DeskPresence = { locks: [], people: [], projectors: 0 };

type DeskNews = { onTick: (tick: DeskTick) => void; onResync: () => void };

/** Sits at the desk of a session while the page is open; keeps the session's `live` true. */
export function useDeskLive(sessionId: QnaSessionId, news: DeskNews) {
  const queryClient = useQueryClient();
  const latest = useRef(news);
  useEffect(() => {
    latest.current = news;
  });
  const [presence, setPresence] = useState(nobody);
  const [isLost, setLost] = useState(false);
  const desk = useRef<Desk | null>(null);
  useEffect(() => {
    const socket: Desk = new LiveSocket<typeof qnaSocket>('/qna');
    desk.current = socket;
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
    socket.attend({
      join: async () => {
        const sentAt = deviceNow();
        const place = await socket.emitAck('desk.watch', { sessionId });
        // What is missed from here on is noticed by the numbers.
        socket.startRoom(deskOf(sessionId), place.seq);
        learnServerNow(place.serverNow, sentAt, deviceNow());
        takeIn(place);
        setLost(false);
        // What happened between the first fetch and this moment was told to nobody here.
        latest.current.onResync();
      },
      lost: () => setLost(true),
      resync: () => latest.current.onResync(),
    });
    socket.on('desk.tick', (tick) => {
      learnServerNow(tick.serverNow, deviceNow(), deviceNow());
      takeIn(tick);
      latest.current.onTick(tick);
    });
    // Whoever is not at the desk any more learns so from the session itself.
    socket.on('session.left', askAgain);
    return () => {
      desk.current = null;
      socket.close();
    };
  }, [sessionId, queryClient]);
  /** Says that one is at a question, or is not any more; throws `qna.locked` when somebody else is. */
  const lock = useCallback(async (inquiryId: InquiryId, on: boolean) => {
    await desk.current?.emitAck('desk.lock', { inquiryId, on });
  }, []);
  return { presence, isLost, lock };
}
