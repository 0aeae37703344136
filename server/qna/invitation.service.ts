import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  guestsNotAllowed,
  noSuchCode,
  removedFromSession,
  sessionEnded,
} from '../../shared/qna/qna.errors.js';
import type { QnaInvitation } from '../../shared/qna/session.schema.js';
import { GuestService } from '../account/guest.service.js';
import { Clock } from '../platform/clock.js';
import { fail } from '../platform/failure-error.js';
import { RateLimiter } from '../platform/http/rate-limiter.js';
import type { Asker } from '../platform/http/route.js';
import { Participants } from './participants.service.js';
import { placeOf, QnaAccess } from './qna-access.service.js';
import { readSessionIdOfCode, type SessionRow } from './session.queries.js';
import { presentInvitation } from './session.present.js';
import { tooManyRequests } from '../../shared/kernel/failure.js';

/** A whole hall may stand behind one address; trying all codes from one takes days. */
const PER_ADDRESS = { max: 600, windowMs: 60_000 };

/** What a code leads to, and letting people without an account in. */
@Injectable()
export class Invitations {
  private readonly perAddress = new RateLimiter(PER_ADDRESS);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly participants: Participants,
    private readonly guests: GuestService,
  ) {}

  async view(asker: Asker, code: string): Promise<QnaInvitation> {
    return this.present(asker, await this.sessionOf(code, asker.address));
  }

  async enterAsGuest(
    asker: Asker,
    code: string,
    name: string,
  ): Promise<{ invitation: QnaInvitation; setCookie: string }> {
    const session = await this.sessionOf(code, asker.address);
    if (!session.settings.guestsAllowed) fail(guestsNotAllowed);
    if (session.endedAt !== null) fail(sessionEnded);
    const before = await this.guests.find(placeOf(session.id), asker.cookie);
    if (before && session.removed.has(before.id)) fail(removedFromSession);
    const { setCookie } = await this.guests.admit(placeOf(session.id), name, asker);
    return { invitation: { ...(await this.present(asker, session)), admitted: true }, setCookie };
  }

  private async sessionOf(code: string, address: string): Promise<SessionRow> {
    const waitMs = this.perAddress.take(address, this.clock.nowMs());
    if (waitMs > 0) fail(tooManyRequests, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    const id = (await readSessionIdOfCode(this.dataSource, code)) ?? fail(noSuchCode);
    return this.access.session(id);
  }

  private async present(asker: Asker, session: SessionRow): Promise<QnaInvitation> {
    const participant = await this.access.participantOf(asker, session);
    return presentInvitation(session, {
      admitted: participant !== null && !session.removed.has(participant.id),
      holderNames: await this.participants.holderNames(session),
      now: this.clock.now(),
    });
  }
}
