import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { keyHoldersNeeded } from '../../../shared/qna/qna.errors.js';
import {
  CODE_LENGTH,
  qnaSessionId,
  type CreateQnaSession,
  type QnaManageView,
  type QnaSessionId,
  type qnaSessionPage,
  type QnaSessionView,
} from '../../../shared/qna/session.schema.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { newId } from '../../platform/ids.js';
import { underFreeCode } from '../../platform/join-code/free-code.js';
import { KeyHolders } from '../keys/key-holder.service.js';
import { Participants } from '../inquiry/participants.service.js';
import { QnaAccess, type Seat, type Who } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { managesSession } from '../session/qna.policy.js';
import { listSessions } from '../session/session-list.queries.js';
import { presentSession, presentSummary } from '../session/session.present.js';
import { insertSession, insertSessionKeys } from '../session/session.queries.js';
import { readRemoved, readTeam } from '../session/team.queries.js';

const listPlace = z.object({ startsAt: instant, id: qnaSessionId });

/** Q&A sessions: made, listed and looked at. */
@Injectable()
export class QnaSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly keyHolders: KeyHolders,
    private readonly access: QnaAccess,
    private readonly participants: Participants,
    private readonly live: QnaLive,
  ) {}

  async create(viewer: Viewer, { level, keyHolders, ...settings }: CreateQnaSession): Promise<QnaManageView> {
    if (level === 'hidden' && keyHolders === null) fail(keyHoldersNeeded);
    const keys = keyHolders ? await this.keyHolders.keysOf(keyHolders) : [];
    const id = newId(qnaSessionId);
    await this.acts.run(viewer, async (tx) => {
      const session = { id, level, createdBy: viewer.memberId, at: this.clock.now(), settings };
      await underFreeCode(CODE_LENGTH, (code) => insertSession(tx, { ...session, code }));
      await insertSessionKeys(tx, id, keys);
      return { action: 'qna_session.create', subjectId: id, details: { level, keyHolders } };
    });
    return this.manageView(viewer, id);
  }

  async list(
    viewer: Viewer,
    { scope, cursor, limit }: { scope: 'all' | 'mine'; cursor?: string | undefined; limit: number },
  ): Promise<z.infer<typeof qnaSessionPage>> {
    const rows = await listSessions(this.dataSource, {
      memberId: viewer.memberId,
      ownOnly: scope === 'mine',
      after: decodeCursor(listPlace, cursor),
      limit: limit + 1,
    });
    const now = this.clock.now();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => presentSummary(row, managesSession(viewer, row), now)),
      next: last && rows.length > limit ? encodeCursor({ startsAt: last.place, id: last.id }) : null,
      serverNow: now.toISOString(),
    };
  }

  async view(who: Who, id: string): Promise<QnaSessionView> {
    return this.viewFor(await this.access.seat(who, id));
  }

  async manageView(viewer: Viewer, id: QnaSessionId): Promise<QnaManageView> {
    const seat = await this.access.managed(viewer, id);
    const [team, removed, session] = await Promise.all([
      readTeam(this.dataSource, id),
      readRemoved(this.dataSource, id),
      this.viewFor(seat),
    ]);
    const names = await this.participants.namesOf(team.map((one) => one.memberId));
    return {
      session,
      settings: seat.session.settings,
      revision: seat.session.revision,
      team: team.map((one) => ({ ...one, name: '', unit: '', ...names.get(one.memberId) })),
      removed: removed.map((one) => ({ ...one, at: one.at.toISOString() })),
    };
  }

  private async viewFor(seat: Seat): Promise<QnaSessionView> {
    const [live, { name }, holderNames] = await Promise.all([
      this.live.viewOf(seat.session.id),
      this.participants.nameOf(seat.participant),
      this.participants.holderNames(seat.session),
    ]);
    return presentSession(seat, { live, name, holderNames, now: this.clock.now() });
  }
}
