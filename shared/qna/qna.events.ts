import { z } from 'zod';
import { instant } from '../kernel/time.js';
import {
  deskInquiry,
  authorKey,
  MAX_OWN_KEYS,
  ownInquiry,
  publicInquiry,
  voteReceipt,
} from './inquiry.schema.js';
import { deskLock, deskPerson } from './desk.schema.js';
import { inquiryId, qnaLive, qnaSessionId } from './session.schema.js';

const bySession = z.object({ sessionId: qnaSessionId });
const place = z.object({ seq: z.number().int(), live: qnaLive, serverNow: instant });
/** Inquiry → votes as they are now. */
const counts = z.array(z.tuple([inquiryId, z.number().int()]));

/**
 * A Q&A session live. Whoever watches gets at most one `room.tick` every TICK_MS with everything that changed, so the
 * number of frames depends on time, not on how many people vote. A tick is complete in itself: apply what has a higher
 * `rev`. After a gap fetch the lists again.
 */
export const qnaSocket = {
  namespace: '/qna',
  client: {
    'session.watch': { in: bySession, out: place },
    'session.unwatch': { in: bySession, out: z.object({}) },
    'inquiry.vote': { in: z.object({ inquiryId, up: z.boolean() }), out: voteReceipt },
    /** Had these on screen for at least a second; counted per question, kept per nobody. */
    'inquiry.seen': {
      in: bySession.extend({ inquiryIds: z.array(inquiryId).min(1).max(50) }),
      out: z.object({}),
    },
    /** Follows what becomes of one's own questions, by their keys and by name. */
    'own.watch': { in: bySession.extend({ keys: z.array(authorKey).max(MAX_OWN_KEYS) }), out: z.object({}) },
    'desk.watch': {
      in: bySession,
      out: place.extend({
        locks: z.array(deskLock),
        people: z.array(deskPerson),
        projectors: z.number().int(),
      }),
    },
    'desk.lock': {
      in: z.object({ inquiryId, on: z.boolean() }),
      out: z.object({ until: instant.nullable() }),
    },
    'projector.watch': { in: bySession, out: place },
  },
  server: {
    'room.tick': z.object({
      live: qnaLive,
      /** New or changed, as the room may see them. */
      changed: z.array(publicInquiry),
      /** Not to be shown any more: merged, declined, withdrawn, back to pending. */
      gone: z.array(inquiryId),
      votes: counts,
      serverNow: instant,
    }),
    'desk.tick': z.object({
      live: qnaLive,
      changed: z.array(deskInquiry),
      votes: counts,
      locks: z.array(deskLock),
      people: z.array(deskPerson),
      projectors: z.number().int(),
      serverNow: instant,
    }),
    /** To the author's devices alone. */
    'own.moved': ownInquiry,
    /** The reader may no longer be here. */
    'session.left': z.object({
      sessionId: qnaSessionId,
      reason: z.enum(['removed', 'role_ended', 'guests_ended']),
    }),
  },
} as const;
