import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { QnaPhase, QnaSessionId, QnaSessionView } from '../../../shared/qna/session.schema.js';
import { useMoments } from '../../platform/time/moments.js';
import { factsOf, phaseAt } from './phase.rules.js';
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

/** Where a session on screen is now: it begins by the clock, and its ticks tell when it ended. */
export function usePhase(session: QnaSessionView): QnaPhase {
  const facts = factsOf(session);
  const now = useMoments([Date.parse(facts.startsAt)], () => undefined);
  return session.phase === 'draft' ? session.phase : phaseAt(facts, now);
}
