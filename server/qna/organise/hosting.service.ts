import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { notFound, staleWrite } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import type {
  DeskRole,
  GuestCrowd,
  ParticipantId,
  QnaManageView,
  QnaSessionId,
  QnaSessionView,
  SetQnaSwitches,
  TeamCandidates,
  WriteQnaSettings,
} from '../../../shared/qna/session.schema.js';
import { moveNotPossible } from '../../../shared/qna/qna.errors.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { deskOf, ownRoomsOf, projectorOf, roomOf } from '../../../shared/qna/qna.rooms.js';
import { GuestService } from '../../account/guest/guest.service.js';
import { MemberDirectory } from '../../account/member/member-directory.service.js';
import { Acts, type Done as Logged } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { holdDesk } from '../desk/move.queries.js';
import { Moves } from '../desk/move.service.js';
import { DeskPresence } from '../live/desk-presence.service.js';
import { recountAll } from '../inquiry/live.queries.js';
import { Participants } from '../inquiry/participants.service.js';
import { placeOf, QnaAccess } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { QnaSessions } from './session.service.js';
import {
  addAnswerTime,
  lockSession,
  updateSettings,
  updateEnd,
  type SessionRow,
} from '../session/session.queries.js';
import { deleteRemoval, deleteTeamMember, insertRemoval, putTeamMember } from '../session/team.queries.js';
import { guestsOf, participantOf } from '../audience/watch.service.js';

const MAX_CANDIDATES = 8;

type LeftReason = z.infer<(typeof qnaSocket)['server']['session.left']>['reason'];
type Done = Omit<NonNullable<Logged>, 'subjectId'> | null;

/** What hosts and those who manage a session do to the session itself. */
@Injectable()
export class Hosting {
  constructor(
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: QnaAccess,
    private readonly participants: Participants,
    private readonly directory: MemberDirectory,
    private readonly sessions: QnaSessions,
    private readonly presence: DeskPresence,
    private readonly live: QnaLive,
    private readonly moves: Moves,
    private readonly hub: RealtimeHub,
    private readonly guests: GuestService,
  ) {}

  /** Saving what is there already changes nothing and is no act. */
  async writeSettings(
    viewer: Viewer,
    id: QnaSessionId,
    { revision, ...settings }: WriteQnaSettings,
  ): Promise<QnaManageView> {
    await this.access.managed(viewer, id);
    let counted: readonly string[] = [];
    await this.act(viewer, id, async (tx, session) => {
      if (session.revision !== revision) fail(staleWrite, { revision: session.revision });
      if (isDeepStrictEqual(session.settings, settings)) return null;
      await updateSettings(tx, id, settings);
      if (session.settings.guestsVote !== settings.guestsVote) counted = await recountAll(tx, id);
      return { action: 'qna_session.settings' };
    });
    for (const inquiryId of counted) this.live.voted(id, inquiryId);
    if (!settings.guestsAllowed) {
      this.showOut(id, { who: guestsOf(id), reason: 'guests_ended' });
    }
    return this.sessions.manageView(viewer, id);
  }

  async switch(viewer: Viewer, id: QnaSessionId, change: SetQnaSwitches): Promise<QnaSessionView> {
    const seat = await this.access.desk(viewer, id, ['host']);
    if (seat.session.draft && change.ended) fail(moveNotPossible, { state: 'draft' });
    let answered: readonly string[] = [];
    await this.act(viewer, id, async (tx, session) => {
      if (change.ended === true) answered = await this.moves.clearFloor({ tx, seat });
      if (change.ended !== undefined)
        await updateEnd(tx, id, change.ended ? (session.endedAt ?? this.clock.now()) : null);
      if (change.addSeconds !== undefined) await addAnswerTime(tx, id, change.addSeconds);
      return { action: 'qna_session.switch', details: change };
    });
    if (answered.length > 0) this.live.touched(id, answered);
    return this.sessions.view({ viewer, cookie: undefined }, id);
  }

  /** Of an answer is told only how many: no address is kept. */
  async guestCrowd(viewer: Viewer, id: QnaSessionId): Promise<GuestCrowd> {
    await this.access.desk(viewer, id, ['host']);
    return this.guests.crowdAt(placeOf(id));
  }

  async setTeamMember(
    viewer: Viewer,
    id: QnaSessionId,
    [memberId, role]: [string, DeskRole],
  ): Promise<QnaManageView> {
    await this.access.managed(viewer, id);
    // Before the transaction: inside it the look would take a second connection.
    if (!(await this.participants.namesOf([memberId])).has(memberId)) fail(notFound);
    await this.act(viewer, id, async (tx) => {
      await putTeamMember(tx, { sessionId: id, memberId, role, at: this.clock.now() });
      // Who has work to do here has to be let in.
      await deleteRemoval(tx, id, memberId);
      return { action: 'qna_session.team', details: { memberId, role } };
    });
    return this.sessions.manageView(viewer, id);
  }

  async removeTeamMember(viewer: Viewer, id: QnaSessionId, memberId: string): Promise<QnaManageView> {
    await this.access.managed(viewer, id);
    await this.act(viewer, id, async (tx) => {
      await deleteTeamMember(tx, id, memberId);
      return { action: 'qna_session.team', details: { memberId, role: null } };
    });
    await this.presence.showOutStrangers(id);
    return this.sessions.manageView(viewer, id);
  }

  /** Members by name or code, at most eight: no more of anybody than a room reads anyway. */
  async candidates(viewer: Viewer, id: QnaSessionId, q: string): Promise<TeamCandidates> {
    await this.access.managed(viewer, id);
    const found = await this.directory.search(q, MAX_CANDIDATES + 1);
    return { items: found.slice(0, MAX_CANDIDATES), more: found.length > MAX_CANDIDATES, next: null };
  }

  /** Keeps somebody who takes part out of the session from now on; never who manages it, nor its desk. */
  async remove(viewer: Viewer, id: QnaSessionId, participantId: ParticipantId): Promise<void> {
    await this.access.desk(viewer, id, ['host']);
    await this.act(viewer, id, async (tx, session) => {
      const stays = await this.cannotBeRemoved(session, participantId);
      const name = stays ? null : await this.participants.openNameOf(tx, id, participantId);
      if (name === null) return fail(notFound);
      await insertRemoval(tx, {
        sessionId: id,
        participantId,
        name,
        by: viewer.memberId,
        at: this.clock.now(),
      });
      return { action: 'qna_session.remove', details: { participantId } };
    });
    this.showOut(id, { who: participantOf(participantId), reason: 'removed' });
  }

  async letBackIn(viewer: Viewer, id: QnaSessionId, participantId: ParticipantId): Promise<void> {
    await this.access.desk(viewer, id, ['host']);
    await this.act(viewer, id, async (tx) => {
      await deleteRemoval(tx, id, participantId);
      return { action: 'qna_session.let_back_in', details: { participantId } };
    });
  }

  private async cannotBeRemoved(session: SessionRow, id: ParticipantId): Promise<boolean> {
    const onDesk = [...session.team.keys(), session.createdBy].some((one) => String(one) === id);
    return onDesk || (await this.directory.isAdministrator(id));
  }

  /** One change of a session, while nobody else can change it; then everybody hears of it. */
  private async act(
    viewer: Viewer,
    id: QnaSessionId,
    change: (tx: EntityManager, session: SessionRow) => Promise<Done>,
  ): Promise<void> {
    await this.acts.run(viewer, async (tx) => {
      // Whoever makes a move holds the desk first, then questions, then the session.
      await holdDesk(tx, id);
      const done = await change(tx, (await lockSession(tx, id)) ?? fail(notFound));
      return done && { subjectId: id, ...done };
    });
    this.access.forget(id);
    this.live.changed(id);
  }

  private showOut(id: QnaSessionId, { who, reason }: { who: string; reason: LeftReason }): void {
    this.hub.broadcast(qnaSocket, { room: who, event: 'session.left' }, { sessionId: id, reason });
    this.hub.expel(qnaSocket.namespace, {
      of: who,
      from: [roomOf(id), deskOf(id), projectorOf(id)],
      under: ownRoomsOf(id),
    });
  }
}
