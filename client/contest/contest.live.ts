import { useEffect, useRef } from 'react';
import type { RoundId, RoundPhase } from '../../shared/contest/contest.schema.js';
import type { contestSocket } from '../../shared/contest/contest.events.js';
import { deviceNow, learnServerNow } from '../platform/time/server-time.js';
import { LiveSocket } from '../platform/live/socket.js';

export type RoundNews = {
  /** A round opened, closed, was cancelled, or its close moved. */
  onPhase: (news: { roundId: string; phase: RoundPhase; closesAt: string | null }) => void;
  /** Its standings changed: at most one a second. */
  onStandings: (roundId: string) => void;
  /** Something may have been missed. */
  onResync: () => void;
};

/** Follows rounds while the page is open; an empty list opens no connection. */
export function useRoundNews(roundIds: readonly RoundId[], news: RoundNews): void {
  const latest = useRef({ news, roundIds });
  useEffect(() => {
    latest.current = { news, roundIds };
  });
  const watched = roundIds.toSorted().join(' ');
  useEffect(() => {
    if (watched === '') return;
    const socket = new LiveSocket<typeof contestSocket>('/contests');
    socket.attend({
      join: async () => {
        await Promise.all(latest.current.roundIds.map((roundId) => watch(socket, roundId)));
      },
      resync: () => latest.current.news.onResync(),
    });
    socket.on('round.phase', (data) => {
      learnServerNow(data.serverNow, deviceNow(), deviceNow());
      latest.current.news.onPhase(data);
    });
    socket.on('standings.moved', (data) => latest.current.news.onStandings(data.roundId));
    return () => socket.close();
  }, [watched]);
}

async function watch(socket: LiveSocket<typeof contestSocket>, roundId: RoundId): Promise<void> {
  const sentAt = deviceNow();
  const { seq, serverNow } = await socket.emitAck('round.watch', { roundId });
  // What is missed from here on is noticed by the numbers.
  socket.startRoom(`round:${roundId}`, seq);
  learnServerNow(serverNow, sentAt, deviceNow());
}
