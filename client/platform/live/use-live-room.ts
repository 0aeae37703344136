import { useEffect, useRef, useState, type RefObject } from 'react';
import type { SocketContract } from '../../../shared/kernel/events.js';
import { LiveRoom, type RoomPlan, type Seat } from './live-room.js';

/** `joining`: for the first time. `lost`: on the way back. */
export type RoomState = 'joining' | 'live' | 'lost';

/** Keeps a page in rooms while it is open, and anew for another `key`; an empty one opens no connection. */
export function useLiveRoom<C extends SocketContract, S extends Seat = Seat>(
  namespace: C['namespace'],
  key: string,
  plan: RoomPlan<C, S>,
): { state: RoomState; room: RefObject<LiveRoom<C, S> | null> } {
  const latest = useRef(plan);
  useEffect(() => {
    latest.current = plan;
  });
  const room = useRef<LiveRoom<C, S> | null>(null);
  const [last, setLast] = useState<{ key: string; state: RoomState }>({ key, state: 'joining' });
  useEffect(() => {
    if (key === '') return;
    const opened = new LiveRoom<C, S>(namespace, () => ({
      ...latest.current,
      onEntered: (seats) => {
        setLast({ key, state: 'live' });
        return latest.current.onEntered?.(seats);
      },
      onLost: (shownOut) => {
        setLast({ key, state: 'lost' });
        latest.current.onLost?.(shownOut);
      },
    }));
    room.current = opened;
    return () => {
      room.current = null;
      opened.close();
    };
  }, [namespace, key]);
  return { state: last.key === key ? last.state : 'joining', room };
}
