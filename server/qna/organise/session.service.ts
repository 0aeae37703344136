import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { invalidInput } from '../../../shared/kernel/failure.js';
import { instant } from '../../../shared/kernel/time.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import {
  CODE_LENGTH,
  qnaSessionId,
  type CreateQnaSession,
  type QnaManageView,
  type QnaSessionId,
  type qnaSessionPage,
  type QnaSettings,
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
import { listPlace, listSessions } from '../session/session-list.queries.js';
import { presentSession, presentSummary } from '../session/session.present.js';
import { insertSession, insertSessionKeys } from '../session/session.queries.js';
import { copyTeam, isUsed } from '../session/session-life.queries.js';
import { readRemoved, readTeam } from '../session/team.queries.js';

/** A place in the list, and of which moment the list is. */
const listCursor = z.tuple([instant, listPlace.shape.group, listPlace.shape.place, listPlace.shape.id]);

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

  async create(
    viewer: Viewer,
    { level, keyHolders, draft, ...wanted }: CreateQnaSession,
    { teamOf }: { teamOf?: QnaSessionId } = {},
  ): Promise<QnaManageView> {
    const keys = keyHolders ? await this.keyHolders.keysOf(keyHolders) : [];
    const id = newId(qnaSessionId);
    const at = this.clock.now();
    const settings = startingAt(wanted, at);
    await this.acts.run(viewer, async (tx) => {
      const session = { id, draft, level, createdBy: viewer.memberId, at, settings };
      await underFreeCode(CODE_LENGTH, (code) => insertSession(tx, { ...session, code }));
      await insertSessionKeys(tx, id, keys);
      if (teamOf) await copyTeam(tx, { from: teamOf, to: id, at });
      return { action: 'qna_session.create', subjectId: id, details: { level, keyHolders, draft } };
    });
    return this.manageView(viewer, id);
  }

  async list(
    viewer: Viewer,
    { scope, cursor, limit }: { scope: 'all' | 'mine'; cursor?: string | undefined; limit: number },
  ): Promise<z.infer<typeof qnaSessionPage>> {
    const from = decodeCursor(listCursor, cursor);
    const now = this.clock.now();
    const listedAt = from ? new Date(from[0]) : now;
    const rows = await listSessions(this.dataSource, {
      memberId: viewer.memberId,
      ownOnly: scope === 'mine',
      now: listedAt,
      after: from && { group: from[1], place: from[2], id: from[3] },
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => presentSummary(row, managesSession(viewer, row), now)),
      next:
        last && rows.length > limit
          ? encodeCursor([listedAt.toISOString(), last.place.group, last.place.place, last.id])
          : null,
      serverNow: now.toISOString(),
    };
  }

  async view(who: Who, id: string): Promise<QnaSessionView> {
    return this.viewFor(await this.access.seat(who, id));
  }

  async manageView(viewer: Viewer, id: QnaSessionId): Promise<QnaManageView> {
    const seat = await this.access.managed(viewer, id);
    const [team, removed, session, used] = await Promise.all([
      readTeam(this.dataSource, id),
      readRemoved(this.dataSource, id),
      this.viewFor(seat),
      isUsed(this.dataSource, id),
    ]);
    const names = await this.participants.namesOf(team.map((one) => one.memberId));
    return {
      session,
      settings: seat.session.settings,
      revision: seat.session.revision,
      team: team.map((one) => ({ ...one, name: '', unit: '', ...names.get(one.memberId) })),
      removed: removed.map((one) => ({ ...one, at: one.at.toISOString() })),
      unused: seat.session.draft || !used,
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

/** The settings of a session that starts at once where no start is given. */
function startingAt(
  { startsAt, ...rest }: Omit<CreateQnaSession, 'level' | 'keyHolders' | 'draft'>,
  now: Date,
): QnaSettings {
  if (startsAt === null && rest.endsAt !== null && Date.parse(rest.endsAt) <= now.getTime())
    fail(invalidInput, { endsAt: 'before_start' });
  return { ...rest, startsAt: startsAt ?? now.toISOString() };
}
