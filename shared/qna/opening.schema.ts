import { z } from 'zod';
import { visibleLines } from '../kernel/visible-text.js';
import { idOf, memberId } from '../kernel/ids.js';
import { instant } from '../kernel/time.js';
import { inquiryId, qnaSessionId } from './session.schema.js';

/** Base64url without padding, as the sealing library writes it. */
const boxText = z.string().regex(/^[A-Za-z0-9_-]{1,4000}$/);
/** An X25519 public key: 32 bytes. */
export const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const registerKey = z.object({ publicKey });
export const keyHolder = z.object({
  memberId,
  name: z.string(),
  unit: z.string(),
  /** Null as long as the member has made no key. */
  publicKey: publicKey.nullable(),
  registeredAt: instant.nullable(),
});
export type KeyHolder = z.infer<typeof keyHolder>;
export const keyHolders = z.object({ items: z.array(keyHolder), next: z.null() });

export const openingId = idOf('QnaOpeningId');
export type OpeningId = z.infer<typeof openingId>;

export const requestOpening = z.object({ reason: visibleLines(500, 10) });

/**
 * Opening the author of an anonymous question. The author's name lies in two boxes, one in the other: the first key
 * holder opens the outer, the second the inner one, each on the own device; private keys never leave it.
 */
export const opening = z.object({
  id: openingId,
  sessionId: qnaSessionId,
  sessionTitle: z.string(),
  inquiryId,
  text: z.string(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  /** `outer`: the first holder's turn. `inner`: the second's. */
  stage: z.enum(['outer', 'inner', 'opened']),
  holders: z.tuple([z.object({ memberId, name: z.string() }), z.object({ memberId, name: z.string() })]),
  /**
   * What the reader's own key opens now; null when it is somebody else's turn. Once `opened`, a box for each holder
   * with `openedAuthor` as JSON: the server keeps no name.
   */
  box: boxText.nullable(),
});
export type Opening = z.infer<typeof opening>;
export const openedAuthor = z.object({ name: z.string(), unit: z.string() });
export type OpenedAuthor = z.infer<typeof openedAuthor>;
export const openings = z.object({ items: z.array(opening), next: z.null() });

/** What the reader's key made of the box. */
export const openBox = z.object({ opened: boxText });
