import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeskLock, DeskPerson } from '../../../shared/qna/desk.schema.js';
import { qnaSocket } from '../../../shared/qna/qna.events.js';
import { deskOf, projectorOf } from '../../../shared/qna/qna.rooms.js';
import { MemberDirectory } from '../../account/member/member-directory.service.js';
import { RealtimeHub } from '../../platform/realtime/hub.service.js';
import { readLocks } from './lock.queries.js';
import { QnaAccess, standingOf } from '../session/qna-access.service.js';
import { SessionPresence } from './session-presence.service.js';

/** Who sits at a desk just now, what they are at, and how many projectors hang on it. */
@Injectable()
export class DeskPresence {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly directory: MemberDirectory,
    private readonly presence: SessionPresence,
    private readonly hub: RealtimeHub,
  ) {}

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

  async viewOf(sessionId: string): Promise<{ locks: DeskLock[]; people: DeskPerson[]; projectors: number }> {
    const present = await this.presence.desk(sessionId);
    const locks = await readLocks(this.dataSource, sessionId);
    const names = await this.directory.names([...present.keys(), ...locks.map((lock) => lock.memberId)]);
    return {
      locks: locks.map(({ inquiryId, memberId: id, until }) => ({
        inquiryId,
        memberId: id,
        name: names.get(id)?.name ?? '',
        until: until.toISOString(),
      })),
      people: [...present].map(([id, role]) => ({ memberId: id, name: names.get(id)?.name ?? '', role })),
      projectors: this.presence.projectors(sessionId),
    };
  }
}
