import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type { VoteReceipt } from '../../../shared/qna/inquiry.schema.js';
import { lockedByOther } from '../../../shared/qna/qna.errors.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import type { InquiryId, QnaSessionId } from '../../../shared/qna/session.schema.js';
import { deskOf, ownRoomOf, projectorOf, roomOf } from '../../../shared/qna/qna.rooms.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import type { Caller, EventOut } from '../../platform/realtime/listen.js';
import { DeskPresence } from '../live/desk-presence.service.js';
import { readSessionOf } from '../inquiry/inquiry.queries.js';
import { OwnInquiries } from './own-inquiries.service.js';
import { QnaAccess, type Seat, type Who } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { VoteService } from './vote.service.js';

type Out<Event extends keyof (typeof qnaSocket)['client']> = Promise<EventOut<typeof qnaSocket, Event>>;

/** Room of everything a participant's sockets are in, to take them out of it again. */
export const participantOf = (id: string) => `participant:${id}`;

/** Room of all guests of a session. */
export const guestsOf = (sessionId: string) => `guests:${sessionId}`;

const MAX_SOCKETS = 20_000;
const MAX_SEEN_EACH = 3_000;

/** What comes in over sockets: who follows what, votes, and what was on somebody's screen. */
@Injectable()
export class WatchService {
  private readonly once = new SeenOnce();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly presence: DeskPresence,
    private readonly own: OwnInquiries,
    private readonly votes: VoteService,
    private readonly live: QnaLive,
  ) {}

  async watch(caller: Caller, sessionId: QnaSessionId): Out<'session.watch'> {
    await this.enter(caller, await this.access.seat(whoOf(caller), sessionId));
    await caller.join(roomOf(sessionId));
    return this.placeOf(roomOf(sessionId), sessionId);
  }

  async unwatch(caller: Caller, sessionId: QnaSessionId): Out<'session.unwatch'> {
    await caller.leave(roomOf(sessionId));
    await caller.leave(deskOf(sessionId));
    await caller.leave(projectorOf(sessionId));
    return {};
  }

  vote(caller: Caller, inquiryId: InquiryId, up: boolean): Promise<VoteReceipt> {
    return this.votes.cast(whoOf(caller), inquiryId, up);
  }

  async seen(
    caller: Caller,
    { sessionId, inquiryIds }: { sessionId: QnaSessionId; inquiryIds: readonly string[] },
  ): Out<'inquiry.seen'> {
    const { session } = await this.access.seat(whoOf(caller), sessionId);
    const fresh = this.once.firstTimes(caller.socketId, inquiryIds);
    if (fresh.length > 0) this.live.seen(session.id, fresh);
    return {};
  }

  async watchOwn(
    caller: Caller,
    { sessionId, keys }: { sessionId: QnaSessionId; keys: readonly string[] },
  ): Out<'own.watch'> {
    const seat = await this.access.seat(whoOf(caller), sessionId);
    await this.enter(caller, seat);
    for (const id of await this.own.idsOf(seat, keys)) await caller.join(ownRoomOf({ sessionId, id }));
    return {};
  }

  async watchDesk(caller: Caller, viewer: Viewer, sessionId: QnaSessionId): Out<'desk.watch'> {
    await this.access.desk(viewer, sessionId);
    await caller.join(deskOf(sessionId));
    const place = await this.placeOf(deskOf(sessionId), sessionId);
    return { ...place, ...(await this.presence.viewOf(sessionId)) };
  }

  async watchProjector(caller: Caller, viewer: Viewer, sessionId: QnaSessionId): Out<'projector.watch'> {
    await this.access.desk(viewer, sessionId);
    await caller.join(projectorOf(sessionId));
    await caller.join(roomOf(sessionId));
    return this.placeOf(roomOf(sessionId), sessionId);
  }

  /** A soft lock of 20 s, for as long as its holder sits at the desk; `on: false` lets go at once. */
  async lock(
    { viewer, socketId }: { viewer: Viewer; socketId: string },
    { inquiryId, on }: { inquiryId: InquiryId; on: boolean },
  ): Out<'desk.lock'> {
    const sessionId = (await readSessionOf(this.dataSource, inquiryId)) ?? fail(notFound);
    await this.access.desk(viewer, sessionId);
    const { locks } = this.presence;
    const holder = { memberId: viewer.memberId, socketId };
    const question = { resourceId: inquiryId, placeId: sessionId };
    const taken = on ? await locks.take(holder, question) : null;
    if (on && !taken) {
      const by = await this.presence.otherAt(this.dataSource, [inquiryId], viewer.memberId);
      return fail(lockedByOther, { by: by ?? '' });
    }
    if (!on) await locks.giveBack(holder, question);
    this.live.changed(sessionId);
    return { until: taken?.until.toISOString() ?? null };
  }

  /** Before anything is told: by these rooms somebody is shown out again. */
  private async enter(caller: Caller, { session, participant }: Seat): Promise<void> {
    await caller.join(participantOf(participant.id));
    if (participant.kind === 'guest') await caller.join(guestsOf(session.id));
  }

  /** Where the room stands, read inside it: what changes from here on arrives as a tick. */
  private async placeOf(room: string, sessionId: string): Out<'session.watch'> {
    const seq = this.live.sequenceOf(room);
    return { seq, live: await this.live.viewOf(sessionId), serverNow: this.clock.now().toISOString() };
  }
}

function whoOf(caller: Caller): Who {
  return { viewer: caller.viewer, cookie: caller.cookie };
}

/** A device counts once for a question, so that scrolling up and down makes nothing look well known. */
class SeenOnce {
  private readonly bySocket = new BoundedMap<string, Set<string>>(MAX_SOCKETS);

  firstTimes(socketId: string, ids: readonly string[]): string[] {
    const seen = this.bySocket.get(socketId) ?? new Set<string>();
    this.bySocket.set(socketId, seen);
    if (seen.size >= MAX_SEEN_EACH) return [];
    const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh;
  }
}
