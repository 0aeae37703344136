import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import {
  guestsNotAllowed,
  noSuchCode,
  removedFromSession,
  sessionEnded,
} from '../../../shared/qna/qna.errors.js';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { GuestService } from '../../account/guest/guest.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import type { Asker } from '../../platform/http/route.js';
import { RateLimiter } from '../../platform/rate/rate-limiter.js';
import { Participants } from '../inquiry/participants.service.js';
import { placeOf, QnaAccess, standingOf } from '../session/qna-access.service.js';
import { readSessionIdOfCode, type SessionRow } from '../session/session.queries.js';
import { presentInvitation } from '../session/session.present.js';

/** Wrong codes only: a whole hall behind one address comes in unhindered, trying all codes from one takes two days. */
const GUESSES_PER_ADDRESS = { max: 300, windowMs: 60_000 };

/** What a code leads to, and letting people without an account in. */
@Injectable()
export class Invitations {
  private readonly guesses: RateLimiter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly participants: Participants,
    private readonly guests: GuestService,
  ) {
    this.guesses = new RateLimiter(GUESSES_PER_ADDRESS, clock);
  }

  async view(asker: Asker, code: string): Promise<QnaInvitation> {
    const session = await this.sessionOf(asker, code);
    return (await this.present(asker, session)) ?? fail(guestsNotAllowed);
  }

  /** For the address of the audience page. A session that does not let the asker in is not there. */
  async viewOf(asker: Asker, sessionId: string): Promise<QnaInvitation> {
    const session = await this.access.session(sessionId);
    return (await this.present(asker, session)) ?? fail(notFound);
  }

  async enterAsGuest(
    asker: Asker,
    code: string,
    name: string,
  ): Promise<{ invitation: QnaInvitation; setCookie: string }> {
    const session = await this.sessionOf(asker, code);
    if (!letsGuestsIn(session)) fail(guestsNotAllowed);
    if (session.endedAt !== null) fail(sessionEnded);
    const before = await this.guests.find(placeOf(session.id), asker.cookie);
    if (before && session.removed.has(before.id)) fail(removedFromSession);
    const { setCookie } = await this.guests.admit(placeOf(session.id), name, asker);
    return { invitation: await this.invitation(session, { admitted: true }), setCookie };
  }

  private async sessionOf({ address, viewer }: Asker, code: string): Promise<SessionRow> {
    this.guesses.pass(address);
    const id = (await readSessionIdOfCode(this.dataSource, code)) ?? fail(noSuchCode);
    this.guesses.giveBack(address);
    const session = await this.access.session(id);
    // Only who is at its desk hears of a draft.
    if (session.draft && standingOf(viewer, session).desk === null) fail(noSuchCode);
    return session;
  }

  /** Null for somebody who is not in and would not be let in: not even the title is theirs to read. */
  private async present(asker: Asker, session: SessionRow): Promise<QnaInvitation | null> {
    const participant = await this.access.participantOf(asker, session);
    if (participant && session.removed.has(participant.id)) fail(removedFromSession);
    if (!participant && !letsGuestsIn(session)) return null;
    return this.invitation(session, { admitted: participant !== null });
  }

  private async invitation(session: SessionRow, { admitted }: { admitted: boolean }): Promise<QnaInvitation> {
    return presentInvitation(session, {
      admitted,
      holderNames: await this.participants.holderNames(session),
      now: this.clock.now(),
    });
  }
}

const letsGuestsIn = ({ draft, settings }: SessionRow): boolean => settings.guestsAllowed && !draft;
