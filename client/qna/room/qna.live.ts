import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { QnaSessionId } from '../../../shared/qna/session.schema.js';
import { QnaRoom, type RoomNews, type RoomState } from './qna-room.js';

/** What a page wants to hear of a session; the query caches have taken it in by then. */
export type RoomOptions = Partial<Omit<RoomNews, 'onState'>> & {
  /** Whether the device counts as a projector. */
  as?: 'audience' | 'projector';
};

/**
 * Watches a session while the page is open and keeps the query caches true: the session's `live`, the lists of
 * questions and one's own. What was missed is fetched again. Only for pages that know they may be there: use it below
 * the session's query.
 */
export function useQnaRoom(sessionId: QnaSessionId, options: RoomOptions = {}) {
  const queryClient = useQueryClient();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [state, setState] = useState<RoomState>('joining');
  const as = options.as ?? 'audience';
  const room = useMemo(() => new QnaRoom({ sessionId, as, queryClient }), [sessionId, as, queryClient]);
  useEffect(
    () =>
      room.open({
        onState: setState,
        onTick: (tick) => latest.current.onTick?.(tick),
        onOwnMoved: (inquiry, before) => latest.current.onOwnMoved?.(inquiry, before),
        onLeft: (left) => latest.current.onLeft?.(left),
      }),
    [room],
  );
  return { state, room };
}
