import { Injectable } from '@nestjs/common';
import type { DeskLock, DeskPerson } from '../../../shared/qna/desk.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { deskOf, projectorOf } from '../../../shared/qna/qna.rooms.js';
import { MemberDirectory } from '../../account/member/member-directory.service.js';
import type { Sql } from '../../platform/database/sql.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { SoftLocks, type SoftLock } from '../../platform/soft-lock/soft-locks.service.js';
import { QnaAccess, standingOf } from '../session/qna-access.service.js';
import { SessionPresence } from './session-presence.service.js';

const LOCK_SECONDS = 20;

/** Who sits at a desk just now, what they are at, and how many projectors hang on it. */
@Injectable()
export class DeskPresence {
  /** Who is at a question: a dialog about it is open. */
  readonly locks: SoftLock;

  constructor(
    softLocks: SoftLocks,
    private readonly access: QnaAccess,
    private readonly directory: MemberDirectory,
    private readonly presence: SessionPresence,
    private readonly hub: RealtimeHub,
  ) {
    this.locks = softLocks.of({
      kind: 'qna.inquiry',
      seconds: LOCK_SECONDS,
      namespace: qnaSocket.namespace,
      roomOf: deskOf,
    });
  }

  /** Whoever of this node lost their role meanwhile, here or in the organisation, hears nothing of the desk any more. */
  async showOutStrangers(sessionId: string): Promise<void> {
    const session = await this.access.session(sessionId);
    const rooms = [deskOf(sessionId), projectorOf(sessionId)];
    const left = { sessionId: session.id, reason: 'role_ended' } as const;
    for (const { socketId, viewer } of rooms.flatMap((room) =>
      this.hub.viewersIn(qnaSocket.namespace, room),
    )) {
      if (standingOf(viewer, session).desk !== null) continue;
      this.hub.broadcastHere(qnaSocket, { room: socketId, event: 'session.left' }, left);
      this.hub.expelHere(qnaSocket.namespace, { of: socketId, from: rooms });
    }
  }

  /** The name of somebody else who is at one of the questions now; null for nobody. */
  async otherAt(sql: Sql, inquiryIds: readonly string[], me: string): Promise<string | null> {
    const holder = await this.locks.otherAt(sql, inquiryIds, me);
    return holder && ((await this.directory.names([holder], sql)).get(holder)?.name ?? '');
  }

  async viewOf(sessionId: string): Promise<{ locks: DeskLock[]; people: DeskPerson[]; projectors: number }> {
    const present = await this.presence.desk(sessionId);
    const locks = await this.locks.at(sessionId);
    const names = await this.directory.names([...present.keys(), ...locks.map((lock) => lock.memberId)]);
    return {
      locks: locks.map(({ resourceId, memberId: id, until }) => ({
        inquiryId: inquiryId.parse(resourceId),
        memberId: id,
        name: names.get(id)?.name ?? '',
        until: until.toISOString(),
      })),
      people: [...present].map(([id, role]) => ({ memberId: id, name: names.get(id)?.name ?? '', role })),
      projectors: this.presence.projectors(sessionId),
    };
  }
}
