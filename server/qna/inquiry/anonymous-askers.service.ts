import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BoundedMap } from '../../platform/bounded-map.js';
import { authorTag } from './author-key.rules.js';

const MAX_KEPT = 100_000;

/**
 * What the limits and "never one's own" have to know of anonymous questions. It is kept in this process only, under a
 * secret that ends with it: a restart forgets who asked, and no row ever knew.
 */
@Injectable()
export class AnonymousAskers {
  private readonly secret = randomBytes(32).toString('base64url');
  private readonly tags = new BoundedMap<string, true>(MAX_KEPT);
  /** Most questions have a name: those need no tag to be looked at. */
  private readonly anonymous = new BoundedMap<string, true>(MAX_KEPT);
  private readonly asked = new BoundedMap<string, { count: number; latestAt: Date }>(MAX_KEPT);

  note({ sessionId, inquiryId, participantId, at }: Note): void {
    this.anonymous.set(inquiryId, true);
    this.tags.set(authorTag(this.secret, inquiryId, participantId), true);
    const key = authorTag(this.secret, sessionId, participantId);
    this.asked.set(key, { count: (this.asked.get(key)?.count ?? 0) + 1, latestAt: at });
  }

  isAuthor(inquiryId: string, participantId: string): boolean {
    if (this.anonymous.get(inquiryId) === undefined) return false;
    return this.tags.get(authorTag(this.secret, inquiryId, participantId)) ?? false;
  }

  askedBy(sessionId: string, participantId: string): { count: number; latestAt: Date | null } {
    return this.asked.get(authorTag(this.secret, sessionId, participantId)) ?? { count: 0, latestAt: null };
  }
}

type Note = { sessionId: string; inquiryId: string; participantId: string; at: Date };
