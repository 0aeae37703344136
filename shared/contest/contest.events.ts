import { z } from 'zod';
import { roundId, roundPhase } from './contest.schema.js';
import { attemptId, deadlineMove } from './attempt.schema.js';
import { instant } from '../kernel/time.js';

/** Rounds live: who watches a round hears its phases and that its standings moved (a hint to fetch, at most one a second). */
export const contestSocket = {
  namespace: '/contests',
  client: {
    'round.watch': {
      in: z.object({ roundId }),
      out: z.object({ phase: roundPhase, seq: z.number().int(), serverNow: instant }),
    },
    'round.unwatch': { in: z.object({ roundId }), out: z.object({}) },
  },
  server: {
    'round.phase': z.object({ roundId, phase: roundPhase, closesAt: instant.nullable(), serverNow: instant }),
    'standings.moved': z.object({ roundId }),
  },
} as const;

/** The member's own devices. */
export const memberSocket = {
  namespace: '/me',
  client: {},
  server: {
    'attempt.lead': z.object({ attemptId, epoch: z.number().int() }),
    'attempt.offer': z.object({ attemptId }),
    'attempt.submitted': z.object({ attemptId, roundId }),
    'attempt.deadline': z.object({
      attemptId,
      deadlineAt: instant,
      moved: deadlineMove,
      serverNow: instant,
    }),
  },
} as const;
