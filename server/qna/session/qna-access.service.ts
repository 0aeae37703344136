import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forbidden, notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { removedFromSession, roleNotEnough } from '../../../shared/qna/qna.errors.js';
import { participantId, type DeskRole, type ParticipantId } from '../../../shared/qna/session.schema.js';
import { GuestService } from '../../account/guest/guest.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { atMost, Kept } from '../../platform/kept/kept.js';
import { managesSession } from './qna.policy.js';
import { readSession, type SessionRow } from './session.queries.js';

/** Who asks: the session of a member, or the cookie of a guest. */
export type Who = { viewer: Viewer | null; cookie: string | undefined };

export type Participant = { kind: 'member' | 'guest'; id: ParticipantId };

/** Somebody's place in a session they may be in. */
export type Seat = {
  session: SessionRow;
  participant: Participant;
  viewer: Viewer | null;
  /** Null for the audience. Who manages the session hosts it, too. */
  desk: DeskRole | null;
  manages: boolean;
};
export type DeskSeat = Seat & { viewer: Viewer; desk: DeskRole };

const KEPT_MS = 1_000;
const MAX_KEPT = 1_000;

/** Who may be where in a session. A session one is not in does not exist. */
@Injectable()
export class QnaAccess {
  private readonly kept: Kept<SessionRow | null>;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
    private readonly guests: GuestService,
  ) {
    this.kept = new Kept({ max: MAX_KEPT, isFresh: atMost(KEPT_MS) }, clock);
  }

  /** The session as it was at most a second ago. */
  async session(id: string): Promise<SessionRow> {
    return (await this.find(id)) ?? fail(notFound);
  }

  /** The same; null where there is none. */
  async find(id: string): Promise<SessionRow | null> {
    return this.kept.get(id, () => readSession(this.dataSource, id));
  }

  /** After a change: the next reader sees it. */
  forget(id: string): void {
    this.kept.forget(id);
  }

  forgetAll(): void {
    this.kept.clear();
  }

  /** No promise where the session is known and a member asks: a hall that votes asks thousands of times a second. */
  seat(who: Who, sessionId: string): Seat | Promise<Seat> {
    const session = this.kept.get(sessionId, () => readSession(this.dataSource, sessionId));
    if (who.viewer === null || session === null || session instanceof Promise)
      return this.seatOnceKnown(who, sessionId);
    return seated(who, session, memberOf(who.viewer));
  }

  private async seatOnceKnown(who: Who, sessionId: string): Promise<Seat> {
    const session = await this.session(sessionId);
    return seated(who, session, (await this.participantOf(who, session)) ?? fail(notFound));
  }

  /** Somebody at the desk, in one of the roles where some are named. */
  async desk(viewer: Viewer, sessionId: string, roles?: readonly DeskRole[]): Promise<DeskSeat> {
    const seat = await this.seat({ viewer, cookie: undefined }, sessionId);
    if (seat.desk === null) return fail(notFound);
    if (roles && !roles.includes(seat.desk)) fail(roleNotEnough);
    return { ...seat, viewer, desk: seat.desk };
  }

  async managed(viewer: Viewer, sessionId: string): Promise<DeskSeat> {
    const seat = await this.desk(viewer, sessionId);
    return seat.manages ? seat : fail(forbidden);
  }

  /** Null for somebody who is neither signed in nor a guest of this session; of a draft for all but its team. */
  async participantOf({ viewer, cookie }: Who, session: SessionRow): Promise<Participant | null> {
    if (session.draft && standingOf(viewer, session).desk === null) return null;
    if (viewer) return memberOf(viewer);
    if (!session.settings.guestsAllowed) return null;
    const guest = await this.guests.find(placeOf(session.id), cookie);
    return guest && { kind: 'guest', id: participantId.parse(guest.id) };
  }
}

/** Made once for each viewer: a hall that votes asks for it thousands of times a second. */
const members = new WeakMap<Viewer, Participant>();

function memberOf(viewer: Viewer): Participant {
  const known = members.get(viewer);
  if (known) return known;
  const member: Participant = { kind: 'member', id: participantId.parse(viewer.memberId) };
  members.set(viewer, member);
  return member;
}

/** In a draft nobody but its team has a place. */
function seated({ viewer }: Who, session: SessionRow, participant: Participant): Seat {
  const standing = standingOf(viewer, session);
  if (session.draft && standing.desk === null) fail(notFound);
  if (session.removed.has(participant.id)) fail(removedFromSession);
  return { session, participant, viewer, ...standing };
}

/** Where guests of a session are let in. */
export const placeOf = (sessionId: string) => ({ kind: 'qna', id: sessionId }) as const;

/** What somebody is at the desk of a session, whether or not they are there. */
export function standingOf(viewer: Viewer | null, session: SessionRow): Pick<Seat, 'desk' | 'manages'> {
  const manages = viewer !== null && managesSession(viewer, session);
  const role = (viewer && session.team.get(viewer.memberId)) ?? null;
  return { manages, desk: manages ? 'host' : role };
}
