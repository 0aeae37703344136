import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 } from 'uuid';
import { notFound } from '../../../shared/kernel/failure.js';
import type { AskedReceipt, AskInquiry } from '../../../shared/qna/inquiry.schema.js';
import {
  askedEnough,
  askSlower,
  mustBeAnonymous,
  notAccepting,
  otherPerson,
  sessionEnded,
} from '../../../shared/qna/qna.errors.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { Clock } from '../../platform/clock.js';
import { underLock } from '../../platform/database/held-lock.js';
import { fail } from '../../platform/failure-error.js';
import { RateLimiter, refuseFor } from '../../platform/rate/rate-limiter.js';
import { Turns } from '../../platform/turns.js';
import { AnonymousAskers } from '../inquiry/anonymous-askers.service.js';
import { allowanceOf, FASTEST } from './ask-limit.rules.js';
import { hashOfKey } from '../inquiry/author-key.rules.js';
import { coarse } from '../inquiry/coarse-time.rules.js';
import { insertInquiry, type NewInquiry } from '../inquiry/inquiry-write.queries.js';
import { addSteps } from '../inquiry/inquiry.queries.js';
import { readAsked } from '../inquiry/own-inquiry.queries.js';
import { OwnInquiries } from './own-inquiries.service.js';
import { Participants } from '../inquiry/participants.service.js';
import { QnaAccess, type Seat, type Who } from '../session/qna-access.service.js';
import { QnaLive } from '../live/qna-live.service.js';
import { Rankings } from '../inquiry/rankings.service.js';
import { flaggedWords } from './word-filter.rules.js';

/** Asking. The author's key makes a repeated request harmless: it is answered with the question that is there. */
@Injectable()
export class AskingService {
  /** However often somebody asks at once, it takes one connection of this node at a time. */
  private readonly turns = new Turns();
  private readonly pace: RateLimiter;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly participants: Participants,
    private readonly askers: AnonymousAskers,
    private readonly own: OwnInquiries,
    private readonly rankings: Rankings,
    private readonly live: QnaLive,
  ) {
    this.pace = new RateLimiter(FASTEST, clock);
  }

  async ask(who: Who, sessionId: string, { key, text, anonymous, by }: AskInquiry): Promise<AskedReceipt> {
    const seat = await this.access.seat(who, sessionId);
    if (by !== undefined && by !== seat.participant.id) fail(otherPerson);
    const inquiry = await this.turns.take(`${sessionId} ${seat.participant.id}`, async () => {
      const known = await this.own.byKey(seat, key);
      if (!known) await this.write(seat, { key, text, anonymous });
      return known ?? (await this.own.byKey(seat, key)) ?? fail(notFound);
    });
    return { inquiry, ...(await this.own.allowanceOf(seat)), serverNow: this.clock.now().toISOString() };
  }

  private async write(seat: Seat, { key, text, anonymous }: AskInquiry): Promise<void> {
    const { session, participant } = seat;
    if (session.endedAt !== null) fail(sessionEnded);
    if (!session.accepting) fail(notAccepting);
    if (session.level === 'hidden' && !anonymous) fail(mustBeAnonymous);
    const now = this.clock.now();
    const flagged = flaggedWords(text, session.settings.words);
    const id = inquiryId.parse(v4());
    const waits = session.settings.moderation === 'before' || flagged.length > 0;
    const inquiry: NewInquiry = {
      id,
      sessionId: session.id,
      keyHash: hashOfKey(key),
      text,
      askedAt: anonymous ? coarse(now) : now,
      state: waits ? 'pending' : 'approved',
      flagged,
      ...(await this.participants.signatureOf(seat, { inquiryId: id, anonymous })),
    };
    // Limits are looked at and counted on without anything of the same person in between, at whichever node.
    const isNew = await underLock(this.dataSource, `asking ${session.id} ${participant.id}`, async (sql) => {
      await this.mayAskMore(seat, sql);
      if (!(await sql.transaction((tx) => insert(tx, { ...inquiry, draft: session.draft })))) return false;
      // Nothing of a rehearsal counts.
      if (anonymous && !session.draft)
        await this.askers.note({
          sessionId: session.id,
          inquiryId: id,
          participantId: participant.id,
          at: now,
        });
      return true;
    });
    if (!isNew) return;
    this.rankings.forget(session.id);
    this.live.touched(session.id, [id]);
  }

  private async mayAskMore({ session, participant }: Seat, sql: EntityManager): Promise<void> {
    await this.askers.settle();
    const now = this.clock.now();
    const asked = [
      await readAsked(sql, session.id, participant.id),
      this.askers.askedBy(session.id, participant.id),
    ];
    const { askAgainAt, left } = allowanceOf(session.settings, asked, now);
    if (left === 0) fail(askedEnough, { allowed: session.settings.maxPerPerson ?? 0 });
    if (askAgainAt) refuseFor(askAgainAt.getTime() - now.getTime(), askSlower);
    this.pace.pass(`${session.id} ${participant.id}`, askSlower);
  }
}

/** The question and its first steps. False when its key is known. */
async function insert(tx: EntityManager, inquiry: NewInquiry & { draft: boolean }): Promise<boolean> {
  if (!(await insertInquiry(tx, inquiry))) return false;
  const steps = inquiry.state === 'pending' ? ['asked' as const] : ['asked' as const, 'approved' as const];
  await addSteps(
    tx,
    steps.map((kind) => ({ inquiryId: inquiry.id, kind, at: inquiry.askedAt })),
  );
  return true;
}
