import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ContestView } from '../../shared/contest/contest.schema.js';
import { useMoments } from '../platform/time/moments.js';
import { deviceNow } from '../platform/time/server-time.js';
import { contestKeys } from './contest.api.js';
import { useRoundNews } from './contest.live.js';
import { createRefresher } from './moved-standings.js';
import { momentsOf } from './round-state.rules.js';

/** How long a closed round is still followed: late hints, and a close that moves. */
const FOLLOWED_AFTER_CLOSE_MS = 60 * 60_000;
const MOST_FOLLOWED = 20;

const noRounds: ContestView['rounds'] = [];

/**
 * Keeps a contest true without a reload: phases as they are broadcast and as the clock reaches them, standings as they
 * move. Returns the instant the page may take for now, in ms since 1970; it changes only when something does.
 */
export function useContestLive(contest: ContestView | undefined): number {
  const queryClient = useQueryClient();
  const rounds = contest?.rounds ?? noRounds;
  const contestId = contest?.id ?? '';
  const refetch = () => void queryClient.invalidateQueries({ queryKey: contestKeys.view(contestId) });
  const now = useMoments(
    useMemo(() => momentsOf(rounds), [rounds]),
    refetch,
  );
  const refresher = useStandingsRefresher();
  const followed = rounds
    .filter(({ closesAt }) => closesAt === null || Date.parse(closesAt) + FOLLOWED_AFTER_CLOSE_MS > now)
    .slice(0, MOST_FOLLOWED);
  useRoundNews(
    followed.map((round) => round.id),
    {
      onPhase({ roundId, phase, closesAt }) {
        queryClient.setQueryData<ContestView>(
          contestKeys.view(contestId),
          (view) =>
            view && {
              ...view,
              rounds: view.rounds.map((round) =>
                round.id === roundId ? { ...round, phase, closesAt: closesAt ?? round.closesAt } : round,
              ),
            },
        );
        refetch();
      },
      onStandings: refresher.hint,
      onResync() {
        refetch();
        refresher.hint();
      },
    },
  );
  return now;
}

function useStandingsRefresher() {
  const queryClient = useQueryClient();
  const refresher = useMemo(
    () =>
      createRefresher(
        () => void queryClient.invalidateQueries({ queryKey: contestKeys.rounds, refetchType: 'active' }),
        deviceNow,
      ),
    [queryClient],
  );
  useEffect(() => () => refresher.stop(), [refresher]);
  return refresher;
}
