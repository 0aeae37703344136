import type { RoundId, RoundPhase } from '../../shared/contest/contest.schema.js';
import type { contestSocket } from '../../shared/contest/contest.events.js';
import { useLiveRoom } from '../platform/live/use-live-room.js';

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
  useLiveRoom<typeof contestSocket>('/contests', roundIds.toSorted().join(' '), {
    doors: roundIds.map((roundId) => ({
      room: `round:${roundId}`,
      enter: (socket) => socket.emitAck('round.watch', { roundId }),
    })),
    hear: {
      'round.phase': (data) => news.onPhase(data),
      'standings.moved': ({ roundId }) => news.onStandings(roundId),
    },
    onResync: () => news.onResync(),
  });
}
