import { Injectable } from '@nestjs/common';
import { invalidInput, notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { publishedAlready, sessionUsed } from '../../../shared/qna/qna.errors.js';
import type {
  CopyQnaSession,
  PublishQnaSession,
  QnaManageView,
  QnaSessionId,
  QnaSessionView,
} from '../../../shared/qna/session.schema.js';
import { Acts } from '../../platform/act/acts.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { holdDesk } from '../desk/move.queries.js';
import { QnaLive } from '../live/qna-live.service.js';
import { QnaAccess } from '../session/qna-access.service.js';
import { lockSession, type SessionRow } from '../session/session.queries.js';
import { clearSession, deleteSession, isUsed, publishSession } from '../session/session-life.queries.js';
import { QnaSessions } from './session.service.js';

/** How a session comes and goes: tried out as a draft, published, taken as a pattern, deleted while nobody used it. */
@Injectable()
export class SessionLife {
  constructor(
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly access: QnaAccess,
    private readonly sessions: QnaSessions,
    private readonly live: QnaLive,
  ) {}

  /** Opens a draft to everybody it is for, at once or at an instant to come, without anything of its rehearsal. */
  async publish(viewer: Viewer, id: QnaSessionId, { startsAt }: PublishQnaSession): Promise<QnaSessionView> {
    await this.access.desk(viewer, id, ['host']);
    let gone: string[] = [];
    await this.acts.run(viewer, async (tx) => {
      await holdDesk(tx, id);
      const session = (await lockSession(tx, id)) ?? fail(notFound);
      if (!session.draft) fail(publishedAlready);
      const now = this.clock.now();
      const start = startsAt === null ? now : new Date(startsAt);
      if (start < now) fail(invalidInput, { startsAt: 'past' });
      gone = await clearSession(tx, id);
      await publishSession(tx, id, start);
      return { action: 'qna_session.publish', subjectId: id, details: { startsAt: start } };
    });
    this.access.forget(id);
    this.live.begunAnew(id, gone);
    return this.sessions.view({ viewer, cookie: undefined }, id);
  }

  /** Without a trace but in the log; never once somebody has asked in earnest. */
  async remove(viewer: Viewer, id: QnaSessionId): Promise<void> {
    await this.access.managed(viewer, id);
    await this.acts.run(viewer, async (tx) => {
      await holdDesk(tx, id);
      const session = (await lockSession(tx, id)) ?? fail(notFound);
      if (!session.draft && (await isUsed(tx, id))) fail(sessionUsed);
      await clearSession(tx, id);
      await deleteSession(tx, id);
      return { action: 'qna_session.delete', subjectId: id, details: { title: session.settings.title } };
    });
    this.access.forget(id);
    this.live.gone(id);
  }

  /** A draft of one's own with the settings, the team, the level and the key holders of another session. */
  async copy(viewer: Viewer, id: QnaSessionId, { title }: CopyQnaSession): Promise<QnaManageView> {
    const { session } = await this.access.managed(viewer, id);
    return this.sessions.create(viewer, { ...patternOf(session), title }, { teamOf: id });
  }
}

function patternOf({ settings, level, keyHolders }: SessionRow) {
  const [first, second] = keyHolders;
  return {
    ...settings,
    startsAt: null,
    endsAt: null,
    level,
    keyHolders:
      first && second
        ? ([first.memberId, second.memberId] as [typeof first.memberId, typeof first.memberId])
        : null,
    draft: true,
  };
}
